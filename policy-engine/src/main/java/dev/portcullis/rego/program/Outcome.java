package dev.portcullis.rego.program;

import dev.portcullis.api.diagnostic.Diagnostic;

/**
 * How an evaluation ended.
 *
 * @param <T> what it gives
 */
public sealed interface Outcome<T> {
  /** It gave a result. */
  record Defined<T>(T result) implements Outcome<T> {}

  /** It ended without an error and without a result. */
  record Undefined<T>() implements Outcome<T> {}

  /** It failed. */
  record Failed<T>(Diagnostic error) implements Outcome<T> {}
}
