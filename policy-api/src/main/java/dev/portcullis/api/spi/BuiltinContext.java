package dev.portcullis.api.spi;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a builtin may know of the evaluation that calls it. A context belongs to one evaluation and
 * one thread. Everything here is stable within one evaluation: two calls for the time give the same
 * time.
 */
public interface BuiltinContext {

  /** Returns the time of the evaluation, in nanoseconds since the Unix epoch. */
  long timeNanos();

  /** Returns the evaluation's source of randomness. */
  RandomGenerator random();

  /**
   * Returns what {@code make} gave when it was first called with {@code key} in this evaluation.
   * Builtins that must give equal answers within an evaluation ({@code rand.intn}, {@code
   * uuid.rfc4122}) and those that keep a compiled form use it. Keys should be records of the
   * builtin's own, so that they cannot meet another's.
   */
  <T> T remember(Object key, Supplier<? extends T> make);

  /**
   * Counts {@code steps} of work against the evaluation's limits. Builtins that loop call it now
   * and then, so that deadlines and cancellation hold inside them too.
   *
   * @throws EvaluationLimitException if a limit is reached or the evaluation was cancelled
   */
  void tick(int steps);

  /**
   * Returns the host's services of this evaluation: what reaches outside, if the host allows any of
   * it.
   */
  HostServices host();

  /** Takes a line that {@code print} or {@code trace} wrote. */
  void message(MessageKind kind, String text);

  /** The builtins that write lines. */
  enum MessageKind {
    /** {@code print}. */
    PRINT,
    /** {@code trace}. */
    TRACE
  }
}
