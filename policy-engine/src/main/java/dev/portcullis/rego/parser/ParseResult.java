package dev.portcullis.rego.parser;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.PolicyException;
import java.util.List;
import java.util.Optional;

/**
 * What parsing gave.
 *
 * @param result the tree; empty if there is an error
 * @param diagnostics what is wrong, in the order of places
 * @param <T> the kind of tree
 */
public record ParseResult<T>(Optional<T> result, List<Diagnostic> diagnostics) {
  /** Copies the diagnostics. */
  public ParseResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Returns whether there is an error, and so no tree. */
  public boolean failed() {
    return result.isEmpty();
  }

  /**
   * Returns the tree.
   *
   * @throws PolicyException if there is none
   */
  public T orElseThrow() {
    return result.orElseThrow(() -> new PolicyException(diagnostics));
  }
}
