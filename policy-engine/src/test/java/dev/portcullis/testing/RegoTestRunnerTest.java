package dev.portcullis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.builtins.CoreBuiltins;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.RegoCompiler.ModuleSource;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.testing.RegoTestResult.Case;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RegoTestRunnerTest {
  private static final CompilerOptions OPTIONS = CompilerOptions.of(CoreBuiltins.all());

  private static RegoTestRunner.Loaded load(String... rules) {
    List<ModuleSource> sources =
        Stream.of(rules)
            .map(text -> ModuleSource.of("a_test.rego", "package a\n\n" + text, RegoVersion.V1))
            .toList();
    return RegoTestRunner.load(sources, OPTIONS, test -> true);
  }

  private static List<RegoTestResult> run(String... rules) {
    RegoTestRunner runner = load(rules).runner().orElseThrow();
    return runner.tests().stream().map(t -> runner.run(t, Evaluation.of(null))).toList();
  }

  /** Returns each test as {@code name OUTCOME}. */
  private static List<String> outcomes(String... rules) {
    return run(rules).stream().map(r -> r.test().name() + " " + r.outcome()).toList();
  }

  @Test
  void onlyTruePasses() {
    assertThat(
            outcomes(
                """
                test_true if true
                test_undefined if false
                test_false := false
                test_number := 1
                test_set contains "x"
                not_a_test if false
                test_function(x) if x
                """))
        .containsExactly(
            "test_true PASS",
            "test_undefined FAIL",
            "test_false FAIL",
            "test_number FAIL",
            "test_set FAIL");
  }

  @Test
  void rulesOfOneNameAreTestsOfTheirOwn() {
    assertThat(outcomes("test_x if false\ntest_x if true", "test_x if 1 == 2"))
        .containsExactly("test_x FAIL", "test_x#01 PASS", "test_x#02 FAIL");
  }

  @Test
  void aDefaultAndItsRuleAreTwoTests() {
    assertThat(outcomes("default test_x := false\ntest_x if true"))
        .containsExactly("test_x FAIL", "test_x#01 PASS");
  }

  @Test
  void namesMayStandInsideOfReferences() {
    assertThat(outcomes("foo.test_x if true\nfoo[\"todo_test_y\"] if true"))
        .containsExactly("foo.test_x PASS", "foo.todo_test_y SKIPPED");
  }

  @Test
  void errorsAreResults() {
    RegoTestResult result =
        run("test_x if {some k in [1, 2]; {\"a\": v | some v in [k, 3]}}").get(0);

    assertThat(result.outcome()).isEqualTo(RegoTestResult.Outcome.ERROR);
    assertThat(result.error().orElseThrow().oneLine())
        .startsWith("a_test.rego:3: eval_conflict_error");
  }

  @Test
  void whatATestPrintsIsItsOwn() {
    List<RegoTestResult> results = run("test_x if print(\"one\")\ntest_y if {print(2); print(3)}");

    assertThat(results).extracting(RegoTestResult::output).containsExactly("one\n", "2\n3\n");
  }

  @Test
  void casesThatAreBegunAndNotFinishedFailed() {
    RegoTestResult result =
        run("""
        test_concat[tc.note] if {
          some tc in [
            {"note": "empty", "a": [], "b": [], "exp": []},
            {"note": "wrong", "a": [1], "b": [], "exp": []},
          ]
          actual := array.concat(tc.a, tc.b)
          actual == tc.exp
        }
        """)
            .get(0);

    assertThat(result.outcome()).isEqualTo(RegoTestResult.Outcome.FAIL);
    assertThat(result.cases())
        .containsExactly(new Case("empty", false, List.of()), new Case("wrong", true, List.of()));
    assertThat(result.passed()).isEqualTo(1);
    assertThat(result.failed()).isEqualTo(1);
  }

  @Test
  void casesMayBeGrouped() {
    RegoTestResult result =
        run("""
        test_two[group][name] if {
          some group, cases in {"g1": {"n1": 1, "n2": 2}, "g2": {"n3": 1}}
          some name, v in cases
          v == 1
        }
        """)
            .get(0);

    assertThat(result.cases())
        .containsExactly(
            new Case(
                "g1",
                true,
                List.of(new Case("n1", false, List.of()), new Case("n2", true, List.of()))),
            new Case("g2", false, List.of(new Case("n3", false, List.of()))));
  }

  @Test
  void aWrongModuleGivesDiagnosticsAndNoRunner() {
    RegoTestRunner.Loaded loaded = load("test_x if y", "test_z if q");

    assertThat(loaded.runner()).isEmpty();
    assertThat(loaded.diagnostics()).hasSize(2);
  }

  @Test
  void aTestThatNeverEndsMeetsItsLimit() {
    RegoTestRunner runner =
        load("test_x if {some i in numbers.range(1, 3000); some j in numbers.range(1, 3000); some k"
                + " in numbers.range(1, 3000); i + j + k == -1}")
            .runner()
            .orElseThrow();
    Evaluation evaluation =
        new Evaluation(
            null,
            Evaluation.of(null).data(),
            false,
            new Evaluation.Limits(20_000_000, 0, 0, 0),
            Evaluation.Environment.SYSTEM);

    RegoTestResult result = runner.run(runner.tests().get(0), evaluation);

    assertThat(result.error().orElseThrow().code().wireName()).isEqualTo("eval_cancel_error");
  }
}
