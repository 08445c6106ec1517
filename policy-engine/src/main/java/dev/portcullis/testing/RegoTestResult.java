package dev.portcullis.testing;

import dev.portcullis.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * How a test ended.
 *
 * @param test the test
 * @param outcome how it ended
 * @param error why it could not be evaluated, if so
 * @param nanos how long it took
 * @param output what it printed
 * @param cases the cases of a test that has them, ordered by name
 */
public record RegoTestResult(
    RegoTest test,
    Outcome outcome,
    Optional<Diagnostic> error,
    long nanos,
    String output,
    List<Case> cases) {
  /** Copies the cases. */
  public RegoTestResult {
    cases = List.copyOf(cases);
  }

  /** How a test may end. */
  public enum Outcome {
    /** Its rule is true. */
    PASS,
    /** Its rule is undefined, or anything else than true. */
    FAIL,
    /** Its rule could not be evaluated. */
    ERROR,
    /** It was not to be run. */
    SKIPPED
  }

  /**
   * One case of a test, or a group of them.
   *
   * @param name its name
   * @param failed whether it failed, or one of its group
   * @param cases the cases of a group, ordered by name; empty for a case
   */
  public record Case(String name, boolean failed, List<Case> cases) {
    /** Copies the cases. */
    public Case {
      cases = List.copyOf(cases);
    }
  }

  /** Returns how many tests count as passed: of a test with cases, each case counts. */
  public int passed() {
    return count(false);
  }

  /** Returns how many tests count as failed: of a test with cases, each case counts. */
  public int failed() {
    return count(true);
  }

  private int count(boolean failed) {
    if (outcome == Outcome.ERROR || outcome == Outcome.SKIPPED) {
      return 0;
    }
    if (cases.isEmpty()) {
      return (outcome == Outcome.FAIL) == failed ? 1 : 0;
    }
    return count(cases, failed);
  }

  private static int count(List<Case> cases, boolean failed) {
    int count = 0;
    for (Case each : cases) {
      if (each.cases().isEmpty()) {
        count += each.failed() == failed ? 1 : 0;
      } else {
        count += count(each.cases(), failed);
      }
    }
    return count;
  }
}
