package dev.portcullis.gatekeeper.match;

/** Whether criteria hold for an object. */
public sealed interface MatchOutcome {
  /** All of them hold. */
  record Matched() implements MatchOutcome {
    static final Matched INSTANCE = new Matched();
  }

  /** One does not; it is the first in the order of {@link Criterion}. */
  record NotMatched(Criterion criterion) implements MatchOutcome {}

  /** Whether one holds cannot be told. */
  record Undecided(Criterion criterion, String message) implements MatchOutcome {}

  /** The criteria, in the order in which they are looked at. */
  enum Criterion {
    /** {@code kinds}. */
    KINDS("kinds"),
    /** {@code scope}. */
    SCOPE("scope"),
    /** {@code namespaces}. */
    NAMESPACES("namespaces"),
    /** {@code excludedNamespaces}. */
    EXCLUDED_NAMESPACES("excludedNamespaces"),
    /** {@code labelSelector}. */
    LABEL_SELECTOR("labelSelector"),
    /** {@code namespaceSelector}. */
    NAMESPACE_SELECTOR("namespaceSelector"),
    /** {@code name}. */
    NAME("name"),
    /** {@code source}. */
    SOURCE("source");

    private final String field;

    Criterion(String field) {
      this.field = field;
    }

    /** Returns the criterion's field of {@code spec.match}. */
    public String field() {
      return field;
    }
  }
}
