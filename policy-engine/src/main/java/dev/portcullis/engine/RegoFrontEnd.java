package dev.portcullis.engine;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.EngineSettings;
import dev.portcullis.builtins.CoreBuiltins;
import dev.portcullis.gatekeeper.ModuleCompiler;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.parser.ParseResult;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.RegoCompiler;
import dev.portcullis.rego.program.RegoCompiler.Compilation;
import dev.portcullis.rego.program.RegoCompiler.ModuleSource;
import dev.portcullis.rego.program.RegoProgram;
import dev.portcullis.rego.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Parses and compiles Rego with the builtins and the execution mode of an engine. */
final class RegoFrontEnd implements ModuleCompiler {
  private final CompilerOptions options;
  private final ModuleCache modules = new ModuleCache();

  RegoFrontEnd(CompilerOptions options) {
    this.options = options;
  }

  /** Returns the front end for an engine with {@code settings}. */
  static RegoFrontEnd of(EngineSettings settings) {
    return new RegoFrontEnd(
        CompilerOptions.of(builtins(settings)).withMode(settings.executionMode()));
  }

  /** A host's builtins win over those of the class path, and these over the engine's own. */
  private static Map<String, Builtin> builtins(EngineSettings settings) {
    Map<String, Builtin> all = new TreeMap<>(CoreBuiltins.all());
    if (settings.discoverBuiltins()) {
      ServiceLoader.load(BuiltinProvider.class, BuiltinProvider.class.getClassLoader())
          .forEach(provider -> provider.builtins().forEach(b -> all.put(b.name(), b)));
    }
    settings.builtins().forEach(b -> all.put(b.name(), b));
    return all;
  }

  /** Returns the modules that were parsed. */
  ModuleCache modules() {
    return modules;
  }

  @Override
  public Made<Module> parse(SourceText source, RegoVersion version) {
    ParseResult<Module> parsed = modules.parse(source, version);
    return new Made<>(parsed.result(), parsed.diagnostics());
  }

  @Override
  public Made<RegoProgram> compile(List<Module> modules) {
    List<ModuleSource> sources =
        modules.stream().<ModuleSource>map(ModuleSource.Parsed::new).toList();
    Compilation compilation = RegoCompiler.compile(sources, options);
    return new Made<>(compilation.program(), compilation.diagnostics());
  }
}
