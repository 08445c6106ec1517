package dev.portcullis.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.DocumentReader;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JavaValues;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.document.json.JsonWriter;
import dev.portcullis.document.yaml.Yaml12;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

class ReadersFuzzTest {
  private static final List<String> FORMATS =
      List.of("json", "yaml", "dockerfile", "dockerfile-commands");
  private static final DocumentReader READER = DocumentReader.standard();

  private static void readAndLocate(byte[] text) {
    for (String format : FORMATS) {
      DocumentBatch batch = READER.read(text, "fuzz", format);
      assertThat(batch.skipped()).isEmpty();
      for (Document document : batch.documents()) {
        assertThat(document.locate("")).isPresent();
      }
    }
  }

  @Property(tries = 500)
  void anyBytesGiveDocumentsOrDiagnostics(@ForAll @Size(max = 60) byte[] text) {
    readAndLocate(text);
  }

  @Property(tries = 2000)
  void anyStringOfTokensGivesDocumentsOrDiagnostics(@ForAll("tokens") List<String> tokens) {
    readAndLocate(String.join("", tokens).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<List<String>> tokens() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "'",
            "\\",
            "\\u",
            "d800",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "  ",
            "- ",
            "? ",
            ": ",
            "a",
            "é",
            "😀",
            "\uFEFF",
            "1",
            "0x",
            ".",
            "e",
            "-",
            "+",
            "true",
            "null",
            "&a ",
            "*a",
            "*b",
            "<<: ",
            "!!str ",
            "!!binary ",
            "!x ",
            "! ",
            "|",
            ">",
            "|2-",
            "---",
            "...",
            "--- ",
            "%YAML 1.1\n",
            "%TAG ! x:\n",
            "# ",
            "@",
            "`",
            "apiVersion: v1\n",
            "kind: List\n",
            "items:\n",
            "FROM ",
            "RUN ",
            "<<EOF",
            "EOF",
            "ENV ",
            "=",
            "ONBUILD ",
            "HEALTHCHECK ",
            "COPY ",
            "\\\n",
            "\u0000",
            "\u0085",
            "\u2028",
            "~",
            "yes",
            "1_0",
            ".inf")
        .list()
        .ofMaxSize(25);
  }

  @Property(tries = 500)
  void jsonRoundTrips(@ForAll("values") Value value) {
    for (JsonWriter writer : List.of(JsonWriter.COMPACT, JsonWriter.PLAIN, JsonWriter.PRETTY)) {
      String text = writer.text(value);
      Value again = JsonReader.STANDARD.read(text);
      assertThat(again).isEqualTo(value);
      assertThat(writer.text(again)).isEqualTo(text);
    }
  }

  @Property(tries = 300)
  void jsonIsYaml(@ForAll("values") Value value) {
    assertThat(Yaml12.read(JsonWriter.PLAIN.text(value))).isEqualTo(value);
  }

  @Property(tries = 300)
  void treesAndJavaObjectsRoundTrip(@ForAll("values") Value value) {
    assertThat(JavaValues.fromTree(JavaValues.toTree(value))).isEqualTo(value);
    assertThat(JavaValues.of(JavaValues.toJava(value))).isEqualTo(value);
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars("ab<&\"\\\n\t é日😀\u2028")
            .ofMaxLength(6)
            .map(ReadersFuzzTest::paired);
    Arbitrary<Value> scalars =
        Arbitraries.oneOf(
            texts.map(StringValue::of),
            Arbitraries.longs().map(NumberValue::of),
            Arbitraries.of("1.10", "-0.5", "1e5", "1E-7", "123456789012345678901234567890", "0.0")
                .map(NumberValue::parse),
            Arbitraries.of(NullValue.NULL, BooleanValue.TRUE, BooleanValue.FALSE));
    return Arbitraries.lazyOf(
        () -> scalars,
        () -> scalars,
        () -> values().list().ofMaxSize(3).map(ArrayValue::of),
        () ->
            net.jqwik.api.Combinators.combine(texts, values())
                .as(Tuple::of)
                .list()
                .ofMaxSize(3)
                .map(
                    entries -> {
                      ObjectValue.Builder builder = ObjectValue.builder();
                      entries.forEach(e -> builder.put(e.get1(), e.get2()));
                      return builder.build();
                    }));
  }

  /** The generator picks halves of characters, too. */
  private static String paired(String text) {
    return dev.portcullis.document.source.Utf8.wellFormed(text);
  }
}
