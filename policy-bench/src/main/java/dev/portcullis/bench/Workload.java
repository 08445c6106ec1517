package dev.portcullis.bench;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.CoreBuiltins;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.Entrypoint;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.program.RegoCompiler;
import dev.portcullis.rego.program.RegoCompiler.ModuleSource;
import dev.portcullis.rego.runtime.Evaluation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * A folder with a policy, a query for one of its documents, an input and perhaps base documents,
 * ready to evaluate.
 *
 * @param name the folder's name
 * @param entrypoint the document that the query names
 * @param evaluation the parsed input and data
 * @param inputBytes the input as it is in the file
 */
record Workload(String name, Entrypoint entrypoint, Evaluation evaluation, byte[] inputBytes) {

  /** Stands in before a benchmark is set up. */
  static final Workload NONE =
      new Workload("", evaluation -> new Outcome.Undefined<>(), Evaluation.of(null), new byte[0]);

  /** Returns the names of the workloads below {@code folder}. */
  static List<String> names(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(
              c -> Files.exists(c.resolve("policy.rego")) && Files.exists(c.resolve("input.json")))
          .map(c -> c.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Workload load(Path folder, ExecutionMode mode) {
    try {
      Map<String, Builtin> builtins = new HashMap<>(CoreBuiltins.all());
      for (BuiltinProvider provider : ServiceLoader.load(BuiltinProvider.class)) {
        provider.builtins().forEach(b -> builtins.put(b.name(), b));
      }
      String query = Files.readString(folder.resolve("query.txt")).strip();
      List<String> path = Arrays.asList(query.substring("data.".length()).split("\\."));
      Entrypoint entrypoint =
          RegoCompiler.compile(
                  List.of(
                      ModuleSource.of(
                          "policy.rego",
                          Files.readString(folder.resolve("policy.rego")),
                          RegoVersion.V1)),
                  CompilerOptions.of(builtins).withMode(mode))
              .orElseThrow()
              .entrypoint(path)
              .orElseThrow();
      byte[] input = Files.readAllBytes(folder.resolve("input.json"));
      Path data = folder.resolve("data.json");
      ObjectValue documents =
          Files.exists(data)
              ? (ObjectValue) JsonReader.STANDARD.read(Files.readAllBytes(data))
              : ObjectValue.EMPTY;
      Evaluation evaluation = Evaluation.of(JsonReader.STANDARD.read(input)).withData(documents);
      return new Workload(folder.getFileName().toString(), entrypoint, evaluation, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Outcome<Value> evaluateParsed() {
    return entrypoint.evaluate(evaluation);
  }

  Outcome<Value> evaluateBytes() {
    return entrypoint.evaluate(evaluation.withInput(JsonReader.STANDARD.read(inputBytes)));
  }
}
