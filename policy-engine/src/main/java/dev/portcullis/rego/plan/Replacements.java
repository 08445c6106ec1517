package dev.portcullis.rego.plan;

import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What any {@code with} of the planned code replaces. It is known before planning, so that only
 * calls and references that may meet a replacement look for one.
 */
final class Replacements {
  private final Map<String, Integer> functions = new LinkedHashMap<>();
  private final Map<List<Value>, Integer> documents = new LinkedHashMap<>();

  void addFunction(String name) {
    functions.putIfAbsent(name, functions.size());
  }

  void addDocument(List<Value> path) {
    documents.putIfAbsent(List.copyOf(path), documents.size());
  }

  /** Returns the number of the replaced function {@code name}, or -1. */
  int function(String name) {
    return functions.getOrDefault(name, -1);
  }

  int functionCount() {
    return functions.size();
  }

  /** Returns the number of the replaced path. */
  int document(List<Value> path) {
    Integer number = documents.get(path);
    if (number == null) {
      throw new IllegalStateException("not a replaced path: " + path);
    }
    return number;
  }

  /** Returns the numbers of the replaced paths that {@code path} is at or below. */
  List<Integer> above(List<Value> path) {
    List<Integer> numbers = new ArrayList<>();
    documents.forEach(
        (replaced, number) -> {
          if (replaced.size() <= path.size() && path.subList(0, replaced.size()).equals(replaced)) {
            numbers.add(number);
          }
        });
    return numbers;
  }
}
