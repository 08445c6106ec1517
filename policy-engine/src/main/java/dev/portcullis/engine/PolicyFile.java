package dev.portcullis.engine;

import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file of policies, read.
 *
 * @param name what diagnostics call it
 * @param folder the names of the folders that it lies in, from the folder that was loaded
 * @param content its bytes
 * @param namedOutright whether the host named this very file, rather than a folder around it
 * @param settings values for the parameters of constraints in it, by name
 */
record PolicyFile(
    String name,
    List<String> folder,
    byte[] content,
    boolean namedOutright,
    Map<String, Value> settings) {

  /** What a file may hold, told by its name. */
  enum Kind {
    /** A Rego module. */
    REGO,
    /** A Rego module with tests, which are no policies. */
    TEST,
    /** Base documents. */
    DATA,
    /** Templates, constraints and other objects. */
    MANIFESTS,
    /** Nothing that can be loaded. */
    OTHER
  }

  Kind kind() {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String lower = file.toLowerCase(Locale.ROOT);
    if (lower.endsWith("_test.rego")) {
      return Kind.TEST;
    } else if (lower.endsWith(".rego")) {
      return Kind.REGO;
    }
    return switch (lower) {
      case "data.json", "data.yaml", "data.yml" -> Kind.DATA;
      default ->
          lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json")
              ? Kind.MANIFESTS
              : Kind.OTHER;
    };
  }
}
