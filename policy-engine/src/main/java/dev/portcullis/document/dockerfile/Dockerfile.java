package dev.portcullis.document.dockerfile;

import dev.portcullis.api.diagnostic.Diagnostic;
import java.util.List;

/**
 * A Dockerfile, or a part of one: nothing asks for a {@code FROM}.
 *
 * @param instructions its instructions, in their order
 * @param diagnostics what is wrong or odd; with errors, the instructions are not all there
 */
record Dockerfile(List<Instruction> instructions, List<Diagnostic> diagnostics) {
  Dockerfile {
    instructions = List.copyOf(instructions);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Returns whether an instruction could not be read. */
  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
