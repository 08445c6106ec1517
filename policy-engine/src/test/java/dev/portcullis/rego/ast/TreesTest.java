package dev.portcullis.rego.ast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
  private static final String EVERYTHING =
      """
      package test
      import future.keywords.not
      p.b(a, c) := d if {
        e.f[g] == {h: [i, {j}]}
        some k, l
        some m, n in o
        every q, r in s { t }
        not { u }
        v with input.w as x
        y = [z | {aa | {bb: cc | dd}}]
        $"{ee}"
      } else := ff if gg
      hh contains ii
      """;

  private static Module module(String text) {
    return RegoParser.parseModule(new SourceText("t.rego", text), ParserOptions.v1()).orElseThrow();
  }

  private static Term term(String text) {
    return RegoParser.parseTerm(new SourceText("t", text), ParserOptions.v1()).orElseThrow();
  }

  @Test
  void theWalkerVisitsEveryVariableInTheOrderOfTheSource() {
    List<String> names = new ArrayList<>();
    TermWalker walker =
        new TermWalker() {
          @Override
          public void term(Term term) {
            if (term instanceof Term.Var v) {
              names.add(v.name());
            }
            super.term(term);
          }
        };
    module(EVERYTHING).rules().forEach(walker::rule);
    names.removeAll(List.of("p", "input", "equal", "eq"));
    assertThat(String.join(" ", names))
        .isEqualTo("a c d e g h i j k l m n o q r s t u v x y z aa bb cc dd ee a c ff gg hh ii");
  }

  @Test
  void theRewriterReachesEveryVariableButThoseOfSome() {
    TermRewriter upper =
        new TermRewriter() {
          @Override
          public Term term(Term term) {
            return term instanceof Term.Var v
                ? new Term.Var(v.span(), v.name().toUpperCase(java.util.Locale.ROOT))
                : super.term(term);
          }
        };
    assertThat(AstText.of(upper.rule(module(EVERYTHING).rules().get(0))))
        .isEqualTo(
            "p.b(A, C) := D if { EQUAL(E.f[G], {H: [I, {J}]}); some k, l; some M, N in O; every Q,"
                + " R in S { T }; not {U}; V with INPUT.w as X; EQ(Y, [Z | {AA | {BB: CC | DD}}]);"
                + " $\"{EE}\" } else = FF if { GG }");
  }

  @Test
  void theRewriterKeepsWhatDoesNotChange() {
    TermRewriter nothing = new TermRewriter() {};
    for (Rule rule : module(EVERYTHING).rules()) {
      assertThat(nothing.rule(rule)).isSameAs(rule);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "null ! {\"type\": \"null\", \"value\": {}}",
        "1.50 ! {\"type\": \"number\", \"value\": 1.50}",
        "x ! {\"type\": \"var\", \"value\": \"x\"}",
        "{2, 1, 2} ! {\"type\": \"set\", \"value\": [{\"type\": \"number\", \"value\": 1},"
            + " {\"type\": \"number\", \"value\": 2}]}",
        "{\"b\": 1, \"a\": null} ! {\"type\": \"object\", \"value\": [[{\"type\": \"string\","
            + " \"value\": \"a\"}, {\"type\": \"null\", \"value\": {}}], [{\"type\": \"string\","
            + " \"value\": \"b\"}, {\"type\": \"number\", \"value\": 1}]]}",
        "$\"a{1}\" ! {\"type\": \"templatestring\", \"value\": {\"multi_line\": false, \"parts\":"
            + " [{\"type\": \"string\", \"value\": \"a\"}, {\"type\": \"number\", \"value\": 1}]}}",
      })
  void termsHaveOpasJson(String text, String json) {
    assertThat(AstJson.of(term(text))).hasToString(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "p := 1 ! {\"assign\": true, \"name\": \"p\", \"ref\": [{\"type\": \"var\", \"value\":"
            + " \"p\"}], \"value\": {\"type\": \"number\", \"value\": 1}}",
        "p contains 1 ! {\"key\": {\"type\": \"number\", \"value\": 1}, \"name\": \"p\", \"ref\":"
            + " [{\"type\": \"var\", \"value\": \"p\"}]}",
        "p[x] if x ! {\"key\": {\"type\": \"var\", \"value\": \"x\"}, \"ref\": [{\"type\": \"var\","
            + " \"value\": \"p\"}, {\"type\": \"var\", \"value\": \"x\"}], \"value\": {\"type\":"
            + " \"boolean\", \"value\": true}}",
        "p.q := 1 if x ! {\"assign\": true, \"name\": \"p\", \"ref\": [{\"type\": \"var\","
            + " \"value\": \"p\"}, {\"type\": \"string\", \"value\": \"q\"}], \"value\": {\"type\":"
            + " \"number\", \"value\": 1}}",
      })
  void headsHaveOpasJson(String rule, String json) {
    Rule parsed = module("package a\n" + rule).rules().get(0);
    assertThat(AstJson.of(parsed).get("head")).hasToString(json);
  }

  @Test
  void modulesHaveOpasJson() {
    assertThat(AstJson.of(module("package a\nimport data.b as c\n# hi\n#\ndefault p := 1")))
        .hasToString(
            "{\"comments\": [{\"Location\": {\"col\": 1, \"file\": \"t.rego\", \"row\": 3},"
                + " \"Text\": \"IGhp\"}, {\"Location\": {\"col\": 1, \"file\": \"t.rego\", \"row\":"
                + " 4}, \"Text\": null}], \"imports\": [{\"alias\": \"c\", \"path\": {\"type\":"
                + " \"ref\", \"value\": [{\"type\": \"var\", \"value\": \"data\"}, {\"type\":"
                + " \"string\", \"value\": \"b\"}]}}], \"package\": {\"path\": [{\"type\": \"var\","
                + " \"value\": \"data\"}, {\"type\": \"string\", \"value\": \"a\"}]}, \"rules\":"
                + " [{\"body\": [{\"index\": 0, \"terms\": {\"type\": \"boolean\", \"value\":"
                + " true}}], \"default\": true, \"head\": {\"assign\": true, \"name\": \"p\","
                + " \"ref\": [{\"type\": \"var\", \"value\": \"p\"}], \"value\": {\"type\":"
                + " \"number\", \"value\": 1}}}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\\n\\u0007\\\"\\\\é\"",
        "[(a + b) | c]",
        "{(a + b): c | d}",
        "$\"a\\{{b}\"",
        "f(x).y[_]",
      })
  void textsOfTermsReadAsTheSameTerms(String text) {
    Term parsed = term(text);
    assertThat(term(AstText.of(parsed).replace("\\a", "\\u0007"))).isEqualTo(parsed);
  }

  @Test
  void termsAreOrderedAsValuesAndThenByKind() {
    Term.SetTerm set =
        (Term.SetTerm) term("{{1: 2}, x, [1], \"a\", a.b, 1, null, {3}, f(x), true}");
    assertThat(TermOrder.distinct(set.items()).stream().map(AstText::of))
        .containsExactly("null", "true", "1", "\"a\"", "x", "a.b", "[1]", "{1: 2}", "{3}", "f(x)");
  }
}
