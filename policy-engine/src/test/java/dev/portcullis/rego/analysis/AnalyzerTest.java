package dev.portcullis.rego.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.builtins.CoreBuiltins;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AnalyzerTest {
  private static final AnalysisOptions OPTIONS = AnalysisOptions.of(CoreBuiltins.all());

  /** Expressions of which random bodies are made: declarations, uses, closures, calls, mistakes. */
  private static final List<String> PIECES =
      List.of(
          "x := 1",
          "y = x",
          "some x",
          "some x in input.xs",
          "some k, v in y",
          "every x in z { x > y }",
          "not x == y",
          "not count(x) > z",
          "z = [x | x = y]",
          "[x, y] = [y, count(z)]",
          "f(x, f(y, z))",
          "input[x][y]",
          "data.a[x]",
          "print(x, $\"{y} {z + 1}\")",
          "walk(x, [y, z])",
          "x with input.y as z",
          "true with f as count",
          "{x: y | some x, y in z}",
          "z.y[x].w == k",
          "count := 3");

  private static Analysis analyze(String... texts) {
    List<Module> modules = new java.util.ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      SourceText source = new SourceText("test-" + i + ".rego", texts[i]);
      modules.add(RegoParser.parseModule(source, ParserOptions.v1()).orElseThrow());
    }
    return Analyzer.analyze(modules, OPTIONS);
  }

  private static Rule onlyRule(String rule) {
    Analysis analysis = analyze("package a\n" + rule);
    assertThat(analysis.diagnostics()).isEmpty();
    return analysis.program().orElseThrow().modules().get(0).rules().get(0);
  }

  private static List<String> body(String rule) {
    return onlyRule(rule).body().exprs().stream().map(AnalyzerTest::text).toList();
  }

  private static String text(Expr expr) {
    return expr.statement() instanceof Expr.TermStatement s
        ? (expr.negated() ? "not " : "") + TermText.of(s.term())
        : expr.statement().getClass().getSimpleName();
  }

  @Test
  void ordersExpressionsByWhatTheyNeed() {
    assertThat(body("p if { y > 1; y = x + 1; x = input.x }"))
        .containsExactly("eq(x, input.x)", "eq(y, plus(x, 1))", "gt(y, 1)");
  }

  @Test
  void ordersClosuresAfterWhatTheyCloseOver() {
    assertThat(body("p if { xs = [y | y = z]; z = input.z; count(xs) > 0 }"))
        .containsExactly("eq(z, input.z)", "eq(xs, [y | eq(y, z)])", "gt(count(xs), 0)");
  }

  @Test
  void keepsNestedCallsWhereTheOrderAllows() {
    assertThat(body("p if count(split(input.x, \",\")) > 3"))
        .containsExactly("gt(count(split(input.x, \",\")), 3)");
  }

  @Test
  void evaluatesOperandsBeforeANegation() {
    List<String> body = body("p if not count(input.x) > 3");
    assertThat(body).hasSize(2);
    assertThat(body.get(0)).endsWith("count(input.x))");
    assertThat(body.get(1)).startsWith("not gt(");
  }

  @Test
  void leavesTheOperandsOfANegatedEqualityInside() {
    assertThat(body("p if not input.x == 1")).containsExactly("not equal(input.x, 1)");
  }

  @Test
  void resolvesRulesOfOtherModulesOfThePackage() {
    Analysis analysis = analyze("package a.b\np if q.r(1)", "package a.b\nq.r(x) := x");
    assertThat(analysis.diagnostics()).isEmpty();
    Rule rule = analysis.program().orElseThrow().modules().get(0).rules().get(0);
    assertThat(text(rule.body().exprs().get(0))).isEqualTo("data.a.b.q.r(1)");
    assertThat(TermText.of(rule)).isEqualTo("data.a.b.p");
  }

  @Test
  void typesTheKeysOfSeveralMembershipsApart() {
    String rules = "q contains {\"n\": 1}\np if { some x in q; some y in [1, 2]; x.n == y }";
    assertThat(analyze("package a\n" + rules).diagnostics()).isEmpty();
  }

  @Test
  void namesVariablesOfSiblingClosuresApart() {
    Rule rule = onlyRule("p if { a = [x | x = 1]; b = [x | x = 2]; a != b }");
    Variables variables = Variables.all();
    variables.body(rule.body());
    assertThat(variables.names().stream().filter(n -> n.startsWith("x")).distinct()).hasSize(2);
  }

  @Test
  void putsMetadataInThePlaceOfTheCall() {
    Rule rule = onlyRule("# METADATA\n# title: T\np := rego.metadata.rule()");
    assertThat(Constants.value(rule.head().value().orElseThrow()).orElseThrow().toString())
        .isEqualTo("{\"scope\": \"rule\", \"title\": \"T\"}");
  }

  @Test
  void reportsEveryMistakeOfAModule() {
    Analysis analysis =
        analyze("package a\np if x\nq if 1 + \"a\"\nr if r\ns if foo(1)\nt if { y := 1; y := 2 }");
    assertThat(analysis.diagnostics())
        .extracting(d -> d.code(), d -> d.location().orElseThrow().row())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(DiagnosticCode.REGO_UNSAFE_VAR_ERROR, 2),
            org.assertj.core.groups.Tuple.tuple(DiagnosticCode.REGO_TYPE_ERROR, 3),
            org.assertj.core.groups.Tuple.tuple(DiagnosticCode.REGO_RECURSION_ERROR, 4),
            org.assertj.core.groups.Tuple.tuple(DiagnosticCode.REGO_TYPE_ERROR, 5),
            org.assertj.core.groups.Tuple.tuple(DiagnosticCode.REGO_COMPILE_ERROR, 6));
  }

  @Test
  void showsTheWayOfARecursion() {
    assertThat(analyze("package a\np if q\nq if p").diagnostics())
        .extracting(d -> d.message())
        .containsExactly(
            "rule data.a.p is recursive: data.a.p -> data.a.q -> data.a.p",
            "rule data.a.q is recursive: data.a.q -> data.a.p -> data.a.q");
  }

  @Test
  void rejectsUnsafeBuiltins() {
    Module module =
        RegoParser.parseModule(
                new SourceText("t", "package a\np if count([1])"), ParserOptions.v1())
            .orElseThrow();
    AnalysisOptions options =
        new AnalysisOptions(CoreBuiltins.all(), false, Map.of(), Set.of("count"), Set.of());
    assertThat(Analyzer.analyze(List.of(module), options).diagnostics())
        .extracting(d -> d.message())
        .containsExactly("unsafe built-in function calls in expression: count");
  }

  @Test
  void analysesQueries() {
    ResolvedProgram program = analyze("package a\nq := 1").program().orElseThrow();
    QueryAnalysis analysis = query(program, "y > 1; x := data.a.q; y = x + input.z; _ = y");
    assertThat(analysis.diagnostics()).isEmpty();
    assertThat(analysis.variables().keySet()).containsExactly("y", "x");
    assertThat(analysis.body().orElseThrow().exprs().get(3).statement())
        .isEqualTo(
            RegoParser.parseBody(new SourceText("", "y > 1"), ParserOptions.v1())
                .orElseThrow()
                .exprs()
                .get(0)
                .statement());
  }

  @Test
  void checksQueriesAgainstTheTypesOfRules() {
    ResolvedProgram program = analyze("package a\nq := 1").program().orElseThrow();
    assertThat(query(program, "upper(data.a.q)").diagnostics())
        .extracting(d -> d.message())
        .containsExactly("upper: invalid argument(s)");
  }

  private static QueryAnalysis query(ResolvedProgram program, String text) {
    Body query =
        RegoParser.parseBody(new SourceText("query", text), ParserOptions.v1()).orElseThrow();
    return Analyzer.analyzeQuery(program, new QueryContext(List.of(), List.of()), query, OPTIONS);
  }

  @Test
  void survivesTheDeepestTreesThatTheParserGives() {
    String arrays = "[".repeat(400) + "]".repeat(400);
    String sums = "1" + " + input.x".repeat(450);
    String comprehensions = "[1 | ".repeat(200) + "true" + "]".repeat(200);
    Analysis analysis =
        analyze("package a\np := " + arrays + "\nq := " + sums + "\nr := " + comprehensions);
    assertThat(analysis.diagnostics()).isEmpty();
  }

  @Test
  void ordersLongBodiesInReasonableTime() {
    StringBuilder body = new StringBuilder();
    for (int i = 3000; i > 0; i--) {
      body.append("x").append(i).append(" = x").append(i - 1).append(" + 1\n");
    }
    assertThat(analyze("package a\np if {\n" + body + "x0 = 1\n}").diagnostics()).isEmpty();
  }

  @Property(tries = 300)
  void neverThrows(@ForAll @Size(min = 1, max = 6) List<@IntRange(max = 19) Integer> choice) {
    StringBuilder text = new StringBuilder("package a\nf(a, b) := a if b\np contains x if {\n");
    choice.forEach(i -> text.append(PIECES.get(i)).append('\n'));
    Analysis analysis = analyze(text.append("}\n").toString());
    assertThat(analysis.program().isPresent()).isEqualTo(analysis.diagnostics().isEmpty());
  }
}
