package dev.portcullis.engine;

import dev.portcullis.api.Decision;
import dev.portcullis.api.Document;
import dev.portcullis.api.EnforcementAction;
import dev.portcullis.api.EvaluationError;
import dev.portcullis.api.EvaluationOptions;
import dev.portcullis.api.PolicyInfo;
import dev.portcullis.api.PolicySet;
import dev.portcullis.api.QueryResult;
import dev.portcullis.api.Report;
import dev.portcullis.api.ResourceIdentity;
import dev.portcullis.api.Violation;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.spi.EngineSettings;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.Enforcement;
import dev.portcullis.gatekeeper.ExcludedNamespaces;
import dev.portcullis.gatekeeper.GatekeeperPolicies;
import dev.portcullis.gatekeeper.Inventory;
import dev.portcullis.gatekeeper.Namespaces;
import dev.portcullis.gatekeeper.PolicyMetadata;
import dev.portcullis.gatekeeper.Review;
import dev.portcullis.gatekeeper.ReviewBuilder;
import dev.portcullis.gatekeeper.match.Origin;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.program.PreparedQuery;
import dev.portcullis.rego.program.RegoProgram;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A policy set that was loaded from files. */
final class LoadedPolicySet implements PolicySet {
  private static final Comparator<Violation> VIOLATIONS =
      Comparator.comparing(Violation::policyId)
          .thenComparing(v -> v.constraint().map(Object::toString).orElse(""))
          .thenComparing(Violation::message)
          .thenComparing(Violation::details);
  private static final Comparator<EvaluationError> ERRORS =
      Comparator.comparing(EvaluationError::policyId)
          .thenComparing(e -> e.constraint().map(Object::toString).orElse(""))
          .thenComparing(EvaluationError::message);

  private final EngineSettings settings;
  private final GatekeeperPolicies constraints;
  private final PlainPolicies rules;
  private final Optional<RegoProgram> program;
  private final List<Diagnostic> diagnostics;
  private final Evaluation evaluation;

  LoadedPolicySet(
      EngineSettings settings,
      GatekeeperPolicies constraints,
      PlainPolicies rules,
      Optional<RegoProgram> program,
      ObjectValue data,
      List<Diagnostic> diagnostics) {
    this.settings = settings;
    this.constraints = constraints;
    this.rules = rules;
    this.program = program;
    this.diagnostics = List.copyOf(diagnostics);
    this.evaluation =
        new Evaluation(
            null,
            data,
            settings.strictBuiltinErrors(),
            EngineEnvironment.limits(settings.limits()),
            new EngineEnvironment(settings));
  }

  /** What the documents of a batch share. */
  private record Batch(String point, ReviewBuilder reviews, ObjectValue inventory) {}

  private Batch batch(List<Document> known, EvaluationOptions options) {
    List<Document> all = new ArrayList<>(options.context());
    all.addAll(known);
    Namespaces namespaces = Namespaces.among(all);
    ObjectValue inventory = ObjectValue.EMPTY;
    if (constraints.usesInventory()) {
      all.removeIf(this::isKeptFromInventory);
      inventory = Inventory.of(all);
    }
    return new Batch(
        options.enforcementPoint().orElse(settings.enforcementPoint()),
        new ReviewBuilder(namespaces, false, Origin.ORIGINAL),
        inventory);
  }

  private boolean isKeptFromInventory(Document document) {
    Optional<String> namespace =
        document.identity().flatMap(id -> isNamespace(id) ? id.name() : id.namespace());
    return namespace.isPresent()
        && constraints.excluded().excludes(namespace.get(), ExcludedNamespaces.SYNC);
  }

  private static boolean isNamespace(ResourceIdentity identity) {
    return identity.kind().equals("Namespace") && identity.group().isEmpty();
  }

  @Override
  public Decision evaluate(Document document) {
    return evaluate(document, EvaluationOptions.DEFAULT);
  }

  @Override
  public Decision evaluate(Document document, EvaluationOptions options) {
    return decide(document, batch(List.of(), options));
  }

  @Override
  public Report evaluate(List<Document> documents, EvaluationOptions options) {
    Batch batch = batch(documents, options);
    return new Report(documents.stream().map(document -> decide(document, batch)).toList());
  }

  @Override
  public Stream<Decision> evaluate(Stream<Document> documents, EvaluationOptions options) {
    Batch batch = batch(List.of(), options);
    return documents.map(document -> decide(document, batch));
  }

  private Decision decide(Document document, Batch batch) {
    GatekeeperPolicies.Results results = new GatekeeperPolicies.Results();
    Optional<ResourceIdentity> resource = document.identity();
    ReviewBuilder.Result made = batch.reviews().build(document);
    if (made instanceof ReviewBuilder.Result.Ready ready) {
      Review review = ready.review();
      resource = review.identity();
      constraints.evaluate(
          document, review, batch.point(), evaluation.withData(batch.inventory()), results);
    } else if (made instanceof ReviewBuilder.Result.Refused refused
        && !constraints.rows().isEmpty()) {
      results.errors().add(GatekeeperPolicies.refused(document, refused.message()));
    }
    rules.evaluate(document, evaluation, results.violations()::add, results.errors()::add);
    results.violations().sort(VIOLATIONS);
    results.errors().sort(ERRORS);
    return new Decision(document, resource, results.violations(), results.errors());
  }

  @Override
  public QueryResult query(String query, @Nullable Value input) {
    RegoProgram compiled =
        program.orElseThrow(
            () ->
                new PolicyException(
                    List.of(
                        Diagnostic.error(
                            DiagnosticCode.EVAL_INTERNAL_ERROR, "there is no program to query"))));
    PreparedQuery prepared = compiled.prepare(new SourceText("query", query), List.of(), List.of());
    Outcome<List<PreparedQuery.Answer>> outcome = prepared.evaluate(evaluation.withInput(input));
    if (outcome instanceof Outcome.Failed<List<PreparedQuery.Answer>> failed) {
      return new QueryResult(List.of(), Optional.of(failed.error()));
    }
    if (outcome instanceof Outcome.Defined<List<PreparedQuery.Answer>> defined) {
      return new QueryResult(
          defined.result().stream().map(LoadedPolicySet::answer).toList(), Optional.empty());
    }
    return new QueryResult(List.of(), Optional.empty());
  }

  private static QueryResult.Answer answer(PreparedQuery.Answer answer) {
    return new QueryResult.Answer(
        answer.bindings(),
        answer.expressions().stream().map(PreparedQuery.Expression::value).toList());
  }

  @Override
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  @Override
  public List<PolicyInfo> policies() {
    return Stream.concat(
            constraints.rows().stream().map(this::info), rules.rules().stream().map(this::info))
        .sorted(
            Comparator.comparing(PolicyInfo::id)
                .thenComparing(p -> p.constraint().map(Object::toString).orElse("")))
        .toList();
  }

  private PolicyInfo info(GatekeeperPolicies.Row row) {
    PolicyMetadata metadata = row.policy().template().metadata();
    Optional<EnforcementAction> action =
        row.constraint()
            .enforcement()
            .at(settings.enforcementPoint())
            .map(Enforcement.Effect::strictest);
    return new PolicyInfo(
        metadata.id(),
        PolicyInfo.Kind.CONSTRAINT,
        Optional.of(row.constraint().id()),
        metadata.title(),
        metadata.description(),
        metadata.severity(),
        metadata.remediation(),
        action,
        row.constraint().object().locate(""),
        metadata.rest());
  }

  private PolicyInfo info(PlainRule rule) {
    PlainRule.Description description = rule.description();
    return new PolicyInfo(
        rule.id(),
        PolicyInfo.Kind.RULE,
        Optional.empty(),
        description.title(),
        description.text(),
        description.severity(),
        description.remediation(),
        Optional.of(rule.action()),
        Optional.of(rule.location()),
        description.custom());
  }
}
