package dev.portcullis.document.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.api.value.ValueText;
import dev.portcullis.document.source.SyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlDialectsTest {

  private static String kubernetes(String text) {
    return ValueText.json(KubernetesYaml.read(text.replace("⏎", "\n")));
  }

  private static String core(String text) {
    return ValueText.json(Yaml12.read(text.replace("⏎", "\n")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: yes|{\"a\":true}",
        "a: on|{\"a\":true}",
        "a: y|{\"a\":true}",
        "a: Off|{\"a\":false}",
        "a: 0o17|{\"a\":15}",
        "a: 017|{\"a\":15}",
        "a: 0777|{\"a\":511}",
        "a: 1_000|{\"a\":1000}",
        "a: 1e3|{\"a\":1000}",
        "a: 1.0|{\"a\":1}",
        "a: 12345678901234567890|{\"a\":12345678901234567890}",
        "a: 123456789012345678901234567890|{\"a\":1.2345678901234568e+29}",
        "a: ~|{\"a\":null}",
        "a: NULL|{\"a\":null}",
        "a: 1⏎a: 2|{\"a\":2}",
        "true: x|{\"true\":\"x\"}",
        "on: x|{\"true\":\"x\"}",
        "a: &x [1]⏎b: *x|{\"a\":[1],\"b\":[1]}",
        "a: {<<: {k: v}, b: 1}|{\"a\":{\"b\":1,\"k\":\"v\"}}",
        "a: 0x1F|{\"a\":31}",
        "a: +1|{\"a\":1}",
        "a: 1:30|{\"a\":\"1:30\"}",
        "a: 08|{\"a\":8}",
        "a: 0b11|{\"a\":3}",
        "a: 1.10|{\"a\":1.1}",
        "a: 1e400|{\"a\":\"1e400\"}",
        "a: 2001-01-01|{\"a\":\"2001-01-01\"}",
        "a: !!binary aGk=|{\"a\":\"hi\"}",
        "1: x|{\"1\":\"x\"}",
        "a: !foo bar|{\"a\":\"bar\"}",
        "a: ! yes|{\"a\":\"yes\"}",
        "a: .5_5|{\"a\":0.55}",
        "a: 1e21|{\"a\":1e+21}",
        "a: 1e-7|{\"a\":1e-7}",
        "a: -0.0|{\"a\":-0}",
        "1000000.0: x|{\"1e+06\":\"x\"}",
        "a: 1⏎<<: {a: 2}|{\"a\":2}",
        "<<: {a: 2}⏎a: 1|{\"a\":1}",
        "<<: [{a: 1}, {a: 2, b: 3}]|{\"a\":1,\"b\":3}",
      })
  void kubernetesReadsItsWay(String yaml, String json) {
    assertThat(kubernetes(yaml)).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: .inf|1|4",
        "? [a]⏎: b|1|3",
        "~: x|1|1",
        "a: *x|1|4",
        "a: &x [*x]|1|8",
        "a: !!int x|1|4",
        "a: [⏎b: }|2|4",
        "%YAML 1.2⏎---⏎a: 1|1|1",
        "a: b: c|1|5",
        "a: \"\\u|1|2",
        "a: \"\\U00110000\"|1|7",
        "a: !!binary ab|1|4",
      })
  void kubernetesRefuses(String yaml, int row, int column) {
    assertThatThrownBy(() -> kubernetes(yaml))
        .isInstanceOfSatisfying(
            SyntaxException.class,
            e ->
                assertThat(e.row() + ":" + e.column() + " " + e.getMessage())
                    .startsWith(row + ":" + column + " "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "on: push|{\"on\":\"push\"}",
        "a: yes|{\"a\":\"yes\"}",
        "a: 017|{\"a\":17}",
        "a: 0o17|{\"a\":15}",
        "a: 0x1F|{\"a\":31}",
        "a: 1.10|{\"a\":1.10}",
        "a: 1e400|{\"a\":1e400}",
        "a: +12|{\"a\":12}",
        "a: .5|{\"a\":0.5}",
        "a: 5.|{\"a\":5}",
        "a: -00.50e+03|{\"a\":-0.50e+03}",
        "a: 1_000|{\"a\":\"1_000\"}",
        "a: 1:30|{\"a\":\"1:30\"}",
        "a: True|{\"a\":true}",
        "a: 12345678901234567890|{\"a\":12345678901234567890}",
        "1.10: x|{\"1.10\":\"x\"}",
        "a: !Ref x|{\"a\":\"x\"}",
        "a: !!str 1|{\"a\":\"1\"}",
        "a: !!float 1|{\"a\":1}",
        "a: 1⏎<<: {a: 2}|{\"a\":1}",
        "<<: [{a: 1}, {a: 2, b: 3}]|{\"a\":1,\"b\":3}",
        "%YAML 1.2⏎---⏎a: 1|{\"a\":1}",
        "a: |{\"a\":null}",
      })
  void otherDocumentsAreYaml12(String yaml, String json) {
    assertThat(core(yaml)).isEqualTo(json);
  }

  @Test
  void aliasesCannotExplode() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a" + i + ": &a" + i + " [");
      bomb.append(("*a" + (i - 1) + ",").repeat(9)).append("]\n");
    }
    assertThatThrownBy(() -> kubernetes(bomb.toString()))
        .isInstanceOf(SyntaxException.class)
        .hasMessageContaining("excessive aliasing");
    assertThatThrownBy(() -> core(bomb.toString())).isInstanceOf(SyntaxException.class);
  }

  @Test
  void deepNestingIsAnErrorNotAnOverflow() {
    assertThatThrownBy(() -> core("[".repeat(100_000))).isInstanceOf(SyntaxException.class);
    assertThatThrownBy(() -> core("- ".repeat(100_000))).isInstanceOf(SyntaxException.class);
    assertThatThrownBy(() -> core("{a: ".repeat(100_000))).isInstanceOf(SyntaxException.class);
  }
}
