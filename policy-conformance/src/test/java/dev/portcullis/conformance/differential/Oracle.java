package dev.portcullis.conformance.differential;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueText;
import dev.portcullis.document.json.JsonReader;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** OPA, as one running process of {@code policy-bench/peers/opa} that answers line by line. */
final class Oracle implements AutoCloseable {
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private Oracle(Process process) {
    this.process = process;
    this.questions =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Returns whether the Go tool chain is there to build the program with. */
  static boolean isAvailable() {
    try {
      Process version =
          new ProcessBuilder("go", "version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return version.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Builds the program of {@code root} into {@code target} and starts it. */
  static Oracle start(Path root, Path target) throws IOException, InterruptedException {
    Path binary = target.resolve("opa-peer").toAbsolutePath();
    Files.createDirectories(target);
    Process build =
        new ProcessBuilder("go", "build", "-o", binary.toString(), ".")
            .directory(root.resolve("policy-bench/peers/opa").toFile())
            .inheritIO()
            .start();
    if (build.waitFor() != 0) {
      throw new IOException("policy-bench/peers/opa does not build");
    }
    return new Oracle(
        new ProcessBuilder(binary.toString(), "eval")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /**
   * Returns the case of {@code program} with what OPA says in its {@code want_} fields, or nothing
   * where OPA says nothing that holds in general: it ran out of time, or crashed.
   */
  Optional<ObjectValue> answer(Program program) {
    ObjectValue question = program.asCase();
    ObjectValue answer = ask(question);
    ObjectValue.Builder result = ObjectValue.builder();
    question.forEach(result::put);
    if (!(answer.get("errors") instanceof ArrayValue errors)) {
      Value answers = answer.get("result");
      return Optional.of(
          result.put("want_result", answers == null ? ArrayValue.of() : answers).build());
    }
    ObjectValue first = (ObjectValue) errors.asList().get(0);
    String stage = text(answer, "stage");
    if (stage.equals("parse") || stage.equals("compile")) {
      ArrayValue wants =
          ArrayValue.of(
              errors.asList().stream()
                  .map(e -> (ObjectValue) e)
                  .filter(e -> e.get("row") != null)
                  .map(Oracle::place)
                  .toList());
      // Errors without a row name nothing that could be compared.
      return wants.size() == 0
          ? Optional.empty()
          : Optional.of(result.put("want_errors", wants).build());
    }
    String code = text(first, "code");
    return code.isEmpty() || code.equals("eval_cancel_error") || stage.equals("panic")
        ? Optional.empty()
        : Optional.of(result.put("want_error_code", StringValue.of(code)).build());
  }

  private static Value place(ObjectValue error) {
    return StringValue.of(
        text(error, "file") + ":" + ValueText.json(error.get("row")) + ": " + text(error, "code"));
  }

  private static String text(ObjectValue object, String key) {
    return object.get(key) instanceof StringValue s ? s.value() : "";
  }

  private ObjectValue ask(ObjectValue question) {
    try {
      questions.write(ValueText.json(question));
      questions.newLine();
      questions.flush();
      String line = answers.readLine();
      if (line == null) {
        throw new IOException("the peer has ended");
      }
      return (ObjectValue) JsonReader.STANDARD.read(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
