package dev.portcullis.document.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.ValueText;
import dev.portcullis.document.source.Projection;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static String roundTrip(String text) {
    return ValueText.json(JsonReader.STANDARD.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.10",
        "1e400",
        "-0",
        "0",
        "-0.0",
        "1E+2",
        "9223372036854775807",
        "-9223372036854775808",
        "123456789012345678",
        "1234567890123456789",
        "12345678901234567890123",
        "\"a\\nb\"",
        "null",
        "[]",
        "{}",
        "[[],{},[[1]]]",
        "{\"a\":{\"b\":[1,true,false,null]}}"
      })
  void keepsWhatIsThere(String text) {
    assertThat(roundTrip(text)).isEqualTo(text);
  }

  @Test
  void lastOfDuplicateKeysWinsAndIsReported() {
    JsonReader.Result result =
        JsonReader.STANDARD.read(
            "{\"a\":1,\"a\":{\"b\":2}}".getBytes(StandardCharsets.UTF_8), Projection.EVERYTHING);
    assertThat(ValueText.json(result.value())).isEqualTo("{\"a\":{\"b\":2}}");
    assertThat(result.duplicateKeys()).isTrue();
  }

  @Test
  void replacesWhatIsNoUnicode() {
    assertThat(roundTrip("[\"\\ud800x\",\"\\udc00\",\"\\ud83d\\ude00\"]"))
        .isEqualTo("[\"\uFFFDx\",\"\uFFFD\",\"😀\"]");
    assertThat(roundTrip("{\"\\ud800\":1}")).isEqualTo("{\"\uFFFD\":1}");
    byte[] invalid = {'"', 'a', (byte) 0xFF, (byte) 0xE2, (byte) 0x82, '"'};
    assertThat(JsonReader.STANDARD.read(invalid)).isEqualTo(StringValue.of("a\uFFFD\uFFFD\uFFFD"));
    assertThat(roundTrip("\"\ud800\"")).isEqualTo("\"\uFFFD\"");
  }

  @Test
  void skipsAByteOrderMark() {
    assertThat(roundTrip("\uFEFF{\"a\":1}")).isEqualTo("{\"a\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|1|1",
        "{\"a\": x}|1|7",
        "{\"a\": 1} x|1|10",
        "{} {}|1|4",
        "[1,]|1|4",
        "{\"é\": 01}|1|7",
        "[1, 2|1|6",
        "{\"a\" 1}|1|6",
        "nul|1|1",
        "[\"a\tb\"]|1|4",
        "[+1]|1|2",
        "[NaN]|1|2",
        "{a: 1}|1|2",
        "]|1|1",
      })
  void errorsHaveAPlace(String text, int row, int column) {
    assertThatThrownBy(() -> JsonReader.STANDARD.read(text == null ? "" : text))
        .isInstanceOfSatisfying(
            SyntaxException.class,
            e ->
                assertThat(e.row() + ":" + e.column() + " " + e.getMessage())
                    .startsWith(row + ":" + column + " "));
  }

  @Test
  void errorsOnLaterLinesHaveTheirLine() {
    assertThatThrownBy(() -> JsonReader.STANDARD.read("{\n  \"a\": 1,\n  \"b\": ?\n}"))
        .isInstanceOfSatisfying(SyntaxException.class, e -> assertThat(e.row()).isEqualTo(3));
  }

  @Test
  void deepNestingIsAnErrorNotAnOverflow() {
    String deep = "[".repeat(2_000_000);
    assertThatThrownBy(() -> JsonReader.STANDARD.read(deep))
        .isInstanceOf(SyntaxException.class)
        .hasMessageContaining("nested deeper than 1000");
    JsonReader lenient = new JsonReader(ReadLimits.DEFAULT.withMaxDepth(3_000_000));
    assertThat(lenient.read(deep + "]".repeat(2_000_000))).isNotNull();
  }

  @Test
  void limitsHold() {
    JsonReader small = new JsonReader(ReadLimits.DEFAULT.withMaxBytes(4));
    assertThat(small.read("[12]")).hasToString("[12]");
    assertThatThrownBy(() -> small.read("[123]")).isInstanceOf(SyntaxException.class);
    assertThatThrownBy(() -> JsonReader.STANDARD.read("1".repeat(200_000)))
        .isInstanceOf(SyntaxException.class);
  }

  @Test
  void utf16IsNotJson() {
    assertThatThrownBy(
            () -> JsonReader.STANDARD.read("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)))
        .isInstanceOf(SyntaxException.class);
  }

  @Test
  void projectionSkipsWhatNobodyReads() {
    String text =
        "{\"skip\":{\"a\":[1,{\"b\":2}]},\"keep\":{\"x\":1,\"y\":[1,2]},\"list\":[{\"x\":1,\"z\":2},3],"
            + "\"none\":[1,{\"a\":[]}],\"last\":0}";
    Projection x = only(Map.of("x", Projection.EVERYTHING));
    Projection plan = only(Map.of("keep", x, "list", each(x), "none", each(Projection.NOTHING)));
    JsonReader.Result result =
        JsonReader.STANDARD.read(text.getBytes(StandardCharsets.UTF_8), plan);
    assertThat(ValueText.json(result.value()))
        .isEqualTo("{\"keep\":{\"x\":1},\"list\":[{\"x\":1},3],\"none\":[]}");
  }

  @Test
  void skippedPartsAreCheckedForTheirSyntax() {
    assertThatThrownBy(
            () ->
                JsonReader.STANDARD.read(
                    "{\"a\":[1,}".getBytes(StandardCharsets.UTF_8), only(Map.of())))
        .isInstanceOf(SyntaxException.class);
    assertThatThrownBy(
            () ->
                JsonReader.STANDARD.read(
                    "{\"a\":[1".getBytes(StandardCharsets.UTF_8), only(Map.of())))
        .isInstanceOf(SyntaxException.class);
  }

  private static Projection only(Map<String, Projection> children) {
    return new Projection() {
      @Override
      public Projection child(StringValue key) {
        return children.getOrDefault(key.value(), NOTHING);
      }

      @Override
      public Projection element() {
        return NOTHING;
      }
    };
  }

  private static Projection each(Projection element) {
    return new Projection() {
      @Override
      public Projection child(StringValue key) {
        return NOTHING;
      }

      @Override
      public Projection element() {
        return element;
      }
    };
  }
}
