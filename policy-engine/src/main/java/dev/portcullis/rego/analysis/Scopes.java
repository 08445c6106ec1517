package dev.portcullis.rego.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the variables of nested bodies are called while they are renamed. */
final class Scopes {
  /** How a variable came to be known in its scope. */
  enum Occurrence {
    NEW,
    ARGUMENT,
    SEEN,
    ASSIGNED,
    DECLARED
  }

  /** A variable of a scope. */
  static final class Entry {
    private final Optional<String> renamed;
    private final Occurrence occurrence;
    private int count = 1;

    private Entry(Optional<String> renamed, Occurrence occurrence) {
      this.renamed = renamed;
      this.occurrence = occurrence;
    }

    Occurrence occurrence() {
      return occurrence;
    }

    int count() {
      return count;
    }
  }

  private final List<Map<String, Entry>> scopes = new ArrayList<>();

  Scopes() {
    push();
  }

  /** Returns a copy of the outermost scope alone. */
  Scopes copy() {
    Scopes copy = new Scopes();
    scopes
        .get(0)
        .forEach(
            (name, entry) -> {
              Entry same = new Entry(entry.renamed, entry.occurrence);
              same.count = entry.count;
              copy.current().put(name, same);
            });
    return copy;
  }

  void push() {
    scopes.add(new LinkedHashMap<>());
  }

  void pop() {
    scopes.remove(scopes.size() - 1);
  }

  Map<String, Entry> current() {
    return scopes.get(scopes.size() - 1);
  }

  /** Adds a variable that is called {@code renamed} from here on. */
  void insert(String name, String renamed, Occurrence occurrence) {
    current().put(name, new Entry(Optional.of(renamed), occurrence));
  }

  /** Notes that the scope uses a variable that nothing in sight declares. */
  void insertSeen(String name) {
    current().put(name, new Entry(Optional.empty(), Occurrence.SEEN));
  }

  Occurrence occurrence(String name) {
    Entry entry = current().get(name);
    return entry == null ? Occurrence.NEW : entry.occurrence;
  }

  /** Returns what the innermost scope that knows the name calls it, if it is renamed there. */
  Optional<String> renamed(String name) {
    return find(name).flatMap(entry -> entry.renamed);
  }

  /** Returns whether any scope knows the name. */
  boolean knows(String name) {
    return find(name).isPresent();
  }

  private Optional<Entry> find(String name) {
    for (int i = scopes.size() - 1; i >= 0; i--) {
      Entry entry = scopes.get(i).get(name);
      if (entry != null) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /** Counts a use. */
  void use(String name) {
    find(name).ifPresent(entry -> entry.count++);
  }

  /** Returns how often the name has occurred. */
  int count(String name) {
    return find(name).map(Entry::count).orElse(0);
  }
}
