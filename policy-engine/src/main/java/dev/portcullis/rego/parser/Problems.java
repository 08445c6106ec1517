package dev.portcullis.rego.parser;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.text.CaretSnippet;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The errors of a text, with their places and carets; no error twice, and not without end. */
final class Problems {
  /** A text with more errors than this is not Rego at all. */
  private static final int MOST = 100;

  private final SourceText source;
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  Problems(SourceText source) {
    this.source = source;
  }

  void error(int offset, String message) {
    if (found.size() < MOST) {
      found.add(
          Diagnostic.error(DiagnosticCode.REGO_PARSE_ERROR, message, source.location(offset))
              .withSnippet(CaretSnippet.at(source, offset)));
    }
  }

  void addAll(List<TokenCursor.Fault> faults) {
    for (TokenCursor.Fault fault : faults) {
      error(fault.offset(), fault.message());
    }
  }

  boolean any() {
    return !found.isEmpty();
  }

  int count() {
    return found.size();
  }

  /** Returns the errors in the order of places; at the same place, as they were found. */
  List<Diagnostic> sorted() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort((a, b) -> a.location().get().compareTo(b.location().get()));
    return sorted;
  }
}
