package dev.portcullis.rego.optimize;

/** The passes, in the order in which they run. Each may be switched off. */
public enum Optimization {
  /** Moves tests and lookups that do not depend on a loop out of it. */
  HOIST_INVARIANTS(new HoistInvariants()),
  /** Turns an equality between an inner loop's element and something from outside into a lookup. */
  JOIN_BY_HASH(new JoinByHash()),
  /** Turns many rules that compare one document with different constants into a switch. */
  INDEX_RULES(new IndexRules());

  @SuppressWarnings("ImmutableEnumChecker") // a pass has no state
  private final PlanPass pass;

  Optimization(PlanPass pass) {
    this.pass = pass;
  }

  PlanPass pass() {
    return pass;
  }
}
