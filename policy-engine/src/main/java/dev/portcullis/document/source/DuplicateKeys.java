package dev.portcullis.document.source;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import java.util.List;

/** The warning about keys that an object has twice. */
public final class DuplicateKeys {
  /** A hostile text may have millions of them; nobody reads more than this. */
  private static final int MOST = 100;

  private DuplicateKeys() {}

  /** Adds a warning about {@code key}, at its second place, unless there are many already. */
  public static void warn(
      List<Diagnostic> warnings, String source, String key, int row, int column) {
    if (warnings.size() < MOST) {
      warnings.add(
          Diagnostic.warning(
              DiagnosticCode.DOCUMENT_WARNING,
              "duplicate key \"" + key + "\": the last one counts",
              new Location(source, row, column)));
    }
  }
}
