package dev.portcullis.testing;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import dev.portcullis.api.spi.HostServices;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.analysis.AnalysisOptions;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.parser.ParseResult;
import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.Entrypoint;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.program.RegoCompiler;
import dev.portcullis.rego.program.RegoCompiler.Compilation;
import dev.portcullis.rego.program.RegoCompiler.ModuleSource;
import dev.portcullis.rego.program.RegoProgram;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.testing.CaseNotes.Notebook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Runs the tests that modules bring along: rules whose names begin with {@code test_}. A test
 * passes if its rule is true. A rule such as {@code test_x[name]} is a test with cases; it passes
 * if all cases that it begins are true in the end.
 *
 * <p>A runner may be used by one thread at a time.
 */
public final class RegoTestRunner {
  private final Map<RegoTest, Optional<Entrypoint>> tests = new LinkedHashMap<>();

  private RegoTestRunner(List<RegoTest> tests, RegoProgram program) {
    List<Optional<Entrypoint>> entrypoints =
        program.entrypoints(tests.stream().map(RegoTest::path).toList());
    for (int i = 0; i < tests.size(); i++) {
      this.tests.put(tests.get(i), entrypoints.get(i));
    }
  }

  /**
   * What loading gave.
   *
   * @param runner the runner; empty if a module is wrong
   * @param diagnostics what is wrong or odd with the modules
   */
  public record Loaded(Optional<RegoTestRunner> runner, List<Diagnostic> diagnostics) {
    /** Copies the diagnostics. */
    public Loaded {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * Compiles modules and their tests together.
   *
   * @param sources policies and tests
   * @param options how to compile them
   * @param wanted which tests to run
   */
  public static Loaded load(
      List<ModuleSource> sources, CompilerOptions options, Predicate<RegoTest> wanted) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<Module> modules = parse(sources, options, diagnostics);
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Loaded(Optional.empty(), diagnostics);
    }
    TestModules ready = new TestModules(modules);
    Compilation compilation =
        RegoCompiler.compile(
            ready.modules().stream().<ModuleSource>map(ModuleSource.Parsed::new).toList(),
            withNotes(options));
    diagnostics.addAll(compilation.diagnostics());
    List<RegoTest> tests = ready.tests().stream().filter(wanted).toList();
    Optional<RegoTestRunner> runner =
        compilation.program().map(program -> new RegoTestRunner(tests, program));
    return new Loaded(runner, diagnostics);
  }

  private static List<Module> parse(
      List<ModuleSource> sources, CompilerOptions options, List<Diagnostic> diagnostics) {
    List<Module> modules = new ArrayList<>();
    for (ModuleSource source : sources) {
      if (source instanceof ModuleSource.Parsed parsed) {
        modules.add(parsed.module());
      } else if (source instanceof ModuleSource.Text text) {
        ParserOptions parser = ParserOptions.of(text.version());
        for (String feature : options.analysis().features()) {
          parser = parser.withFeature(feature);
        }
        ParseResult<Module> result = RegoParser.parseModule(text.source(), parser);
        diagnostics.addAll(result.diagnostics());
        result.result().ifPresent(modules::add);
      }
    }
    return modules;
  }

  private static CompilerOptions withNotes(CompilerOptions options) {
    Map<String, Builtin> builtins = new TreeMap<>(options.analysis().builtins());
    Builtin notes = CaseNotes.builtin();
    builtins.put(notes.name(), notes);
    AnalysisOptions analysis = options.analysis();
    return options.withAnalysis(
        new AnalysisOptions(
            builtins,
            analysis.strict(),
            analysis.schemas(),
            analysis.unsafeBuiltins(),
            analysis.features()));
  }

  /** Returns the tests, in the order of files and rules. */
  public List<RegoTest> tests() {
    return List.copyOf(tests.keySet());
  }

  /**
   * Runs one test.
   *
   * @param test one of {@link #tests}
   * @param evaluation the base documents, the limits and the environment of the evaluation
   */
  public RegoTestResult run(RegoTest test, Evaluation evaluation) {
    if (test.isSkipped()) {
      return new RegoTestResult(
          test, RegoTestResult.Outcome.SKIPPED, Optional.empty(), 0, "", List.of());
    }
    Recording recording = new Recording(evaluation.environment());
    long start = System.nanoTime();
    Outcome<Value> outcome =
        tests
            .getOrDefault(test, Optional.empty())
            .map(document -> document.evaluate(recording.of(evaluation)))
            .orElseGet(Outcome.Undefined::new);
    long nanos = System.nanoTime() - start;
    return result(test, outcome, nanos, recording);
  }

  private static RegoTestResult result(
      RegoTest test, Outcome<Value> outcome, long nanos, Recording recording) {
    RegoTestResult.Outcome end = RegoTestResult.Outcome.FAIL;
    Optional<Diagnostic> error = Optional.empty();
    List<RegoTestResult.Case> cases = List.of();
    if (outcome instanceof Outcome.Failed<Value> failed) {
      end = RegoTestResult.Outcome.ERROR;
      error = Optional.of(failed.error());
    } else if (outcome instanceof Outcome.Defined<Value> defined) {
      boolean passed = defined.result().equals(BooleanValue.TRUE);
      if (test.hasCases()) {
        CaseTree tree = CaseTree.of(defined.result(), List.copyOf(recording.notebook.cases()));
        passed = !tree.failed();
        cases = tree.cases();
      }
      end = passed ? RegoTestResult.Outcome.PASS : RegoTestResult.Outcome.FAIL;
    }
    return new RegoTestResult(test, end, error, nanos, recording.output.toString(), cases);
  }

  /** The environment of one test: the given one, with an ear for what the test says. */
  private static final class Recording implements Evaluation.Environment, HostServices {
    private final Evaluation.Environment around;
    private final Notebook notebook = Notebook.empty();
    private final StringBuilder output = new StringBuilder();

    Recording(Evaluation.Environment around) {
      this.around = around;
    }

    Evaluation of(Evaluation evaluation) {
      return new Evaluation(
          evaluation.input(),
          evaluation.data(),
          evaluation.strictBuiltinErrors(),
          evaluation.limits(),
          this);
    }

    @Override
    public long timeNanos() {
      return around.timeNanos();
    }

    @Override
    public Optional<Long> seed() {
      return around.seed();
    }

    @Override
    public HostServices services() {
      return this;
    }

    @Override
    public <T> Optional<T> find(Class<T> service) {
      return service == Notebook.class
          ? Optional.of(service.cast(notebook))
          : around.services().find(service);
    }

    @Override
    public void message(MessageKind kind, String text) {
      if (kind == MessageKind.PRINT) {
        output.append(text).append('\n');
      }
      around.message(kind, text);
    }

    @Override
    public boolean cancelled() {
      return around.cancelled();
    }
  }
}
