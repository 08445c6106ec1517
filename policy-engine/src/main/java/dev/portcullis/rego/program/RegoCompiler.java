package dev.portcullis.rego.program;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.rego.analysis.Analysis;
import dev.portcullis.rego.analysis.Analyzer;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.parser.ParseResult;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles Rego: text in, a program out, or what is wrong with the text. */
public final class RegoCompiler {
  private RegoCompiler() {}

  /** A module, as text or as a tree. */
  public sealed interface ModuleSource {
    /** Source text in a version of the language. */
    record Text(SourceText source, RegoVersion version) implements ModuleSource {}

    /** A module that was parsed before. */
    record Parsed(Module module) implements ModuleSource {}

    /** Returns {@code text} as a module source. */
    static ModuleSource of(String name, String text, RegoVersion version) {
      return new Text(new SourceText(name, text), version);
    }
  }

  /**
   * What compiling gave.
   *
   * @param program the program; empty if there is an error
   * @param diagnostics what is wrong or odd, in the order of places
   */
  public record Compilation(Optional<RegoProgram> program, List<Diagnostic> diagnostics) {
    /** Copies the diagnostics. */
    public Compilation {
      diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Returns the program.
     *
     * @throws dev.portcullis.api.diagnostic.PolicyException if there is none
     */
    public RegoProgram orElseThrow() {
      return program.orElseThrow(
          () -> new dev.portcullis.api.diagnostic.PolicyException(diagnostics));
    }
  }

  /**
   * Compiles {@code modules} together. All of them are parsed, whatever is wrong with the first.
   */
  public static Compilation compile(List<ModuleSource> modules, CompilerOptions options) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Module> parsed = new ArrayList<>();
    boolean failed = false;
    for (ModuleSource source : modules) {
      if (source instanceof ModuleSource.Parsed tree) {
        parsed.add(tree.module());
      } else if (source instanceof ModuleSource.Text text) {
        ParseResult<Module> result =
            RegoParser.parseModule(text.source(), options.parser(text.version()));
        diagnostics.addAll(result.diagnostics());
        failed |= result.failed();
        result.result().ifPresent(parsed::add);
      }
    }
    Optional<RegoProgram> program = Optional.empty();
    if (!failed) {
      Analysis analysis = Analyzer.analyze(parsed, options.analysis());
      diagnostics.addAll(analysis.diagnostics());
      program = analysis.program().map(resolved -> new CompiledProgram(resolved, options));
    }
    Snippets snippets = new Snippets(parsed.stream().map(Module::source).toList());
    return new Compilation(program, diagnostics.stream().map(snippets::show).sorted().toList());
  }
}
