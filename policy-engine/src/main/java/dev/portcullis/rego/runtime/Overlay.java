package dev.portcullis.rego.runtime;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import org.jspecify.annotations.Nullable;

/** Documents with one place changed. */
final class Overlay {
  private Overlay() {}

  /**
   * Returns {@code document} with {@code value} at {@code path}; what is in the way of the path is
   * replaced.
   */
  static Value put(@Nullable Value document, Value[] path, Value value) {
    return put(document, path, 0, value);
  }

  private static Value put(@Nullable Value document, Value[] path, int at, Value value) {
    if (at == path.length) {
      return value;
    }
    if (!(document instanceof ObjectValue object)) {
      return ObjectValue.of(path[at], put(null, path, at + 1, value));
    }
    ObjectValue.Builder copy = ObjectValue.builder(object.size() + 1);
    for (int i = 0; i < object.size(); i++) {
      copy.put(object.keyInserted(i), object.valueInserted(i));
    }
    return copy.put(path[at], put(object.get(path[at]), path, at + 1, value)).build();
  }
}
