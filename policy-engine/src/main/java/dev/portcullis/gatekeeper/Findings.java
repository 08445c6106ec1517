package dev.portcullis.gatekeeper;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.diagnostic.Severity;
import dev.portcullis.rego.text.CaretSnippet;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with one object, with the places in its file. */
final class Findings {
  private final ManifestObject object;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Findings(ManifestObject object) {
    this.object = object;
  }

  /** Adds an error about the part at {@code pointer}. */
  void error(DiagnosticCode code, String pointer, String message) {
    add(Severity.ERROR, code, pointer, message);
  }

  /** Adds a warning about the part at {@code pointer}. */
  void warning(DiagnosticCode code, String pointer, String message) {
    add(Severity.WARNING, code, pointer, message);
  }

  void addAll(Collection<Diagnostic> more) {
    diagnostics.addAll(more);
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  List<Diagnostic> toList() {
    return List.copyOf(diagnostics);
  }

  private void add(Severity severity, DiagnosticCode code, String pointer, String message) {
    Optional<Location> location = object.locate(pointer);
    diagnostics.add(
        new Diagnostic(
            severity,
            code,
            message,
            location,
            location.flatMap(l -> snippet(object.file(), l)),
            Optional.empty()));
  }

  private static Optional<String> snippet(SourceText file, Location location) {
    if (location.row() > file.lineCount()) {
      return Optional.empty();
    }
    int start = file.lineStart(location.row());
    int length = file.line(location.row()).codePointCount(0, file.line(location.row()).length());
    int offset = file.text().offsetByCodePoints(start, Math.min(length, location.column() - 1));
    return Optional.of(CaretSnippet.at(file, offset));
  }
}
