package dev.portcullis.api.spi;

/** Ends an evaluation that met a limit or was cancelled. It carries no stack trace. */
public final class EvaluationLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The limits. */
  public enum Limit {
    /** The deadline passed. */
    DEADLINE,
    /** The host cancelled the evaluation. */
    CANCELLED,
    /** The step budget is used up. */
    STEPS,
    /** A result or an intermediate collection is too large. */
    SIZE,
    /** Calls are nested too deeply. */
    DEPTH
  }

  private final Limit limit;

  /** Creates an exception for {@code limit}. */
  public EvaluationLimitException(Limit limit, String message) {
    super(message, null, false, false);
    this.limit = limit;
  }

  /** Returns which limit was met. */
  public Limit limit() {
    return limit;
  }
}
