package dev.portcullis.cli;

import dev.portcullis.document.json.JsonWriter;
import dev.portcullis.rego.ast.AstJson;
import dev.portcullis.rego.ast.Module;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy parse}: shows the tree of a Rego file as OPA's JSON. */
@Command(
    name = "parse",
    description = "Show the syntax tree of a Rego file, as the JSON of `opa parse --format json`.",
    footer = {
      "",
      "Examples:",
      "  policy parse policy.rego",
      "  policy parse --v0-compatible old.rego",
      "",
      "Exit codes: 0 done, 1 the file could not be read or parsed."
    })
final class ParseCommand implements Callable<Integer> {
  /** OPA's code for what does not parse. */
  private static final int NOT_PARSED = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "json, which is the default.")
  private Format format = Format.json;

  @Option(names = "--v0-compatible", description = "Read the module as Rego v0.")
  private boolean v0Compatible;

  @Parameters(index = "0", paramLabel = "FILE", description = "The Rego file.")
  private String file = "";

  /** How the tree is shown. */
  enum Format {
    json
  }

  @Override
  public Integer call() {
    RegoFiles files = RegoFiles.read(List.of(file), v0Compatible);
    files.errors().forEach(spec.commandLine().getErr()::println);
    for (Module module : files.modules()) {
      spec.commandLine().getOut().println(JsonWriter.PRETTY.text(AstJson.of(module)));
    }
    return files.errors().isEmpty() ? ExitCode.OK : NOT_PARSED;
  }
}
