package dev.portcullis.rego.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Annotations;
import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.text.SourceText;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "p := 1 ! p := 1 if { true }",
        "p = 1 ! p = 1 if { true }",
        "p if x ! p = true if { x }",
        "p if { x; y } ! p = true if { x; y }",
        "p if {x: 1} ! p = true if { {x: 1} }",
        "p if { {1} } ! p = true if { {1} }",
        "p contains 1 ! p contains 1 if { true }",
        "p.q[r] contains x if x ! p.q[r] contains x if { x }",
        "p[x] := y if y ! p[x] := y if { y }",
        "p[x] if x ! p[x] = true if { x }",
        "p.q.r := 1 ! p.q.r := 1 if { true }",
        "f(x, [y]) := y if x ! f(x, [y]) := y if { x }",
        "f(_) if true ! f(_) = true if { true }",
        "default p := 1 ! default p := 1",
        "default f(_) = 2 ! default f(_) = 2",
        "p := 1 if x else := 2 if y else := 3 ! p := 1 if { x } else = 2 if { y } else = 3 if {"
            + " true }",
        "p if x else = 2 ! p = true if { x } else = 2 if { true }",
        "p if { not x } ! p = true if { not x }",
        "p if { some x, y; x } ! p = true if { some x, y; x }",
        "p if { some [k, v] in x } ! p = true if { some [k, v] in x }",
        "p if { some k, v in x } ! p = true if { some k, v in x }",
        "p if every k, v in x { v } ! p = true if { every k, v in x { v } }",
        "p if x with input as {} with data.y as 1 ! p = true if { x with input as {} with data.y as"
            + " 1 }",
      })
  void readsRulesOfVersion1(String text, String tree) {
    assertThat(AstText.of(Rego.module(text).rules().get(0))).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "p[x] { x } ! p contains x if { x }",
        "p.q { x } ! p contains \"q\" if { x }",
        "p[x] = y { x } ! p[x] = y if { x }",
        "p.q.r { x } ! p.q.r = true if { x }",
        "p[x] ! p contains x if { true }",
        "p { x } else = 1 { y } ! p = true if { x } else = 1 if { y }",
        "f(x) = y { y } ! f(x) = y if { y }",
        "if { contains } ! if = true if { contains }",
      })
  void readsRulesOfVersion0(String text, String tree) {
    assertThat(AstText.of(Rego.v0(text).rules().get(0))).isEqualTo(tree);
  }

  @Test
  void readsChainedBodiesAsRulesOfTheSameHead() {
    Module module = Rego.v0("f(_, x) = 1 { x } { not x }");
    assertThat(module.rules()).hasSize(2);
    assertThat(AstText.of(module.rules().get(1))).isEqualTo("f(_, x) = 1 if { not x }");
    assertThat(module.rules().get(0).head().arguments())
        .isNotEqualTo(module.rules().get(1).head().arguments());
  }

  @Test
  void saysWhatTheSourceWrote() {
    Module module = Rego.module("p := 1\nq if true\nr contains 1\ndefault s = 2");
    assertThat(module.rules())
        .extracting(Rule::bodyWritten)
        .containsExactly(false, true, false, false);
    assertThat(module.rules())
        .extracting(r -> r.head().valueWritten())
        .containsExactly(true, false, false, true);
    assertThat(module.rules())
        .extracting(r -> r.head().assigned())
        .containsExactly(true, false, false, false);
    assertThat(module.rules())
        .extracting(r -> r.head().kind())
        .containsExactly(
            Rule.Kind.SINGLE_VALUE,
            Rule.Kind.SINGLE_VALUE,
            Rule.Kind.MULTI_VALUE,
            Rule.Kind.SINGLE_VALUE);
  }

  @Test
  void readsPackagesAndImports() {
    Module module =
        Rego.parse(
                """
                package a["b c"].if

                import data.x
                import input as in_put
                import rego.v1
                import future.keywords.not
                """)
            .orElseThrow();
    assertThat(AstText.of(module.packagePath())).isEqualTo("data.a[\"b c\"][\"if\"]");
    assertThat(module.imports()).extracting(i -> AstText.of(i.path())).contains("data.x", "input");
    assertThat(module.imports().get(1).alias()).contains("in_put");
  }

  @Test
  void keywordsComeWithTheVersionOrTheImport() {
    assertThat(Rego.v0("import rego.v1\np contains 1 if 2 in [2]").version())
        .isEqualTo(RegoVersion.V0_COMPAT_V1);
    assertThat(Rego.v0("import future.keywords.every\np { every x in [1] { x } }").rules())
        .hasSize(1);
    assertThat(Rego.v0("in := 1\nevery { in }").rules()).hasSize(2);
    assertThat(Rego.errorsV0("package a\np { 1 in [1] }")).isNotEmpty();
    assertThat(Rego.errors("package a\nimport data.b\nimport data.b.every")).isNotEmpty();
  }

  @Test
  void futureNotNegatesABody() {
    Module module = Rego.module("import future.keywords.not\np if { not { x; y }; not f(g(z)) }");
    assertThat(module.rules().get(0).body().exprs())
        .extracting(e -> ((Expr.NotBody) e.statement()).braces())
        .containsExactly(true, false);
    assertThat(Rego.errors("package a\np if { not { x; y } }")).isNotEmpty();
  }

  @Test
  void logicalOperatorsNeedTheirFeature() {
    String text =
        "package a\nimport future.keywords.and\nimport future.keywords.or\n"
            + "p if a or b and (c or { d; e }) with input as 1";
    assertThat(Rego.errors(text)).isNotEmpty();
    Module module =
        RegoParser.parseModule(
                new SourceText("t", text),
                ParserOptions.v1().withFeature(ParserOptions.LOGICAL_OPERATORS))
            .orElseThrow();
    Expr expr = module.rules().get(0).body().exprs().get(0);
    assertThat(AstText.of(expr)).isEqualTo("a or (b and (c or { d; e })) with input as 1");
    assertThat(expr.with()).hasSize(1);
  }

  @Test
  void optionsBringKeywordsAlong() {
    ParserOptions options = ParserOptions.v0().withFutureKeywords(Set.of("in"));
    assertThat(RegoParser.parseBody(new SourceText("q", "1 in [1]"), options).orElseThrow().exprs())
        .hasSize(1);
  }

  @Test
  void keepsCommentsAndTheirPlaces() {
    Module module = Rego.module("# one\np := 1 # two");
    assertThat(module.comments()).extracting(Module.Comment::text).containsExactly(" one", " two");
    assertThat(module.comments().get(1).span().column()).isEqualTo(8);
  }

  @Test
  void readsAnImportAlone() {
    Module.Import parsed =
        RegoParser.parseImport(new SourceText("i", "data.a.b as c"), ParserOptions.v1())
            .orElseThrow();
    assertThat(AstText.of(parsed.path())).isEqualTo("data.a.b");
    assertThat(parsed.alias()).contains("c");
    assertThat(
            RegoParser.parseImport(new SourceText("i", "import foo"), ParserOptions.v1()).failed())
        .isTrue();
  }

  @Test
  void attachesMetadataToWhatFollows() {
    Module module =
        Rego.parse(
                """
                # METADATA
                # title: P
                # custom: {level: 017, on: yes}
                package a

                # METADATA
                # entrypoint: true
                # authors:
                # - Jane Doe <jane@example.com>
                # - {name: X}
                # related_resources: [https://example.com]
                # schemas:
                # - input.x: schema.y
                # - data.z: {type: string}
                p := 1

                # METADATA
                # scope: rule
                # description: |
                #  two
                #  lines
                q if true
                """)
            .orElseThrow();
    assertThat(module.annotations())
        .extracting(Annotations::scope)
        .containsExactly(
            Annotations.Scope.PACKAGE, Annotations.Scope.DOCUMENT, Annotations.Scope.RULE);
    assertThat(module.annotations().get(0).target()).isEmpty();
    assertThat(module.annotations().get(2).target()).contains(1);
    assertThat(module.annotations().get(0).fields().toString())
        .isEqualTo(
            "{\"custom\": {\"level\": 15, \"on\": \"yes\"}, \"scope\": \"package\", \"title\":"
                + " \"P\"}");
    assertThat(module.annotations().get(1).fields().get("authors"))
        .hasToString(
            "[{\"email\": \"jane@example.com\", \"name\": \"Jane Doe\"}, {\"name\": \"X\"}]");
    assertThat(module.annotations().get(1).fields().get("schemas"))
        .hasToString(
            "[{\"path\": [\"input\", \"x\"], \"schema\": [\"schema\", \"y\"]}, {\"definition\":"
                + " {\"type\": \"string\"}, \"path\": [\"data\", \"z\"]}]");
    assertThat(module.annotations().get(2).fields().get("description"))
        .isEqualTo(StringValue.of("two\nlines\n"));
  }
}
