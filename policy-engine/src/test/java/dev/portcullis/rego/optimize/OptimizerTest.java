package dev.portcullis.rego.optimize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.CoreBuiltins;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.rego.analysis.AnalysisOptions;
import dev.portcullis.rego.analysis.Analyzer;
import dev.portcullis.rego.analysis.ResolvedProgram;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.plan.Plan;
import dev.portcullis.rego.plan.PlanPrinter;
import dev.portcullis.rego.plan.PlanVerifier;
import dev.portcullis.rego.plan.Planner;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.CompilerOptions.Fallback;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.program.RegoCompiler;
import dev.portcullis.rego.program.RegoCompiler.ModuleSource;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.rego.text.SourceText;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerTest {
  private static final String JOIN =
      """
      package t

      p contains [a.n, b.n] if {
        some a in input.left
        some b in input.right
        a.key == b.key
      }
      """;

  private static final String RULES =
      "package t\n\n"
          + IntStream.range(0, 100)
              .mapToObj(
                  i ->
                      "p contains "
                          + i
                          + " if { input.user.name == \"u"
                          + i % 40
                          + "\"; input.on }\n")
              .collect(Collectors.joining())
          + "p contains \"always\" if input.on\n";

  private static Plan plan(String module) {
    ResolvedProgram program =
        Analyzer.analyze(
                List.of(
                    RegoParser.parseModule(new SourceText("t.rego", module), ParserOptions.v1())
                        .orElseThrow()),
                AnalysisOptions.of(CoreBuiltins.all()))
            .program()
            .orElseThrow();
    Planner.Entry entry =
        new Planner.Entry.Document(List.of(StringValue.of("t"), StringValue.of("p")));
    return Planner.plan(program, List.of(entry), CoreBuiltins.all());
  }

  private static Value evaluate(
      String module, String input, Set<Optimization> passes, ExecutionMode mode) {
    Outcome<Value> outcome =
        RegoCompiler.compile(
                List.of(ModuleSource.of("t.rego", module, RegoVersion.V1)),
                CompilerOptions.of(CoreBuiltins.all())
                    .withMode(mode)
                    .withFallback(Fallback.FAIL)
                    .withOptimizations(passes))
            .orElseThrow()
            .entrypoint(List.of("t", "p"))
            .orElseThrow()
            .evaluate(Evaluation.of(JsonReader.STANDARD.read(input)));
    assertThat(outcome).isInstanceOf(Outcome.Defined.class);
    return ((Outcome.Defined<Value>) outcome).result();
  }

  private static void agree(String module, String input) {
    Value plain = evaluate(module, input, Set.of(), ExecutionMode.INTERPRETED);
    for (ExecutionMode mode : ExecutionMode.values()) {
      assertThat(evaluate(module, input, Optimizer.ALL, mode)).isEqualTo(plain);
      for (Optimization pass : Optimization.values()) {
        assertThat(evaluate(module, input, Set.of(pass), mode)).isEqualTo(plain);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Optimization.class)
  void everyPassKeepsThePromisesOfThePlan(Optimization pass) {
    for (String module : List.of(JOIN, RULES)) {
      Plan plan = plan(module);
      PlanVerifier.verify(plan);
      PlanVerifier.verify(Optimizer.optimize(plan, Set.of(pass)));
      PlanVerifier.verify(Optimizer.optimize(plan, Optimizer.ALL));
    }
  }

  @Test
  void anEqualityBetweenTwoLoopsSelects() {
    assertThat(PlanPrinter.print(Optimizer.optimize(plan(JOIN), Optimizer.ALL)))
        .contains("where [\"key\"] == ");
    String rows =
        IntStream.range(0, 60)
            .mapToObj(i -> "{\"n\": " + i + ", \"key\": " + i % 7 + "}")
            .collect(
                Collectors.joining(
                    ", ", "[", ", {\"n\": 1.0, \"key\": 3.0}, {\"n\": \"none\"}, 4]"));
    agree(JOIN, "{\"left\": " + rows + ", \"right\": " + rows + "}");
    agree(JOIN, "{\"left\": [], \"right\": " + rows + "}");
    agree(JOIN, "{\"left\": " + rows + "}");
  }

  @Test
  void manyRulesThatCompareTheSamePartSwitch() {
    assertThat(PlanPrinter.print(Optimizer.optimize(plan(RULES), Optimizer.ALL)))
        .contains("switch ");
    agree(RULES, "{\"user\": {\"name\": \"u7\"}, \"on\": true}");
    agree(RULES, "{\"user\": {\"name\": \"nobody\"}, \"on\": true}");
    agree(RULES, "{\"user\": 3, \"on\": true}");
    agree(RULES, "{\"on\": false}");
  }

  @Test
  void whatDoesNotDependOnALoopLeavesIt() {
    Plan optimized =
        Optimizer.optimize(
            plan(
                "package t\n\n"
                    + "p contains x if {\n"
                    + "  some x in input.xs\n"
                    + "  input.limits.max > x\n"
                    + "}\n"),
            Set.of(Optimization.HOIST_INVARIANTS));
    String text = PlanPrinter.print(optimized);
    assertThat(text.indexOf("\"max\"")).isPositive().isLessThan(text.indexOf("for _"));
  }
}
