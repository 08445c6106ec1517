package dev.portcullis.bundle;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Base documents in the making: files put documents at paths, and two of them must not say
 * different things.
 */
final class DataTree {
  private final Map<Value, Object> root = new LinkedHashMap<>();

  /**
   * Puts {@code value} at {@code path}.
   *
   * @return what is wrong, if another file has put something else there; nothing changes then at
   *     that place
   */
  Optional<Diagnostic> put(List<String> path, Value value, String file) {
    Map<Value, Object> at = root;
    for (String step : path) {
      Object next =
          at.computeIfAbsent(StringValue.of(step), k -> new LinkedHashMap<Value, Object>());
      if (!(next instanceof Map<?, ?>)) {
        return conflict(path, file);
      }
      at = branch(next);
    }
    if (!(value instanceof ObjectValue object)) {
      return Optional.of(
          error(
                  "the document at the root of data must be an object, not a "
                      + value.kind().typeName(),
                  file)
              .withHint("Put it in a folder, or below a key: {\"name\": …}."));
    }
    return merge(at, object) ? Optional.empty() : conflict(path, file);
  }

  private static boolean merge(Map<Value, Object> into, ObjectValue object) {
    boolean merged = true;
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyInserted(i);
      Value value = object.valueInserted(i);
      Object old = into.get(key);
      if (value instanceof ObjectValue below && (old == null || old instanceof Map<?, ?>)) {
        Map<Value, Object> branch = old == null ? new LinkedHashMap<>() : branch(old);
        into.put(key, branch);
        merged &= merge(branch, below);
      } else if (old == null) {
        into.put(key, value);
      } else {
        merged = false;
      }
    }
    return merged;
  }

  @SuppressWarnings("unchecked")
  private static Map<Value, Object> branch(Object node) {
    return (Map<Value, Object>) node;
  }

  private static Optional<Diagnostic> conflict(List<String> path, String file) {
    String place = path.isEmpty() ? "data" : "data." + String.join(".", path);
    return Optional.of(
        error("merge error: another file has put something else at or below " + place, file)
            .withHint(
                "Give the documents different keys, or put the files into different folders."));
  }

  private static Diagnostic error(String message, String file) {
    return Diagnostic.error(DiagnosticCode.DATA_CONFLICT_ERROR, message, new Location(file, 1, 1));
  }

  /** Returns the documents. */
  ObjectValue build() {
    return build(root);
  }

  private static ObjectValue build(Map<Value, Object> branch) {
    ObjectValue.Builder object = ObjectValue.builder(branch.size());
    branch.forEach(
        (key, node) -> object.put(key, node instanceof Value value ? value : build(branch(node))));
    return object.build();
  }
}
