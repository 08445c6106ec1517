package dev.portcullis.rego.program;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.rego.text.CaretSnippet;
import dev.portcullis.rego.text.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the source of diagnostics that only have a place. */
final class Snippets {
  private final Map<String, SourceText> sources = new HashMap<>();

  Snippets(List<SourceText> sources) {
    sources.forEach(source -> this.sources.put(source.name(), source));
  }

  /** Returns {@code diagnostic} with the line it speaks of, if that is known and not there yet. */
  Diagnostic show(Diagnostic diagnostic) {
    if (diagnostic.snippet().isPresent() || diagnostic.location().isEmpty()) {
      return diagnostic;
    }
    Location place = diagnostic.location().get();
    return Optional.ofNullable(sources.get(place.file()))
        .filter(source -> place.row() >= 1 && place.row() <= source.lineCount())
        .map(source -> diagnostic.withSnippet(CaretSnippet.at(source, offset(source, place))))
        .orElse(diagnostic);
  }

  private static int offset(SourceText source, Location place) {
    int start = source.lineStart(place.row());
    int length = source.line(place.row()).length();
    int end = start + length;
    int offset = start;
    for (int column = 1; column < place.column() && offset < end; column++) {
      offset += Character.charCount(source.text().codePointAt(offset));
    }
    return offset;
  }
}
