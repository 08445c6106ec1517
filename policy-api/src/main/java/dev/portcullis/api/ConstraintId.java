package dev.portcullis.api;

/**
 * The identity of a Gatekeeper constraint.
 *
 * @param kind its kind, which is the one that its template defines
 * @param name its {@code metadata.name}
 */
public record ConstraintId(String kind, String name) implements Comparable<ConstraintId> {

  /** Orders by kind, then name. */
  @Override
  public int compareTo(ConstraintId other) {
    int c = kind.compareTo(other.kind);
    return c != 0 ? c : name.compareTo(other.name);
  }

  /** Returns {@code kind/name}. */
  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
