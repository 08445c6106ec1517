package dev.portcullis.gatekeeper.suite;

import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.DocumentReader;
import dev.portcullis.api.EnforcementPoint;
import dev.portcullis.api.EvaluationError;
import dev.portcullis.api.Violation;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.gatekeeper.ConstraintReader;
import dev.portcullis.gatekeeper.ConstraintTemplate;
import dev.portcullis.gatekeeper.ExcludedNamespaces;
import dev.portcullis.gatekeeper.GatekeeperPolicies;
import dev.portcullis.gatekeeper.Inventory;
import dev.portcullis.gatekeeper.ManifestObject;
import dev.portcullis.gatekeeper.ModuleCompiler;
import dev.portcullis.gatekeeper.Namespaces;
import dev.portcullis.gatekeeper.ReviewBuilder;
import dev.portcullis.gatekeeper.TemplateCompiler;
import dev.portcullis.gatekeeper.TemplatePolicy;
import dev.portcullis.gatekeeper.TemplateReader;
import dev.portcullis.gatekeeper.match.Origin;
import dev.portcullis.gatekeeper.suite.SuiteResult.CaseResult;
import dev.portcullis.gatekeeper.suite.SuiteResult.TestResult;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.rego.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs suites as {@code gator verify} does: each case starts from a clean state, knows the objects
 * of its inventory, and is reviewed at gator's enforcement point.
 */
public final class SuiteRunner {
  private final DocumentReader reader;
  private final ModuleCompiler compiler;
  private final Evaluation evaluation;
  private final boolean strictInput;

  /**
   * Creates a runner.
   *
   * @param reader reads the files of suites
   * @param compiler compiles the templates
   * @param evaluation what evaluations are given beside input and data
   * @param strictInput whether templates see no {@code input.request}
   */
  public SuiteRunner(
      DocumentReader reader, ModuleCompiler compiler, Evaluation evaluation, boolean strictInput) {
    this.reader = reader;
    this.compiler = compiler;
    this.evaluation = evaluation;
    this.strictInput = strictInput;
  }

  /** Which cases are run. */
  @FunctionalInterface
  public interface Filter {
    /** Every case. */
    Filter ALL = (test, suiteCase) -> true;

    /** Returns whether a case is run. */
    boolean accepts(Suite.Test test, Suite.Case suiteCase);
  }

  /** What keeps a test or a case from being run. */
  private static final class SetupException extends Exception {
    private static final long serialVersionUID = 1L;

    SetupException(String message) {
      super(message, null, false, false);
    }

    String reason() {
      return String.valueOf(getMessage());
    }
  }

  /** Runs the cases of {@code suite} that {@code filter} accepts. */
  public SuiteResult run(Suite suite, Filter filter) {
    List<TestResult> results = new ArrayList<>();
    for (Suite.Test test : suite.tests()) {
      if (suite.skip() || test.skip()) {
        results.add(new TestResult(test, true, Optional.empty(), List.of()));
      } else {
        results.add(run(suite, test, filter));
      }
    }
    return new SuiteResult(suite, results);
  }

  private TestResult run(Suite suite, Suite.Test test, Filter filter) {
    try {
      Optional<GatekeeperPolicies> policies = policies(suite, test);
      List<CaseResult> cases = new ArrayList<>();
      for (Suite.Case one : test.cases()) {
        if (policies.isPresent() && filter.accepts(test, one)) {
          cases.add(
              one.skip()
                  ? new CaseResult(one, true, Optional.empty(), List.of(), List.of(), Duration.ZERO)
                  : run(suite, one, policies.get()));
        }
      }
      return new TestResult(test, false, Optional.empty(), cases);
    } catch (SetupException e) {
      return new TestResult(test, false, Optional.of(e.reason()), List.of());
    }
  }

  /** Returns the policies of a test; none if its constraint is invalid and expected to be. */
  private Optional<GatekeeperPolicies> policies(Suite suite, Suite.Test test)
      throws SetupException {
    if (test.expansion().isPresent()) {
      throw new SetupException("expansion templates are not supported");
    }
    TemplatePolicy policy = template(object(suite, test.template()));
    ConstraintReader.Result read =
        ConstraintReader.read(
            object(suite, test.constraint()),
            policy.template().parameters(),
            ConstraintReader.Defaulting.AFTER_VALIDATION);
    if (test.invalid()) {
      if (!read.breaksSchema()) {
        throw new SetupException("the constraint is expected to be invalid, and is valid");
      }
      return Optional.empty();
    }
    GatekeeperPolicies.Row row =
        new GatekeeperPolicies.Row(
            read.constraint().orElseThrow(() -> new SetupException(errors(read.diagnostics()))),
            policy);
    return Optional.of(new GatekeeperPolicies(List.of(row), ExcludedNamespaces.NONE, strictInput));
  }

  private TemplatePolicy template(ManifestObject object) throws SetupException {
    TemplateReader.Result read = TemplateReader.read(object);
    ConstraintTemplate template =
        read.template().orElseThrow(() -> new SetupException(errors(read.diagnostics())));
    TemplateCompiler.Result compiled = TemplateCompiler.compile(List.of(template), compiler);
    TemplatePolicy policy = compiled.policies().get(template.kind());
    if (policy == null) {
      throw new SetupException(errors(compiled.diagnostics()));
    }
    return policy;
  }

  private static String errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(Diagnostic::isError)
        .map(Diagnostic::oneLine)
        .collect(Collectors.joining("\n"));
  }

  private ManifestObject object(Suite suite, String path) throws SetupException {
    if (path.isEmpty()) {
      throw new SetupException("the test does not name its template and its constraint");
    }
    Path file = suite.file().resolveSibling(path);
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new SetupException(file + " cannot be read");
    }
    Document document = single(reader.read(text, file.toString()), file);
    return new ManifestObject(document, new SourceText(file.toString(), text));
  }

  private static Document single(DocumentBatch batch, Path file) throws SetupException {
    if (batch.hasErrors()) {
      throw new SetupException(errors(batch.diagnostics()));
    }
    if (batch.documents().size() != 1) {
      throw new SetupException(file + " must hold one object, holds " + batch.documents().size());
    }
    return batch.documents().get(0);
  }

  private CaseResult run(Suite suite, Suite.Case one, GatekeeperPolicies policies) {
    long start = System.nanoTime();
    GatekeeperPolicies.Results results = new GatekeeperPolicies.Results();
    Optional<String> failure;
    try {
      review(suite, one, policies, results);
      failure = check(one, results);
    } catch (SetupException e) {
      failure = Optional.of(e.reason());
    }
    return new CaseResult(
        one,
        false,
        failure,
        results.violations(),
        results.errors(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  private void review(
      Suite suite, Suite.Case one, GatekeeperPolicies policies, GatekeeperPolicies.Results results)
      throws SetupException {
    if (one.object().isEmpty()) {
      throw new SetupException("the case does not name its object");
    }
    List<Document> inventory = new ArrayList<>();
    for (String path : one.inventory()) {
      inventory.addAll(documents(suite, path).documents());
    }
    Document document = single(documents(suite, one.object()), Path.of(one.object()));
    ReviewBuilder reviews = new ReviewBuilder(Namespaces.among(inventory), false, Origin.ORIGINAL);
    ReviewBuilder.Result made = reviews.build(document);
    if (made instanceof ReviewBuilder.Result.Ready ready) {
      Evaluation own =
          policies.usesInventory() ? evaluation.withData(Inventory.of(inventory)) : evaluation;
      policies.evaluate(document, ready.review(), EnforcementPoint.GATOR, own, results);
    } else if (made instanceof ReviewBuilder.Result.Refused refused) {
      throw new SetupException(refused.message());
    } else {
      throw new SetupException(one.object() + " is no Kubernetes object");
    }
  }

  private DocumentBatch documents(Suite suite, String path) throws SetupException {
    Path file = suite.file().resolveSibling(path);
    DocumentBatch batch = reader.read(file);
    if (batch.hasErrors()) {
      throw new SetupException(errors(batch.diagnostics()));
    }
    return batch;
  }

  private static Optional<String> check(Suite.Case one, GatekeeperPolicies.Results results) {
    if (one.assertions().isEmpty()) {
      return Optional.of("the case has no assertions");
    }
    List<String> messages =
        Stream.concat(
                results.violations().stream().map(Violation::message),
                results.errors().stream().map(EvaluationError::message))
            .toList();
    List<String> failures = new ArrayList<>();
    for (Suite.Assertion assertion : one.assertions()) {
      long count =
          messages.stream()
              .filter(
                  m -> assertion.message().isEmpty() || assertion.message().get().matcher(m).find())
              .count();
      if (count < assertion.minimum() || count > assertion.maximum()) {
        failures.add(
            "got "
                + count
                + " violations"
                + assertion.message().map(p -> " matching \"" + p.pattern() + "\"").orElse("")
                + " but want "
                + assertion.written()
                + ": got messages "
                + messages);
      }
    }
    return failures.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", failures));
  }
}
