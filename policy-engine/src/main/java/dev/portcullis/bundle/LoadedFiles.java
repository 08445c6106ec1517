package dev.portcullis.bundle;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.rego.text.SourceText;
import java.util.List;

/**
 * What files held.
 *
 * @param modules the Rego files, in the order of their names
 * @param data the base documents
 * @param diagnostics what could not be read, or does not go together
 */
public record LoadedFiles(
    List<SourceText> modules, ObjectValue data, List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public LoadedFiles {
    modules = List.copyOf(modules);
    diagnostics = List.copyOf(diagnostics);
  }
}
