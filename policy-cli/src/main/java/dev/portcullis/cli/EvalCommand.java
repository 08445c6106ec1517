package dev.portcullis.cli;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import dev.portcullis.api.value.Value;
import dev.portcullis.bundle.FileLoader;
import dev.portcullis.bundle.LoadedFiles;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.yaml.KubernetesYaml;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.program.PreparedQuery.Answer;
import dev.portcullis.rego.program.RegoCompiler;
import dev.portcullis.rego.program.RegoCompiler.Compilation;
import dev.portcullis.rego.program.RegoCompiler.ModuleSource;
import dev.portcullis.rego.program.RegoProgram;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.rego.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code policy eval}: evaluates a query, with the flags, the output and the exit codes of {@code
 * opa eval}.
 */
@Command(
    name = "eval",
    description = "Evaluate a Rego query, as `opa eval` does.",
    footer = {
      "",
      "Examples:",
      "  policy eval '1 + 1'",
      "  policy eval -d policy.rego -i input.json 'data.app.allow'",
      "  policy eval -b bundle/ -f pretty 'data.app.violations[v]'",
      "",
      "Exit codes: 0 the query was evaluated, 1 --fail or --fail-defined applies, 2 an error."
    })
final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-d", "--data"},
      paramLabel = "PATH",
      description =
          "Rego file, data file or folder; repeatable; PREFIX:PATH puts data below PREFIX.")
  private List<String> data = new ArrayList<>();

  @Option(
      names = {"-b", "--bundle"},
      paramLabel = "PATH",
      description = "Bundle folder; repeatable.")
  private List<Path> bundles = new ArrayList<>();

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "Input document, JSON or YAML.")
  private @Nullable Path input;

  @Option(
      names = {"-I", "--stdin-input"},
      description = "Read the input document from standard input.")
  private boolean stdinInput;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "json, pretty, raw, values, bindings or discard (default: json).")
  private ResultFormat format = ResultFormat.json;

  @Option(names = "--import", paramLabel = "REF", description = "Import for the query; repeatable.")
  private List<String> imports = new ArrayList<>();

  @Option(names = "--package", paramLabel = "PATH", description = "Package of the query.")
  private @Nullable String packagePath;

  @Option(names = "--fail", description = "Exit with 1 if the query is undefined.")
  private boolean fail;

  @Option(names = "--fail-defined", description = "Exit with 1 if the query is defined.")
  private boolean failDefined;

  @Option(
      names = {"-S", "--strict"},
      description = "Make the checks of strict mode errors.")
  private boolean strict;

  @Option(
      names = {"--strict-builtin-errors"},
      description = "Fail with the first error of a builtin.")
  private boolean strictBuiltinErrors;

  @Option(names = "--v0-compatible", description = "Read modules as Rego v0.")
  private boolean v0Compatible;

  @Option(names = "--v1-compatible", description = "Read modules as Rego v1 (the default).")
  private boolean v1Compatible;

  @Option(names = "--timeout", paramLabel = "DURATION", description = "Such as 500ms, 10s or 1m.")
  private Duration timeout = Duration.NONE;

  @Parameters(index = "0", paramLabel = "QUERY", description = "The query.")
  private String query = "";

  @Override
  public Integer call() {
    List<Diagnostic> problems = new ArrayList<>();
    try {
      Outcome<List<Answer>> outcome = evaluate(problems);
      if (outcome instanceof Outcome.Failed<List<Answer>> failed) {
        problems.add(failed.error());
      } else if (problems.stream().noneMatch(Diagnostic::isError)) {
        List<Answer> answers = ((Outcome.Defined<List<Answer>>) outcome).result();
        format.print(answers, spec.commandLine().getOut());
        boolean defined = !answers.isEmpty();
        return (fail && !defined) || (failDefined && defined) ? ExitCode.DENIED : ExitCode.OK;
      }
    } catch (PolicyException e) {
      problems.addAll(e.diagnostics());
    }
    format.printErrors(problems, spec.commandLine().getOut(), spec.commandLine().getErr());
    return ExitCode.ERROR;
  }

  private Outcome<List<Answer>> evaluate(List<Diagnostic> problems) {
    FileLoader loader = new FileLoader(file -> true);
    data.forEach(loader::add);
    bundles.forEach(loader::addBundle);
    LoadedFiles files = loader.finish();
    problems.addAll(files.diagnostics());
    @Nullable Value document = readInput(problems);
    RegoVersion version = v0Compatible ? RegoVersion.V0 : RegoVersion.V1;
    List<ModuleSource> modules = new ArrayList<>();
    files.modules().forEach(source -> modules.add(new ModuleSource.Text(source, version)));
    CompilerOptions options = CompilerOptions.of(Builtins.all());
    options =
        options
            .withMode(ExecutionMode.INTERPRETED)
            .withAnalysis(options.analysis().withStrict(strict));
    Compilation compilation = RegoCompiler.compile(modules, options);
    compilation.diagnostics().stream().filter(Diagnostic::isError).forEach(problems::add);
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      throw new PolicyException(List.copyOf(drain(problems)));
    }
    RegoProgram program = compilation.orElseThrow();
    List<String> path = packagePath == null ? List.of() : List.of(packagePath.split("\\."));
    return program
        .prepare(new SourceText("", query), imports, path)
        .evaluate(
            new Evaluation(
                document,
                files.data(),
                strictBuiltinErrors,
                new Evaluation.Limits(timeout.nanos(), 0, 0, 0),
                new Printing()));
  }

  private static List<Diagnostic> drain(List<Diagnostic> problems) {
    List<Diagnostic> copy = List.copyOf(problems);
    problems.clear();
    return copy;
  }

  private @Nullable Value readInput(List<Diagnostic> problems) {
    Path path = input;
    String name = path == null ? "stdin" : path.toString();
    try {
      if (path != null) {
        return FileLoader.parse(path, Files.readAllBytes(path));
      }
      return stdinInput ? KubernetesYaml.read(System.in.readAllBytes()) : null;
    } catch (SyntaxException e) {
      problems.add(e.toDiagnostic(name));
    } catch (IOException e) {
      problems.add(Diagnostic.error(DiagnosticCode.IO_ERROR, name + ": cannot be read"));
    }
    return null;
  }

  /** Sends what policies print to standard error, so that the result stays clean. */
  private final class Printing implements Evaluation.Environment {
    @Override
    public void message(MessageKind kind, String text) {
      if (kind == MessageKind.PRINT) {
        spec.commandLine().getErr().println(text);
      }
    }
  }
}
