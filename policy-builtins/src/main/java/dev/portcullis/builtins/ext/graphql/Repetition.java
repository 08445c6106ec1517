package dev.portcullis.builtins.ext.graphql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A name that stands twice in a list.
 *
 * @param name the name
 * @param second the node that bears it for the second time
 */
record Repetition<T>(String name, T second) {

  /** Returns the repetition whose first node stands first, or null if all names differ. */
  static <T> @Nullable Repetition<T> first(List<T> nodes, Function<T, String> name) {
    Map<String, Integer> firsts = new HashMap<>();
    Map<String, T> seconds = new HashMap<>();
    String found = null;
    for (int i = 0; i < nodes.size(); i++) {
      String key = name.apply(nodes.get(i));
      Integer before = firsts.putIfAbsent(key, i);
      if (before != null && seconds.putIfAbsent(key, nodes.get(i)) == null) {
        found = found == null || before < firsts.getOrDefault(found, 0) ? key : found;
      }
    }
    T second = found == null ? null : seconds.get(found);
    return found == null || second == null ? null : new Repetition<>(found, second);
  }
}
