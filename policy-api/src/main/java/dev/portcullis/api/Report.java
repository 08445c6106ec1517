package dev.portcullis.api;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy set says about a batch of documents. Immutable; equal documents and policies give
 * equal reports, whatever the number of threads.
 *
 * @param decisions one decision per document, in the order of the documents
 */
public record Report(List<Decision> decisions) {
  /** Copies the list. */
  public Report {
    decisions = List.copyOf(decisions);
  }

  /** Returns the violations of all documents, in their order. */
  public List<Violation> violations() {
    return decisions.stream().flatMap(d -> d.violations().stream()).toList();
  }

  /** Returns the errors of all documents, in their order. */
  public List<EvaluationError> errors() {
    return decisions.stream().flatMap(d -> d.errors().stream()).toList();
  }

  /** Returns whether every document may pass. */
  public boolean isAllowed() {
    return decisions.stream().allMatch(Decision::isAllowed);
  }

  /** Returns how many results, violations and errors, have {@code action}. */
  public long count(EnforcementAction action) {
    return Stream.concat(
            violations().stream().map(Violation::enforcementAction),
            errors().stream().map(EvaluationError::enforcementAction))
        .filter(a -> a == action)
        .count();
  }

  /**
   * Returns the report as JSON. The fields are stable: new ones may be added, none is renamed or
   * removed without a new {@code schemaVersion}.
   *
   * <pre>{@code
   * {"schemaVersion": 1,
   *  "summary": {"documents", "allowed", "violations", "denied", "warned", "dryrun", "errors"},
   *  "results": [
   *    {"source", "index", "allowed",
   *     "resource": {"group", "version", "kind", "namespace", "name"} or null,
   *     "violations": [
   *       {"policy", "constraint": {"kind", "name"} or null, "message", "details",
   *        "severity" or null, "enforcementAction", "enforcementActions": [],
   *        "pointer", "file" or null, "line" or null, "column" or null,
   *        "remediation" or null, "metadata": {}}],
   *     "errors": [
   *       {"policy", "constraint", "code", "message", "enforcementAction", "enforcementActions",
   *        "file" or null, "line" or null, "column" or null}]}]}
   * }</pre>
   *
   * The file, line and column of a violation are the document's, those of an error the policy's.
   */
  public String toJson() {
    return ReportJson.write(this);
  }
}
