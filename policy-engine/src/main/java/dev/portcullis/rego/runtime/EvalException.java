package dev.portcullis.rego.runtime;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.text.Span;

/** Ends an evaluation with an error. It carries no stack trace: policies may cause thousands. */
public final class EvalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Diagnostic diagnostic;

  /** Creates an exception that reports {@code diagnostic}. */
  public EvalException(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  /** Returns the error {@code code} at {@code span}. */
  public static EvalException at(Span span, DiagnosticCode code, String message) {
    return new EvalException(Diagnostic.error(code, message, span.location()));
  }

  /** Returns what is wrong. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
