package dev.portcullis.rego.analysis.safety;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The variables that have a value at some place: those of the enclosing bodies and one's own. */
final class Known {
  private final Optional<Known> outer;
  private final Set<String> own = new HashSet<>();

  Known(Optional<Known> outer) {
    this.outer = outer;
  }

  boolean contains(String name) {
    for (Optional<Known> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
      if (at.get().own.contains(name)) {
        return true;
      }
    }
    return false;
  }

  boolean containsAll(Set<String> names) {
    for (String name : names) {
      if (!contains(name)) {
        return false;
      }
    }
    return true;
  }

  void addAll(Set<String> names) {
    own.addAll(names);
  }

  boolean add(String name) {
    return !contains(name) && own.add(name);
  }
}
