package dev.portcullis.document.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.DocumentReader;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileFormatTest {
  private final DocumentReader reader = DocumentReader.standard();

  private Document read(String text) {
    return reader.read(text, "Dockerfile").single();
  }

  private String commands(String text) {
    return ValueText.json(
        reader
            .read(text.getBytes(StandardCharsets.UTF_8), "Dockerfile", "dockerfile-commands")
            .single()
            .value());
  }

  private static Value at(Value value, Object... path) {
    Value result = value;
    for (Object step : path) {
      result =
          step instanceof Integer index
              ? ((ArrayValue) result).at(index)
              : ((ObjectValue) result).get((String) step);
    }
    return result;
  }

  private static List<String> messages(DocumentBatch batch) {
    return batch.diagnostics().stream().map(Diagnostic::oneLine).toList();
  }

  @Test
  void stagesHoldTheirCommands() {
    Value value =
        read("ARG V=1\n"
                + "FROM golang:$V AS build\n"
                + "RUN go build\n"
                + "FROM scratch\n"
                + "COPY --from=build /a /a\n")
            .value();
    assertThat(((ArrayValue) at(value, "Stages")).size()).isEqualTo(3);
    assertThat(at(value, "Stages", 0, "Name")).hasToString("\"\"");
    assertThat(at(value, "Stages", 0, "Commands", 0, "Stage")).hasToString("0");
    assertThat(at(value, "Stages", 1, "Name")).hasToString("\"golang:$V AS build\"");
    assertThat(ValueText.json(at(value, "Stages", 1, "Commands", 0)))
        .isEqualTo(
            "{\"Cmd\":\"from\",\"EndLine\":2,\"Flags\":[],\"JSON\":false,"
                + "\"Original\":\"FROM golang:$V AS build\",\"Path\":\"Dockerfile\",\"Stage\":0,"
                + "\"StartLine\":2,\"SubCmd\":\"\",\"Value\":[\"golang:$V\",\"AS\",\"build\"]}");
    assertThat(at(value, "Stages", 2, "Commands", 1, "Flags")).hasToString("[\"--from=build\"]");
    assertThat(at(value, "Stages", 2, "Commands", 1, "Stage")).hasToString("1");
  }

  @Test
  void commandsAreAnArrayWithComments() {
    assertThat(commands("# hi\nFROM a\n#\nENV k v w\nONBUILD RUN [\"x\"]\n"))
        .isEqualTo(
            "[{\"Cmd\":\"comment\",\"Flags\":[],\"JSON\":false,\"Stage\":0,\"SubCmd\":\"\",\"Value\":[\"hi\"]},"
                + "{\"Cmd\":\"from\",\"Flags\":[],\"JSON\":false,\"Stage\":0,\"SubCmd\":\"\",\"Value\":[\"a\"]},{\"Cmd\":\"env\",\"Flags\":[],\"JSON\":false,\"Stage\":0,\"SubCmd\":\"\",\"Value\":[\"k\",\"v"
                + " w\",\"\"]},"
                + "{\"Cmd\":\"onbuild\",\"Flags\":[],\"JSON\":true,\"Stage\":0,\"SubCmd\":\"RUN\",\"Value\":[\"x\"]}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ENV a=b c=\"d e\" f='g h' i=j\\ k|[\"a\",\"b\",\"=\",\"c\",\"\\\"d"
            + " e\\\"\",\"=\",\"f\",\"'g h'\",\"=\",\"i\",\"j\\\\ k\",\"=\"]",
        "LABEL a=|[\"a\",\"\",\"=\"]",
        "RUN  a  && b |[\"a  && b\"]",
        "RUN [\"a\", \"b\"|[\"[\\\"a\\\", \\\"b\\\"\"]",
        "CMD [\"a\", \"b c\"]|[\"a\",\"b c\"]",
        "COPY a\tb  c|[\"a\",\"b\",\"c\"]",
        "ARG A B=\"1 2\"|[\"A\",\"B=\\\"1 2\\\"\"]",
        "HEALTHCHECK --interval=5s CMD [\"x\", \"y\"]|[\"CMD\",\"x\",\"y\"]",
        "HEALTHCHECK NONE|[\"NONE\"]",
        "USER a:b|[\"a:b\"]",
        "EXPOSE 80 443/tcp|[\"80\",\"443/tcp\"]",
      })
  void argumentsAreReadInTheFormOfTheirInstruction(String line, String values) {
    assertThat(ValueText.json(at(read(line).value(), "Stages", 0, "Commands", 0, "Value")))
        .isEqualTo(values);
  }

  @Test
  void continuationsAreJoinedAndCommentsInThemVanish() {
    Document document =
        read("\uFEFFFROM a\r\nRUN x \\\r\n  # why\r\n && y \\ \r\n\r\n && z\r\nUSER u\r\n");
    Value run = at(document.value(), "Stages", 0, "Commands", 1);
    assertThat(at(run, "Value")).hasToString("[\"x  && y  && z\"]");
    assertThat(at(run, "StartLine")).hasToString("2");
    assertThat(at(run, "EndLine")).hasToString("6");
    assertThat(document.locate("/Stages/0/Commands/2/Value/0"))
        .hasToString("Optional[Dockerfile:7:1]");
    assertThat(messages(reader.read("RUN a \\\n\n b", "Dockerfile")))
        .containsExactly(
            "Dockerfile:3: document_warning: empty continuation line in the instruction that ends"
                + " here");
  }

  @Test
  void theEscapeDirectiveChangesContinuations() {
    Value value = read("# escape=`\nFROM a\nRUN dir c:\\ `\n /s\n").value();
    assertThat(at(value, "Stages", 0, "Commands", 1, "Value")).hasToString("[\"dir c:\\\\  /s\"]");
  }

  @Test
  void hereDocuments() {
    Value value =
        read("FROM a\nRUN <<-EOF\n\tone\n\ttwo\n\tEOF\nRUN cat <<'E F' > x\n$y\nE F\nUSER u\n")
            .value();
    Value first = at(value, "Stages", 0, "Commands", 1);
    assertThat(at(first, "Value")).hasToString("[\"one ; two\"]");
    assertThat(at(first, "Original")).hasToString("\"RUN <<-EOF\\n\\tone\\n\\ttwo\\nEOF\"");
    assertThat(at(first, "EndLine")).hasToString("5");
    assertThat(at(value, "Stages", 0, "Commands", 2, "Value"))
        .hasToString("[\"cat <<'E F' > x\\n$y\\nE F\"]");
    assertThat(at(value, "Stages", 0, "Commands", 3, "StartLine")).hasToString("9");
    assertThat(commands("RUN <<EOF\nx\nEOF")).contains("\"Value\":[\"<<EOF\"]");
  }

  @Test
  void fragmentsNeedNoFrom() {
    Value value = read("RUN addgroup app\nUSER app\n").value();
    assertThat(at(value, "Stages", 0, "Name")).hasToString("\"\"");
    assertThat(at(value, "Stages", 0, "Commands", 1, "Cmd")).hasToString("\"user\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM a\\n  FOO b|2:unknown instruction: FOO",
        "FROM a b|1:FROM requires either one argument",
        "FROM|1:FROM requires at least one argument",
        "COPY a|1:COPY requires at least two arguments",
        "ENV a|1:ENV must have two arguments",
        "ENV a=b c|1:Syntax error - can't find =",
        "RUN [1]|1:when using JSON array syntax",
        "# escape=x|1:invalid escape token",
        "# syntax=a\\n# syntax=b\\nFROM a|2:only one syntax",
        "RUN <<EOF\\nx|1:unterminated heredoc",
        "ONBUILD FROM a|1:FROM isn't allowed as an ONBUILD trigger",
        "# nothing|1:file with no instructions",
      })
  void mistakesHaveAPlace(String text, String expected) {
    DocumentBatch batch = reader.read(text.replace("\\n", "\n"), "Dockerfile");
    assertThat(batch.documents()).isEmpty();
    String[] parts = expected.split(":", 2);
    assertThat(messages(batch))
        .singleElement()
        .asString()
        .startsWith("Dockerfile:" + parts[0] + ": document_parse_error: " + parts[1]);
  }

  @Test
  void everyMistakeIsReported() {
    assertThat(messages(reader.read("FOO a\nBAR b\nFROM c\n", "Dockerfile"))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dockerfile",
        "a/Dockerfile.dev",
        "app.dockerfile",
        "Containerfile",
        "x--Dockerfile",
        "Dockerfile-prod",
        "build.Dockerfile"
      })
  void namesOfDockerfiles(String name) {
    assertThat(reader.read("FROM a", name).single().format()).isEqualTo("dockerfile");
  }

  @Test
  void otherNames() {
    assertThat(reader.read("a: 1", "dockerfile-values.yaml").single().format()).isEqualTo("yaml");
    assertThat(reader.read("# c\n\nFROM a\nRUN b: c", "-").single().format())
        .isEqualTo("dockerfile");
  }
}
