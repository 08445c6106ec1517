package dev.portcullis.gatekeeper.suite;

import dev.portcullis.api.EvaluationError;
import dev.portcullis.api.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a suite.
 *
 * @param suite the suite
 * @param tests what came of its tests, in their order; none if the suite is skipped
 */
public record SuiteResult(Suite suite, List<TestResult> tests) {
  /** Copies the list. */
  public SuiteResult {
    tests = List.copyOf(tests);
  }

  /** Returns whether nothing failed. */
  public boolean passed() {
    return tests.stream().allMatch(TestResult::passed);
  }

  /**
   * What came of a test.
   *
   * @param test the test
   * @param skipped whether it was not run
   * @param failure why it failed as a whole, if it did
   * @param cases what came of its cases, in their order
   */
  public record TestResult(
      Suite.Test test, boolean skipped, Optional<String> failure, List<CaseResult> cases) {
    /** Copies the list. */
    public TestResult {
      cases = List.copyOf(cases);
    }

    /** Returns whether it did not fail, and none of its cases did. */
    public boolean passed() {
      return failure.isEmpty() && cases.stream().allMatch(CaseResult::passed);
    }
  }

  /**
   * What came of a case.
   *
   * @param suiteCase the case
   * @param skipped whether it was not run
   * @param failure why it failed, if it did
   * @param violations the violations of its review
   * @param errors the policies that could not be evaluated, which count as violations
   * @param duration how long it took
   */
  public record CaseResult(
      Suite.Case suiteCase,
      boolean skipped,
      Optional<String> failure,
      List<Violation> violations,
      List<EvaluationError> errors,
      Duration duration) {
    /** Copies the lists. */
    public CaseResult {
      violations = List.copyOf(violations);
      errors = List.copyOf(errors);
    }

    /** Returns whether it did not fail. */
    public boolean passed() {
      return failure.isEmpty();
    }
  }
}
