package dev.portcullis.rego.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledRegexTest {
  @Property(tries = 2000)
  void automatonAgreesWithRe2j(@ForAll("patterns") String pattern, @ForAll("texts") String text)
      throws RegexSyntaxException {
    LazyDfa automaton = new LazyDfa(NfaProgram.of(RegexParser.parse(pattern).root()));

    assertThat(automaton.matches(text))
        .as("%s on %s", pattern, text)
        .isEqualTo(Pattern.compile(pattern).matcher(text).find());
  }

  @Property(tries = 500)
  void literalDecidersAgreeWithTheAutomaton(
      @ForAll("literals") String pattern, @ForAll("texts") String text)
      throws RegexSyntaxException {
    RegexNode root = RegexParser.parse(pattern).root();
    Predicate<String> decider = LiteralDecider.of(root);

    assertThat(decider).as(pattern).isNotNull();
    assertThat(decider.test(text))
        .as("%s on %s", pattern, text)
        .isEqualTo(new LazyDfa(NfaProgram.of(root)).matches(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aabbcA1 \né").ofMaxLength(10);
  }

  @Provide
  Arbitrary<String> literals() {
    Arbitrary<String> word = Arbitraries.strings().withChars("abc").ofMaxLength(3);
    Arbitrary<String> begin = Arbitraries.of("", "^", "\\A", ".*");
    Arbitrary<String> end = Arbitraries.of("", "$", "\\z", ".*");
    Arbitrary<String> plain = Combinators.combine(begin, word, end).as((b, w, e) -> b + w + e);
    Arbitrary<String> either =
        Combinators.combine(word, word, word).as((x, y, z) -> "^(" + x + "|" + y + "|" + z + ")$");
    return Arbitraries.oneOf(plain, either);
  }

  @Provide
  Arbitrary<String> patterns() {
    Arbitrary<String> atom =
        Arbitraries.of(
            "a", "b", "[ab]", "[^a]", ".", "\\w", "\\b", "\\B", "^", "$", "\\d", "(?i:a)", "é",
            "(?s:.)", "(?m:^)", "(?m:$)", "\\s");
    return Arbitraries.recursive(
        () -> atom,
        inner ->
            Arbitraries.oneOf(
                Combinators.combine(inner, inner).as((x, y) -> x + y),
                Combinators.combine(inner, inner).as((x, y) -> "(" + x + "|" + y + ")"),
                Combinators.combine(inner, Arbitraries.of("*", "+", "?", "{2}", "{1,2}", "{2,}"))
                    .as((x, op) -> "(?:" + x + ")" + op)),
        0,
        4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{1001}",
        "((((a{100}){100}){100}){100})",
        "(((a{10}){10}){10}){2}",
        "(a{1000}b{1000}){1000}"
      })
  void repetitionsAreBoundedBeforeAnythingIsBuilt(String pattern) {
    assertThatThrownBy(() -> CompiledRegex.compile(pattern))
        .isInstanceOf(RegexSyntaxException.class)
        .hasMessageContaining("invalid repeat count");
  }

  @Test
  void nestingIsBounded() {
    String deep = "(".repeat(100_000) + ")".repeat(100_000);

    assertThatThrownBy(() -> CompiledRegex.compile(deep))
        .hasMessageStartingWith("error parsing regexp: expression nests too deeply");
    assertThat(RegexEngine.isValid("(".repeat(999) + "a" + ")".repeat(999))).isTrue();
  }

  @Test
  void matchingTakesTimeLinearInTheText() {
    String text = "a".repeat(200_000);

    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          assertThat(CompiledRegex.compile("(a*)*b").matches(text)).isFalse();
          assertThat(CompiledRegex.compile("(a|aa)+$").matches(text)).isTrue();
          assertThat(CompiledRegex.compile("(.*a){20}b").matches(text)).isFalse();
        });
  }

  @Test
  void automatonForgetsStatesWhenThereAreTooMany() throws RegexSyntaxException {
    // Needs 2^16 states when they are all kept.
    CompiledRegex regex = CompiledRegex.compile("a[ab]{15}c");
    StringBuilder text = new StringBuilder();
    java.util.Random random = new java.util.Random(1);
    for (int i = 0; i < 100_000; i++) {
      text.append(random.nextBoolean() ? 'a' : 'b');
    }

    assertThat(regex.matches(text.toString())).isFalse();
    assertThat(regex.matches(text + "a" + "b".repeat(15) + "c")).isTrue();
  }

  @Test
  void aByteThatIsNotUtf8CountsAsOneCharacter() throws RegexSyntaxException {
    assertThat(CompiledRegex.compile("^a.b$").matches("a\uDCFFb")).isTrue();
    assertThat(CompiledRegex.compile("^a\uFFFDb$").matches("a\uDCFFb")).isTrue();
  }

  @Test
  void sourcesAreCompiledOnce() throws RegexSyntaxException {
    assertThat(RegexEngine.compile("once+")).isSameAs(RegexEngine.compile("once+"));
  }
}
