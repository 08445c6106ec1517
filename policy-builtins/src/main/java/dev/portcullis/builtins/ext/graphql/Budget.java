package dev.portcullis.builtins.ext.graphql;

/**
 * Bounds the work on one query: fragments let a short query select a lot, and gqlparser's rules
 * follow them without a bound.
 */
final class Budget {
  private static final int MAX_DEPTH = 600;
  private static final int MAX_STEPS = 1_000_000;

  private int depth;
  private int steps;

  void step() throws GraphqlError {
    if (++steps > MAX_STEPS) {
      throw GraphqlError.of("the query is too complex to validate");
    }
  }

  void enter() throws GraphqlError {
    step();
    if (++depth > MAX_DEPTH) {
      throw GraphqlError.of("nested too deeply");
    }
  }

  void leave() {
    depth--;
  }
}
