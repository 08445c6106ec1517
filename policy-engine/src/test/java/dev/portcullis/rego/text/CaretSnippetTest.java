package dev.portcullis.rego.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaretSnippetTest {
  /** The caret must stand below the first {@code ^^} place, which is marked by {@code @}. */
  private static String at(String marked) {
    int offset = marked.indexOf('@');
    return CaretSnippet.at(new SourceText("t", marked.replace("@", "")), offset);
  }

  @Test
  void pointsIntoTheLineOfThePlace() {
    assertThat(at("first\nse@cond\nthird")).isEqualTo("second\n  ^");
  }

  @Test
  void keepsTabsSoThatTheCaretLinesUp() {
    assertThat(at("\t\tx := @}")).isEqualTo("\t\tx := }\n\t\t     ^");
  }

  @ParameterizedTest
  @CsvSource({
    "日本@x, 4", // wide characters take two cells
    "😀@x, 2",
    "e\u0301@x, 1", // a combining accent takes none
    "é@x, 1"
  })
  void countsCellsRatherThanCharacters(String marked, int cells) {
    String snippet = at(marked);
    assertThat(snippet.substring(snippet.indexOf('\n') + 1)).isEqualTo(" ".repeat(cells) + "^");
  }

  @Test
  void standsAfterTheLastCharacterAtTheEndOfTheText() {
    assertThat(at("x :=@")).isEqualTo("x :=\n    ^");
  }

  @Test
  void cutsLongLinesAroundThePlace() {
    String snippet = at("a".repeat(1_000_000) + "@" + "b".repeat(1_000_000));
    assertThat(snippet.lines().toList().get(0)).hasSizeLessThan(200).contains("ab").startsWith("…");
    String[] lines = snippet.split("\n");
    assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo('b');
  }

  @Test
  void showsControlCharactersAsReplacements() {
    assertThat(at("a\u0000\u001b@b")).startsWith("a\uFFFD\uFFFDb\n");
  }

  @Test
  void endsBeforeACarriageReturn() {
    assertThat(at("a@b\r\nc")).isEqualTo("ab\n ^");
  }
}
