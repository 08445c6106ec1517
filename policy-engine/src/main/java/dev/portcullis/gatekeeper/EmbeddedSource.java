package dev.portcullis.gatekeeper;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.rego.text.SourceText;
import java.util.Optional;

/**
 * Rego that stands inside of a YAML or JSON file. Its text is padded with empty lines, so that the
 * rows of everything that is made of it, errors at run time included, are rows of the file.
 *
 * @param source the padded text, by the name of the file
 * @param file the file
 * @param valueRow the row of the file at which the text begins
 * @param exact whether each line of the text is a line of the file: it is in a literal block scalar
 */
record EmbeddedSource(SourceText source, SourceText file, int valueRow, boolean exact) {

  /** Returns the text at {@code pointer} of {@code object}. */
  static EmbeddedSource of(ManifestObject object, String pointer, String text) {
    Optional<Location> place = object.document().locate(pointer);
    SourceText file = object.file();
    if (place.isEmpty() || place.get().row() > file.lineCount()) {
      String name = object.document().source() + pointer;
      return new EmbeddedSource(new SourceText(name, text), file, 1, false);
    }
    int header = place.get().row();
    boolean literal = firstLineFits(file, header + 1, text);
    int valueRow = literal ? header + 1 : header;
    String padded = "\n".repeat(valueRow - 1) + text;
    return new EmbeddedSource(new SourceText(place.get().file(), padded), file, valueRow, literal);
  }

  private static boolean firstLineFits(SourceText file, int row, String text) {
    int at = row;
    for (String line : text.split("\n", -1)) {
      if (at > file.lineCount()) {
        return false;
      }
      if (!line.isBlank()) {
        return file.line(at).endsWith(line);
      }
      at++;
    }
    return false;
  }

  /**
   * Returns a diagnostic about the padded text as one about the file: with the column that the
   * place has there. What is not within lines of the file is put at the row of the whole text.
   */
  Diagnostic inFile(Diagnostic diagnostic) {
    if (diagnostic.location().isEmpty()
        || !diagnostic.location().get().file().equals(source.name())) {
      return diagnostic;
    }
    Location at = diagnostic.location().get();
    if (at.row() < valueRow) {
      return diagnostic.withLocation(new Location(at.file(), valueRow, 1));
    }
    if (!exact) {
      return diagnostic.withLocation(new Location(at.file(), valueRow, 1));
    }
    return diagnostic.withLocation(
        new Location(at.file(), at.row(), at.column() + indentation(at.row())));
  }

  private int indentation(int row) {
    if (row > file.lineCount() || row > source.lineCount()) {
      return 0;
    }
    String outer = file.line(row);
    String inner = source.line(row);
    return outer.endsWith(inner) ? outer.length() - inner.length() : 0;
  }

  /** Returns whether the row of the padded source lies within this text. */
  boolean holds(Location at) {
    return at.file().equals(source.name())
        && at.row() >= valueRow
        && at.row() <= source.lineCount();
  }
}
