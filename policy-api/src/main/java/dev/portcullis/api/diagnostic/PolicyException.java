package dev.portcullis.api.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where a host asked for a result that the diagnostics stand in the way of. */
public class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** Creates an exception that reports {@code diagnostics}, of which there must be at least one. */
  public PolicyException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Returns what is wrong, in the order of places. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
