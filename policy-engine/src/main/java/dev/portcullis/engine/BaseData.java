package dev.portcullis.engine;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges data files into one tree of base documents, each below the folders that it lies in. */
final class BaseData {
  private ObjectValue tree = ObjectValue.EMPTY;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** Adds what the file {@code name} says; a file that contradicts another is left out. */
  void add(String name, List<String> folder, Value content) {
    if (!(content instanceof ObjectValue)) {
      diagnostics.add(
          Diagnostic.error(
              DiagnosticCode.DATA_CONFLICT_ERROR,
              "a data file must hold an object",
              new Location(name, 1, 1)));
      return;
    }
    Value placed = content;
    for (int i = folder.size() - 1; i >= 0; i--) {
      placed = ObjectValue.of(StringValue.of(folder.get(i)), placed);
    }
    Optional<Value> merged = merged(tree, placed);
    if (merged.isPresent()) {
      tree = (ObjectValue) merged.get();
    } else {
      diagnostics.add(
          Diagnostic.error(
              DiagnosticCode.DATA_CONFLICT_ERROR,
              "the file contradicts another data file",
              new Location(name, 1, 1)));
    }
  }

  private static Optional<Value> merged(Value a, Value b) {
    if (a.equals(b)) {
      return Optional.of(a);
    }
    if (!(a instanceof ObjectValue left) || !(b instanceof ObjectValue right)) {
      return Optional.empty();
    }
    ObjectValue.Builder result = ObjectValue.builder(left.size() + right.size());
    left.forEach(result::put);
    for (int i = 0; i < right.size(); i++) {
      Value key = right.keyAt(i);
      Value mine = left.get(key);
      Optional<Value> both =
          mine == null ? Optional.of(right.valueAt(i)) : merged(mine, right.valueAt(i));
      if (both.isEmpty()) {
        return Optional.empty();
      }
      result.put(key, both.get());
    }
    return Optional.of(result.build());
  }

  ObjectValue tree() {
    return tree;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
