package dev.portcullis.rego.analysis;

import dev.portcullis.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What analysis says of modules.
 *
 * @param program the resolved program; empty if there are errors
 * @param diagnostics everything found, in the order of places
 */
public record Analysis(Optional<ResolvedProgram> program, List<Diagnostic> diagnostics) {
  /** Copies the list. */
  public Analysis {
    diagnostics = List.copyOf(diagnostics);
  }
}
