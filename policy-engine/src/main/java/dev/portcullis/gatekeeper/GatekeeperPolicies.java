package dev.portcullis.gatekeeper;

import dev.portcullis.api.Document;
import dev.portcullis.api.EnforcementAction;
import dev.portcullis.api.EnforcementPoint;
import dev.portcullis.api.EvaluationError;
import dev.portcullis.api.ResourceIdentity;
import dev.portcullis.api.Violation;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.match.MatchCriteria;
import dev.portcullis.gatekeeper.match.MatchOutcome;
import dev.portcullis.gatekeeper.match.MatchSubject;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.runtime.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Constraints with their compiled templates, ready to judge reviews. Immutable, and safe for use by
 * many threads.
 */
public final class GatekeeperPolicies {
  private final List<Row> rows;
  private final ConstraintIndex index;
  private final ExcludedNamespaces excluded;
  private final boolean strictInput;

  /**
   * A constraint with its template.
   *
   * @param constraint the constraint
   * @param policy its template
   */
  public record Row(Constraint constraint, TemplatePolicy policy) {}

  /**
   * Creates the policies.
   *
   * @param rows the constraints
   * @param excluded the namespaces that are kept from enforcement
   * @param strictInput whether templates see {@code input.review} and {@code input.parameters}
   *     alone; else {@code input.request} is there too, and the same as {@code input.review}
   */
  public GatekeeperPolicies(List<Row> rows, ExcludedNamespaces excluded, boolean strictInput) {
    this.rows = List.copyOf(rows);
    this.excluded = excluded;
    this.strictInput = strictInput;
    List<MatchCriteria> criteria = rows.stream().map(row -> row.constraint().match()).toList();
    this.index = new ConstraintIndex(criteria);
  }

  /** Returns the constraints. */
  public List<Row> rows() {
    return rows;
  }

  /** Returns the namespaces that are kept from enforcement. */
  public ExcludedNamespaces excluded() {
    return excluded;
  }

  /** Returns whether a template looks at {@code data.inventory}. */
  public boolean usesInventory() {
    return rows.stream().anyMatch(row -> row.policy().usesInventory());
  }

  /** Where results go. */
  public static final class Results {
    private final List<Violation> violations = new ArrayList<>();
    private final List<EvaluationError> errors = new ArrayList<>();

    /** Returns the violations so far. */
    public List<Violation> violations() {
      return violations;
    }

    /** Returns the errors so far. */
    public List<EvaluationError> errors() {
      return errors;
    }
  }

  /**
   * Judges a document.
   *
   * @param document the document
   * @param review its review
   * @param point the enforcement point
   * @param evaluation what each evaluation is given; its input is not used, its data holds the
   *     inventory
   * @param results takes the violations and errors
   */
  public void evaluate(
      Document document, Review review, String point, Evaluation evaluation, Results results) {
    if (isExcluded(review, point)) {
      return;
    }
    Subject subject = new Subject(document, review, evaluation, results);
    for (int at : index.candidates(review.subjects())) {
      Row row = rows.get(at);
      Optional<Enforcement.Effect> effect = row.constraint().enforcement().at(point);
      if (effect.isPresent() && operationMatters(row.policy().template(), review, point)) {
        evaluate(row, effect.get(), subject);
      }
    }
  }

  /** The document under review, with what its evaluations share. */
  private record Subject(
      Document document, Review review, Evaluation evaluation, Results results) {}

  private boolean isExcluded(Review review, String point) {
    Optional<String> process = ExcludedNamespaces.processAt(point);
    return process.isPresent()
        && !review.subjects().isEmpty()
        && excluded.excludes(review.subjects().get(0), process.get());
  }

  /** Only a webhook is registered for operations; whoever asks without one is always answered. */
  private static boolean operationMatters(
      ConstraintTemplate template, Review review, String point) {
    Set<String> operations = template.operations();
    return operations.isEmpty()
        || review.operation().isEmpty()
        || !point.equals(EnforcementPoint.WEBHOOK)
        || operations.contains(review.operation());
  }

  private void evaluate(Row row, Enforcement.Effect effect, Subject subject) {
    MatchOutcome outcome = matches(row.constraint().match(), subject.review().subjects());
    if (outcome instanceof MatchOutcome.Undecided undecided) {
      Diagnostic error = Diagnostic.error(DiagnosticCode.CONSTRAINT_ERROR, undecided.message());
      subject.results().errors.add(error(row, effect, subject, error));
    } else if (outcome instanceof MatchOutcome.Matched) {
      run(row, effect, subject);
    }
  }

  /** A constraint is about a review if it is about the object or about the old object. */
  static MatchOutcome matches(MatchCriteria criteria, List<MatchSubject> subjects) {
    MatchOutcome last = new MatchOutcome.NotMatched(MatchOutcome.Criterion.KINDS);
    for (MatchSubject subject : subjects) {
      last = criteria.matches(subject);
      if (!(last instanceof MatchOutcome.NotMatched)) {
        return last;
      }
    }
    return last;
  }

  private void run(Row row, Enforcement.Effect effect, Subject subject) {
    ObjectValue.Builder input = ObjectValue.builder(3);
    input.put("review", subject.review().request());
    input.put("parameters", row.constraint().parameters());
    if (!strictInput) {
      input.put("request", subject.review().request());
    }
    Outcome<Value> outcome =
        row.policy().violations().evaluate(subject.evaluation().withInput(input.build()));
    if (outcome instanceof Outcome.Failed<Value> failed) {
      subject.results().errors.add(error(row, effect, subject, failed.error()));
    } else if (outcome instanceof Outcome.Defined<Value> defined) {
      ViolationResults.read(
          defined.result(),
          finding -> subject.results().violations.add(violation(row, effect, subject, finding)),
          error -> subject.results().errors.add(error(row, effect, subject, error)));
    }
  }

  private static Violation violation(
      Row row, Enforcement.Effect effect, Subject subject, ViolationResults.Finding finding) {
    PolicyMetadata metadata = row.policy().template().metadata();
    return new Violation(
        metadata.id(),
        Optional.of(row.constraint().id()),
        finding.message(),
        finding.details(),
        metadata.severity(),
        effect.strictest(),
        effect.names(),
        subject.document(),
        subject.review().objectPointer() + finding.pointer(),
        resource(subject),
        metadata.remediation(),
        metadata.rest());
  }

  private static EvaluationError error(
      Row row, Enforcement.Effect effect, Subject subject, Diagnostic error) {
    return new EvaluationError(
        row.policy().template().metadata().id(),
        Optional.of(row.constraint().id()),
        error,
        effect.strictest(),
        effect.names(),
        subject.document(),
        resource(subject));
  }

  private static Optional<ResourceIdentity> resource(Subject subject) {
    return subject.review().identity();
  }

  /**
   * Returns the result for a document whose review cannot be made: nobody can tell which
   * constraints it would break, so it is denied.
   */
  public static EvaluationError refused(Document document, String message) {
    return new EvaluationError(
        TemplateReader.TARGET,
        Optional.empty(),
        Diagnostic.error(DiagnosticCode.DOCUMENT_PARSE_ERROR, message),
        EnforcementAction.DENY,
        List.of(EnforcementAction.DENY.wireName()),
        document,
        document.identity());
  }
}
