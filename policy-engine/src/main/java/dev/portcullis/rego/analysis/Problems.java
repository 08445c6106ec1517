package dev.portcullis.rego.analysis;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects diagnostics with the places that they speak of. */
public final class Problems {
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
  private final List<Span> spans = new ArrayList<>();

  /** Adds an error. */
  public void error(DiagnosticCode code, Span span, String message) {
    add(Diagnostic.error(code, message, span.location()), span);
  }

  /** Adds an error with what was found and what was wanted. */
  public void error(DiagnosticCode code, Span span, String message, String detail) {
    add(Diagnostic.error(code, message, span.location()).withHint(detail), span);
  }

  private void add(Diagnostic diagnostic, Span span) {
    if (diagnostics.add(diagnostic)) {
      spans.add(span);
    }
  }

  /**
   * Returns whether an error lies within {@code span}, so that a later pass had better not look.
   */
  public boolean within(Span span) {
    for (Span error : spans) {
      if (error.source() == span.source()
          && error.start() >= span.start()
          && error.start() < span.end()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether there are none. */
  public boolean isEmpty() {
    return diagnostics.isEmpty();
  }

  /** Returns the diagnostics in the order of their places. */
  public List<Diagnostic> sorted() {
    return diagnostics.stream().sorted().toList();
  }
}
