package dev.portcullis.api;

import java.time.Duration;

/**
 * Bounds of one evaluation: of one policy for one document, or of one query. An evaluation that
 * meets one of them ends with an error result. Zero means no bound.
 *
 * @param timeout how long it may run
 * @param steps how many loop steps it may take
 * @param collectionSize how many elements a collection that it builds may have
 * @param depth how deeply its calls may nest
 */
public record EvaluationLimits(Duration timeout, long steps, int collectionSize, int depth) {
  /** Thirty seconds, any number of steps, ten million elements, two thousand nested calls. */
  public static final EvaluationLimits DEFAULT =
      new EvaluationLimits(Duration.ofSeconds(30), 0, 10_000_000, 2_000);

  /** Checks that nothing is negative. */
  public EvaluationLimits {
    if (timeout.isNegative() || steps < 0 || collectionSize < 0 || depth < 0) {
      throw new IllegalArgumentException("a limit must not be negative");
    }
  }

  /** Returns these limits with another timeout. */
  public EvaluationLimits withTimeout(Duration newTimeout) {
    return new EvaluationLimits(newTimeout, steps, collectionSize, depth);
  }

  /** Returns these limits with another number of steps. */
  public EvaluationLimits withSteps(long newSteps) {
    return new EvaluationLimits(timeout, newSteps, collectionSize, depth);
  }
}
