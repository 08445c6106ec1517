package dev.portcullis.conformance;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A case of OPA's evaluation suites, in the form of {@code ../shared/conformance}. Cases of our own
 * may have {@code want_errors}, beginnings of the lines that compiling reports: {@code
 * test-0.rego:3: rego_type_error}.
 */
public record ConformanceCase(
    String id,
    String note,
    String query,
    List<String> modules,
    ObjectValue data,
    Optional<Value> input,
    Optional<String> inputTerm,
    Optional<ArrayValue> wantResult,
    Optional<String> wantError,
    Optional<String> wantErrorCode,
    List<String> wantErrors,
    boolean strictError,
    boolean sortBindings) {

  /** Returns the cases of all files in folders below {@code suite}, in the order of their names. */
  public static List<ConformanceCase> load(Path suite) {
    return load(suite, suite);
  }

  /**
   * Returns the cases of all files in or below {@code folder}, but for those right in {@code
   * suite}.
   */
  public static List<ConformanceCase> load(Path suite, Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<ConformanceCase> cases = new ArrayList<>();
      List<Path> sorted =
          files
              .filter(f -> f.toString().endsWith(".json") && !f.getParent().equals(suite))
              .sorted()
              .toList();
      for (Path file : sorted) {
        load(suite, file, cases);
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void load(Path suite, Path file, List<ConformanceCase> cases) throws IOException {
    ObjectValue content = (ObjectValue) JsonReader.STANDARD.read(Files.readAllBytes(file));
    int index = 0;
    for (Value element : (ArrayValue) content.get("cases")) {
      cases.add(of(suite.relativize(file) + "#" + index++, (ObjectValue) element));
    }
  }

  /** Returns the case that {@code c} describes. */
  public static ConformanceCase of(String id, ObjectValue c) {
    return new ConformanceCase(
        id,
        text(c, "note").orElse(""),
        text(c, "query").orElseThrow(),
        texts(c, "modules"),
        c.get("data") instanceof ObjectValue data ? data : ObjectValue.EMPTY,
        Optional.ofNullable(c.get("input")),
        text(c, "input_term"),
        Optional.ofNullable((ArrayValue) c.get("want_result")),
        text(c, "want_error"),
        text(c, "want_error_code"),
        texts(c, "want_errors"),
        c.get("strict_error") == BooleanValue.TRUE,
        c.get("sort_bindings") == BooleanValue.TRUE);
  }

  private static List<String> texts(ObjectValue c, String key) {
    return c.get(key) instanceof ArrayValue array
        ? array.asList().stream().map(e -> ((StringValue) e).value()).toList()
        : List.of();
  }

  private static Optional<String> text(ObjectValue c, String key) {
    return c.get(key) instanceof StringValue s ? Optional.of(s.value()) : Optional.empty();
  }
}
