package dev.portcullis.cli;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.bundle.FileLoader;
import dev.portcullis.bundle.LoadedFiles;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.RegoCompiler.ModuleSource;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.testing.RegoTest;
import dev.portcullis.testing.RegoTestResult;
import dev.portcullis.testing.RegoTestRunner;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy test}: runs Rego tests, with the output and the exit codes of {@code opa test}. */
@Command(
    name = "test",
    description = "Run the tests of Rego modules, as `opa test` does.",
    footer = {
      "",
      "A test is a rule whose name begins with test_; it passes if it is true. A rule such as",
      "test_x[name] holds many cases. A rule whose name begins with todo_test_ is skipped.",
      "",
      "Examples:",
      "  policy test policies/",
      "  policy test -v -r 'data.app.*denied' policies/ data/",
      "  policy test -b bundle/ -f json",
      "",
      "Exit codes: 0 all tests passed, 1 a file could not be loaded, 2 a test failed or was",
      "skipped."
    })
final class TestCommand implements Callable<Integer> {
  /** OPA's code for what goes wrong before a test runs. */
  private static final int NOT_LOADED = 1;

  /** OPA's code for tests that did not pass. */
  private static final int NOT_PASSED = 2;

  private static final Duration DEFAULT_TIMEOUT = Duration.parse("5s");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-v", "--verbose"},
      description = "Show the tests that pass too.")
  private boolean verbose;

  @Option(
      names = {"-r", "--run"},
      paramLabel = "REGEX",
      description = "Run only the tests whose full name has a match.")
  private String run = "";

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORMAT",
      description = "pretty or json (default: pretty).")
  private TestReport.Format format = TestReport.Format.pretty;

  @Option(
      names = {"-b", "--bundle"},
      description = "Load the folders as bundles.")
  private boolean bundle;

  @Option(names = "--timeout", paramLabel = "DURATION", description = "Of each test (default: 5s).")
  private Duration timeout = DEFAULT_TIMEOUT;

  @Option(names = "--count", paramLabel = "N", description = "Run the tests N times (default: 1).")
  private int count = 1;

  @Option(
      names = "--ignore",
      paramLabel = "PATTERN",
      split = ",",
      description = "Names of files and folders not to load; repeatable.")
  private List<String> ignore = new ArrayList<>();

  @Option(
      names = {"-z", "--exit-zero-on-skipped"},
      description = "Exit with 0 though tests were skipped.")
  private boolean skippedPass;

  @Option(names = "--fail-on-empty", description = "Exit with 1 if no test was run.")
  private boolean failOnEmpty;

  @Option(names = "--v0-compatible", description = "Read modules as Rego v0.")
  private boolean v0Compatible;

  @Option(names = "--v1-compatible", description = "Read modules as Rego v1 (the default).")
  private boolean v1Compatible;

  @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders.")
  private List<String> paths = new ArrayList<>();

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (paths.isEmpty()) {
      err.println("specify at least one file");
      return NOT_LOADED;
    }
    Pattern wanted;
    try {
      wanted = Pattern.compile(run);
    } catch (PatternSyntaxException e) {
      err.println("--run: " + e.getMessage());
      return NOT_LOADED;
    }
    LoadedFiles files = files();
    List<Diagnostic> problems = new ArrayList<>(files.diagnostics());
    RegoTestRunner.Loaded loaded =
        RegoTestRunner.load(modules(files), options(), t -> wanted.matcher(t.fullName()).find());
    problems.addAll(loaded.diagnostics());
    problems.removeIf(d -> !d.isError());
    if (!problems.isEmpty() || loaded.runner().isEmpty()) {
      err.println(problems.size() + (problems.size() == 1 ? " error" : " errors") + " occurred:");
      problems.forEach(err::println);
      return NOT_LOADED;
    }
    return run(loaded.runner().get(), files);
  }

  private LoadedFiles files() {
    IgnoredNames wanted = new IgnoredNames(ignore, paths.stream().map(Path::of).toList());
    FileLoader loader = new FileLoader(wanted);
    for (String path : paths) {
      if (bundle) {
        loader.addBundle(Path.of(path));
      } else {
        loader.add(path);
      }
    }
    return loader.finish();
  }

  private List<ModuleSource> modules(LoadedFiles files) {
    RegoVersion version = v0Compatible ? RegoVersion.V0 : RegoVersion.V1;
    return files.modules().stream()
        .<ModuleSource>map(source -> new ModuleSource.Text(source, version))
        .toList();
  }

  private static CompilerOptions options() {
    return CompilerOptions.of(Builtins.all()).withMode(ExecutionMode.INTERPRETED);
  }

  private int run(RegoTestRunner runner, LoadedFiles files) {
    int code = ExitCode.OK;
    for (int i = 0; i < count && code == ExitCode.OK; i++) {
      code = runOnce(runner, files);
    }
    return code;
  }

  private int runOnce(RegoTestRunner runner, LoadedFiles files) {
    Evaluation evaluation =
        new Evaluation(
            null,
            files.data(),
            false,
            new Evaluation.Limits(
                timeout.equals(Duration.NONE) ? DEFAULT_TIMEOUT.nanos() : timeout.nanos(),
                Evaluation.Limits.DEFAULT.steps(),
                Evaluation.Limits.DEFAULT.collectionSize(),
                Evaluation.Limits.DEFAULT.depth()),
            Evaluation.Environment.SYSTEM);
    TestReport report = TestReport.of(format, verbose, spec.commandLine().getOut());
    int code = ExitCode.OK;
    for (RegoTest test : runner.tests()) {
      RegoTestResult result = runner.run(test, evaluation);
      report.add(result);
      boolean passes =
          result.outcome() == RegoTestResult.Outcome.PASS
              || (skippedPass && result.outcome() == RegoTestResult.Outcome.SKIPPED);
      code = passes ? code : NOT_PASSED;
    }
    report.finish();
    if (runner.tests().isEmpty() && failOnEmpty) {
      spec.commandLine().getErr().println("no tests were run");
      return NOT_LOADED;
    }
    return code;
  }
}
