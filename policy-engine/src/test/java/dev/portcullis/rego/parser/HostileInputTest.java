package dev.portcullis.rego.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.SourceText;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {
  private static final long SMALL_STACK = 512 << 10;

  private static ParseResult<Module> parse(String text) {
    return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Rego.parse(text));
  }

  /** Runs on a stack as small as threads commonly have. */
  private static ParseResult<Module> parseOnSmallStack(String text) throws InterruptedException {
    AtomicReference<ParseResult<Module>> result = new AtomicReference<>();
    Thread thread = new Thread(null, () -> result.set(Rego.parse(text)), "small", SMALL_STACK);
    thread.start();
    thread.join(20_000);
    assertThat(result.get()).as("parsed in time and without overflow").isNotNull();
    return result.get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{", "(", "f(", "{x: ", "[x | ", "$\"{", "x[", "-x[", "{x | not {"})
  void deepNestingIsAnErrorWithAPlace(String open) throws InterruptedException {
    ParseResult<Module> result = parseOnSmallStack("package a\n\nx := " + open.repeat(100_000));
    assertThat(result.failed()).isTrue();
    assertThat(result.diagnostics())
        .anySatisfy(
            d -> {
              assertThat(d.message()).isEqualTo(Messages.TOO_DEEP);
              assertThat(d.location().orElseThrow().row()).isEqualTo(3);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {" + 1", " | x", ".f()", " == y", "[0]()", " in xs"})
  void longChainsAreNotDeepForTheStack(String link) throws InterruptedException {
    ParseResult<Module> result = parseOnSmallStack("package a\nx := y" + link.repeat(20_000));
    assertThat(result.diagnostics())
        .anySatisfy(d -> assertThat(d.message()).isEqualTo(Messages.TOO_DEEP));
  }

  @Test
  void reasonableDepthIsFineAndCanBeWalked() throws InterruptedException {
    String nested = "[".repeat(200) + "]".repeat(200);
    Module module = parseOnSmallStack("package a\nx := " + nested).orElseThrow();
    int[] terms = {0};
    new TermWalker() {
      @Override
      public void term(dev.portcullis.rego.ast.Term term) {
        terms[0]++;
        super.term(term);
      }
    }.rule(module.rules().get(0));
    assertThat(terms[0]).isGreaterThan(200);
  }

  @Test
  void longElseChainsAreBounded() throws InterruptedException {
    assertThat(parseOnSmallStack("package a\np if x" + " else := 1 if y".repeat(900)).failed())
        .isFalse();
    assertThat(parseOnSmallStack("package a\np if x" + " else := 1 if y".repeat(100_000)).failed())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{x: {y: ",
        "{1 | {2 | ",
        "[1 | [2 + ",
        "{a + {b + ",
        "((((",
        "{x | {",
        "[(x | [(",
        "{(1)|{(2),"
      })
  void tryingAgainStaysLinear(String open) {
    parse("package a\nx := " + open.repeat(60));
    parse("package a\np if {" + open.repeat(60));
  }

  @Test
  void longTextsAreFine() {
    assertThat(parse("package a\nx := \"" + "y".repeat(3_000_000) + "\"").failed()).isFalse();
    assertThat(parse("package a\nx := [" + "1,".repeat(200_000) + "1]").failed()).isFalse();
    assertThat(parse("package a\n" + "# note\n".repeat(100_000)).failed()).isFalse();
  }

  @Test
  void aliasesCannotExplode() {
    StringBuilder yaml = new StringBuilder("# a0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      yaml.append("# a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThat(parse("package a\n# METADATA\n" + yaml + "p := 1").failed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void deepMetadataIsAnError(String open) throws InterruptedException {
    String yaml = "# custom:\n#  " + open.repeat(20_000);
    assertThat(parseOnSmallStack("package a\n# METADATA\n" + yaml + "\np := 1").failed()).isTrue();
  }

  @Property(tries = 150)
  void tokenSoupNeverCrashes(@ForAll("soup") String text) {
    parseBothWays(text);
  }

  @Property(tries = 100)
  void anyTextNeverCrashes(@ForAll String text) {
    parseBothWays(text);
    parseBothWays("package a\n" + text);
  }

  @Property(tries = 150)
  void mutationsNeverCrash(
      @ForAll("positions") int position,
      @ForAll("positions") int length,
      @ForAll("words") String word) {
    int from = position % SAMPLE.length();
    int to = Math.min(SAMPLE.length(), from + length % 8);
    parseBothWays(SAMPLE.substring(0, from) + word + SAMPLE.substring(to));
  }

  private static void parseBothWays(String text) {
    SourceText source = new SourceText("t", text);
    for (ParserOptions options :
        new ParserOptions[] {
          ParserOptions.v0(), ParserOptions.v1().withFeature(ParserOptions.LOGICAL_OPERATORS)
        }) {
      ParseResult<Module> result =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(10), () -> RegoParser.parseModule(source, options));
      assertThat(result.failed()).isEqualTo(!result.diagnostics().isEmpty());
      assertThat(result.diagnostics()).allSatisfy(d -> assertThat(d.snippet()).isPresent());
    }
  }

  private static final String SAMPLE =
      """
      # METADATA
      # title: x
      package a.b["c"]
      import rego.v1
      import future.keywords.not
      import data.x as y
      default p := {"a": [1, 2.5], "b": {1, 2}}
      p := $"x{y + 1}z" if { not { some k, v in y; v > -k }; every i in y { i == `r` } }
      q contains [x, _] if some x in {i | i := y[_].z with input.a as 1} else := 2
      f(x) := {k: v | v := x[k]} if x else := g(x).h[0]
      """;

  @Provide
  Arbitrary<Integer> positions() {
    return Arbitraries.integers().between(0, 10_000);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.of(
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "|",
        "&",
        ",",
        ";",
        ":",
        ":=",
        "=",
        "==",
        "in",
        "if",
        "not ",
        "some ",
        "every ",
        "else ",
        "contains",
        "with ",
        "as ",
        "package ",
        "import ",
        "default ",
        "x",
        "_",
        "1",
        "-",
        ".",
        "\"",
        "`",
        "$\"",
        "$`",
        "\\",
        "#",
        "\n",
        " ",
        "and ",
        "or ",
        "true",
        "null",
        "import future.keywords.and\n",
        "# METADATA\n",
        "\uFEFF",
        "\u0000",
        "é");
  }

  @Provide
  Arbitrary<String> soup() {
    return words().list().ofMaxSize(40).map(words -> "package a\n" + String.join(" ", words));
  }
}
