package dev.portcullis.rego.runtime;

import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import dev.portcullis.api.spi.HostServices;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation is given.
 *
 * @param input the input document, or {@code null} for none
 * @param data the base documents
 * @param strictBuiltinErrors whether the first failure of a builtin, reported after evaluation
 *     ends, fails the evaluation
 * @param limits what the evaluation may use
 * @param environment time, randomness and the services of the host
 */
public record Evaluation(
    @Nullable Value input,
    ObjectValue data,
    boolean strictBuiltinErrors,
    Limits limits,
    Environment environment) {

  /**
   * Returns an evaluation with {@code input}, no data, default limits, and nothing reaching
   * outside.
   */
  public static Evaluation of(@Nullable Value input) {
    return new Evaluation(input, ObjectValue.EMPTY, false, Limits.DEFAULT, Environment.SYSTEM);
  }

  /** Returns this evaluation with other base documents. */
  public Evaluation withData(ObjectValue newData) {
    return new Evaluation(input, newData, strictBuiltinErrors, limits, environment);
  }

  /** Returns this evaluation with another input. */
  public Evaluation withInput(@Nullable Value newInput) {
    return new Evaluation(newInput, data, strictBuiltinErrors, limits, environment);
  }

  /**
   * Bounds of an evaluation. Zero means none.
   *
   * @param timeoutNanos how long it may run, in nanoseconds
   * @param steps how many loop steps it may take
   * @param collectionSize how many elements a collection that it builds may have
   * @param depth how deeply its calls may nest
   */
  public record Limits(long timeoutNanos, long steps, int collectionSize, int depth) {
    /** Thirty seconds, ten million elements in a collection, two thousand nested calls. */
    public static final Limits DEFAULT = new Limits(30_000_000_000L, 0, 10_000_000, 2_000);
  }

  /**
   * What an evaluation knows of the world. One environment may serve many evaluations, on any
   * thread.
   */
  public interface Environment {
    /** The system's clock and randomness; no services; messages are dropped. */
    Environment SYSTEM = new Environment() {};

    /** Returns the time, in nanoseconds since the Unix epoch. Asked at most once per evaluation. */
    default long timeNanos() {
      java.time.Instant now = java.time.Instant.now();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** Returns the seed of the evaluation's randomness; empty to take one that nobody can guess. */
    default Optional<Long> seed() {
      return Optional.empty();
    }

    /** Returns the services that builtins may use. */
    default HostServices services() {
      return HostServices.NONE;
    }

    /** Takes what {@code print} and {@code trace} write. */
    default void message(MessageKind kind, String text) {}

    /** Returns whether the evaluation should stop. Asked often, from inside of loops. */
    default boolean cancelled() {
      return false;
    }
  }
}
