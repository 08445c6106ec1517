package dev.portcullis.gatekeeper.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a value, shared with the places around it. */
record Path(@Nullable Path parent, String step, int depth) {
  static final Path ROOT = new Path(null, "", 0);

  Path child(String key) {
    return new Path(this, key, depth + 1);
  }

  Path child(int index) {
    return child(Integer.toString(index));
  }

  List<String> steps() {
    Deque<String> steps = new ArrayDeque<>();
    for (Path at = this; at != null && at.depth > 0; at = at.parent) {
      steps.addFirst(at.step);
    }
    return List.copyOf(steps);
  }
}
