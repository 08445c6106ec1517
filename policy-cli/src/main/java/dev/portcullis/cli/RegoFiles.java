package dev.portcullis.cli;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.bundle.FileLoader;
import dev.portcullis.bundle.LoadedFiles;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.parser.ParseResult;
import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Rego files that a command line names.
 *
 * @param sources their texts
 * @param modules those that could be parsed
 * @param errors what is wrong with the others
 */
record RegoFiles(List<SourceText> sources, List<Module> modules, List<Diagnostic> errors) {

  RegoFiles {
    sources = List.copyOf(sources);
    modules = List.copyOf(modules);
    errors = List.copyOf(errors);
  }

  /** Reads and parses files, and the Rego files of folders. */
  static RegoFiles read(List<String> paths, boolean v0Compatible) {
    FileLoader loader = new FileLoader(file -> file.toString().endsWith(".rego"));
    paths.forEach(loader::add);
    LoadedFiles files = loader.finish();
    List<Diagnostic> errors = new ArrayList<>(files.diagnostics());
    List<Module> modules = new ArrayList<>();
    RegoVersion version = v0Compatible ? RegoVersion.V0 : RegoVersion.V1;
    for (SourceText source : files.modules()) {
      ParseResult<Module> parsed = RegoParser.parseModule(source, ParserOptions.of(version));
      errors.addAll(parsed.diagnostics());
      parsed.result().ifPresent(modules::add);
    }
    errors.removeIf(d -> !d.isError());
    return new RegoFiles(files.modules(), modules, errors);
  }
}
