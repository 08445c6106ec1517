package dev.portcullis.rego.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermParserTest {
  private static Term term(String text) {
    return RegoParser.parseTerm(new SourceText("term", text), ParserOptions.v1()).orElseThrow();
  }

  private static boolean fails(String text) {
    return RegoParser.parseTerm(new SourceText("term", text), ParserOptions.v1()).failed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a + b * c ! plus(a, mul(b, c))",
        "a * b + c ! plus(mul(a, b), c)",
        "a - b - c ! minus(minus(a, b), c)",
        "a | b & c ! or(a, and(b, c))",
        "a & b + c ! and(a, plus(b, c))",
        "a == b | c ! equal(a, or(b, c))",
        "a < b == c ! equal(lt(a, b), c)",
        "a in b == c ! internal.member_2(a, equal(b, c))",
        "a == b in c ! internal.member_2(equal(a, b), c)",
        "a in b in c ! internal.member_2(internal.member_2(a, b), c)",
        "(a + b) * c ! mul(plus(a, b), c)",
        "k, v in xs ! internal.member_3(k, v, xs)",
        "-x ! minus(0, x)",
        "1 - -x.y ! minus(1, minus(0, x.y))",
        "a := b + 1 ! assign(a, plus(b, 1))",
        "a = b == c ! a = equal(b, c)",
        "[1 | 2] ! [1 | 2]",
        "[1 | 2, 3] ! [or(1, 2), 3]",
        "{1 | 2} ! {1 | 2}",
        "{(1 | 2)} ! {or(1, 2)}",
        "{1 | 2, 3} ! {or(1, 2), 3}",
        "{a: b | c} ! {a: b | c}",
        "{a: (b | c)} ! {a: or(b, c)}",
        "{a + 1: b | c} ! {(a + 1): b | c}",
        "{} ! {}",
        "set() ! set()",
        "{1} ! {1}",
        "[1, 2,] ! [1, 2]",
        "[, 1] ! [1]",
        "f(x,) ! f(x)",
        "f(x).y[0].g(z) ! f(x).y[0].g(z)",
        "[1, 2][0] ! [1, 2][0]",
        "{\"a\": 1}.a ! {\"a\": 1}.a",
        "data.foo.with[\"x y\"].in ! data.foo[\"with\"][\"x y\"][\"in\"]",
        "x[[y, 1]] ! x[[y, 1]]",
        "contains(a, b) ! contains(a, b)",
      })
  void bindsOperatorsAsOpaDoes(String text, String tree) {
    assertThat(Rego.query(text)).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource({
    "1.10, 1.10",
    "1e2, 1e2",
    "0, 0",
    "-0.5, -0.5",
    ".5, 0.5",
    "- 7, -7",
    "1E400, 1E400",
    "123456789012345678901234567890, 123456789012345678901234567890"
  })
  void keepsTheSpellingOfNumbers(String text, String spelling) {
    Term.Scalar scalar = (Term.Scalar) term(text);
    assertThat(((NumberValue) scalar.value()).text()).isEqualTo(spelling);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"01", "-007", "1e40000", "1e-40000", "1.", "1e", "0x1", "1e99999999999", "..5"})
  void refusesWhatIsNoNumber(String text) {
    assertThat(fails(text)).isTrue();
  }

  @Test
  void decidesTheSizeOfHugeNumbersWithoutReadingThem() {
    assertThat(fails("9".repeat(2_000_000))).isTrue();
    assertThat(fails("0." + "0".repeat(2_000_000) + "1")).isTrue();
    assertThat(fails("9".repeat(30_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"a\\nb\"', 'a\nb'",
    "'\"\\u00e9\\/\"', 'é/'",
    "'\"\\ud83d\\ude00\"', '😀'",
    "'\"\\ud83d\"', '\uFFFD'",
    "'\"a\tb\"', 'a\tb'",
    "'`a\\nb`', 'a\\nb'",
    "'\"\"', ''"
  })
  void resolvesTheEscapesOfJson(String text, String value) {
    assertThat(((Term.Scalar) term(text)).value()).isEqualTo(StringValue.of(value));
  }

  @Test
  void refusesControlCharactersBesideEscapes() {
    assertThat(fails("\"a\t\\n\"")).isTrue();
    assertThat(fails("\"\\u12g4\"")).isTrue();
  }

  @Test
  void splitsTemplateStringsIntoTextAndExpressions() {
    Term.TemplateString template = (Term.TemplateString) term("$\"a\\{{x.y + 1}\\n{`}`}\"");
    assertThat(template.multiLine()).isFalse();
    assertThat(template.parts()).hasSize(4);
    assertThat(template.parts().get(0)).isEqualTo(new Term.TemplatePart.Text("a{"));
    assertThat(template.parts().get(2)).isEqualTo(new Term.TemplatePart.Text("\n"));
    assertThat(((Term.TemplateString) term("$`a\n{1}`")).multiLine()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$\"{}\"",
        "$\"{x = 1}\"",
        "$\"{x := 1}\"",
        "$\"{some x in y}\"",
        "$\"{not x}\"",
        "$\"{x y}\"",
        "$\"{x",
        "$\"{every x in y { true }}\""
      })
  void refusesTemplateExpressionsWithoutAValue(String text) {
    assertThat(fails(text)).isTrue();
  }

  @Test
  void givesEveryWildcardANameOfItsOwn() {
    Term.ArrayTerm array = (Term.ArrayTerm) term("[_, _, {_: 1 | f(_)}]");
    assertThat(array.items().get(0)).isEqualTo(new Term.Var(array.span(), "$0"));
    assertThat(array.items().get(1)).isEqualTo(new Term.Var(array.span(), "$1"));
  }
}
