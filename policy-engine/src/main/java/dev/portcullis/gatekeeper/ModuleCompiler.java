package dev.portcullis.gatekeeper;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.program.RegoProgram;
import dev.portcullis.rego.text.SourceText;
import java.util.List;
import java.util.Optional;

/** The front end and the compiler of Rego, as policies are loaded with them. */
public interface ModuleCompiler {

  /**
   * What was made.
   *
   * @param result the module or program, unless there are errors
   * @param diagnostics what is wrong or odd
   * @param <T> a module or a program
   */
  record Made<T>(Optional<T> result, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public Made {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Parses a module. */
  Made<Module> parse(SourceText source, RegoVersion version);

  /** Compiles modules together. */
  Made<RegoProgram> compile(List<Module> modules);
}
