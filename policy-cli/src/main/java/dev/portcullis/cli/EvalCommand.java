package dev.portcullis.cli;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.CoreBuiltins;
import dev.portcullis.bundle.FileLoader;
import dev.portcullis.bundle.LoadedFiles;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.yaml.KubernetesYaml;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.program.PreparedQuery;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
  private final Output output;

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

  EvalCommand(Output output) {
    this.output = output;
  }

  /**
   * Returns the command that {@code arguments} ask for, if they are of the plain kind that most
   * runs have. Reading them here takes a tenth of the time that the general reader takes, which is
   * most of the time of a short evaluation.
   *
   * @param arguments the arguments after {@code eval}
   * @return empty for any argument that is not known here: the general reader decides then
   */
  static Optional<EvalCommand> plain(Output output, List<String> arguments) {
    EvalCommand command = new EvalCommand(output);
    Iterator<String> rest = arguments.iterator();
    boolean queried = false;
    while (rest.hasNext()) {
      String argument = rest.next();
      if (!argument.startsWith("-") && !argument.startsWith("@") && !queried) {
        command.query = argument;
        queried = true;
      } else if (!command.takeSwitch(argument)
          && !(rest.hasNext() && command.takeOption(argument, rest.next()))) {
        return Optional.empty();
      }
    }
    return queried ? Optional.of(command) : Optional.empty();
  }

  private boolean takeSwitch(String argument) {
    switch (argument) {
      case "-I", "--stdin-input" -> stdinInput = true;
      case "--fail" -> fail = true;
      case "--fail-defined" -> failDefined = true;
      case "--strict-builtin-errors" -> strictBuiltinErrors = true;
      case "--v0-compatible" -> v0Compatible = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean takeOption(String argument, String value) {
    if (value.startsWith("-")) {
      return false;
    }
    switch (argument) {
      case "-d", "--data" -> data.add(value);
      case "-b", "--bundle" -> bundles.add(Path.of(value));
      case "-i", "--input" -> input = Path.of(value);
      case "-f", "--format" -> {
        Optional<ResultFormat> named =
            Stream.of(ResultFormat.values()).filter(f -> f.name().equals(value)).findFirst();
        named.ifPresent(f -> format = f);
        return named.isPresent();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public Integer call() {
    List<Diagnostic> problems = new ArrayList<>();
    try {
      Outcome<List<Answer>> outcome = evaluate(problems);
      if (outcome instanceof Outcome.Failed<List<Answer>> failed) {
        problems.add(failed.error());
      } else if (problems.stream().noneMatch(Diagnostic::isError)) {
        List<Answer> answers = ((Outcome.Defined<List<Answer>>) outcome).result();
        format.print(answers, output.out());
        boolean defined = !answers.isEmpty();
        return (fail && !defined) || (failDefined && defined) ? ExitCode.DENIED : ExitCode.OK;
      }
    } catch (PolicyException e) {
      problems.addAll(e.diagnostics());
    }
    format.printErrors(problems, output.out(), output.err());
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
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      compile(modules, Builtins.all()).diagnostics().forEach(problems::add);
      throw new PolicyException(List.copyOf(drain(problems)));
    }
    return prepare(modules)
        .evaluate(
            new Evaluation(
                document,
                files.data(),
                strictBuiltinErrors,
                new Evaluation.Limits(timeout.nanos(), 0, 0, 0),
                new Printing()));
  }

  /**
   * Compiles with the core builtins, and only if that fails with those of all families: looking for
   * them and loading them takes longer than most evaluations.
   */
  private PreparedQuery prepare(List<ModuleSource> modules) {
    Compilation core = compile(modules, CoreBuiltins.all());
    if (core.program().isPresent()) {
      try {
        return prepare(core.program().get());
      } catch (PolicyException e) {
        return prepare(compile(modules, Builtins.all()).orElseThrow());
      }
    }
    return prepare(compile(modules, Builtins.all()).orElseThrow());
  }

  private PreparedQuery prepare(RegoProgram program) {
    List<String> path = packagePath == null ? List.of() : List.of(packagePath.split("\\."));
    return program.prepare(new SourceText("", query), imports, path);
  }

  private Compilation compile(List<ModuleSource> modules, Map<String, Builtin> builtins) {
    CompilerOptions options = CompilerOptions.of(builtins);
    return RegoCompiler.compile(
        modules,
        options
            .withMode(ExecutionMode.INTERPRETED)
            .withAnalysis(options.analysis().withStrict(strict)));
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
        output.err().println(text);
      }
    }
  }
}
