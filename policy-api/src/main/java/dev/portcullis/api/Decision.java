package dev.portcullis.api;

import java.util.List;
import java.util.Optional;

/**
 * What a policy set says about one document. Immutable.
 *
 * @param document the document
 * @param resource which Kubernetes object the document is, if it is one
 * @param violations the breaches, ordered by policy id, constraint, message and details
 * @param errors the policies that could not be evaluated, ordered by policy id and constraint
 */
public record Decision(
    Document document,
    Optional<ResourceIdentity> resource,
    List<Violation> violations,
    List<EvaluationError> errors) {

  /** Copies the lists. */
  public Decision {
    violations = List.copyOf(violations);
    errors = List.copyOf(errors);
  }

  /**
   * Returns whether the document may pass: nothing denies it, and no policy that could deny it has
   * failed.
   */
  public boolean isAllowed() {
    return violations.stream().noneMatch(v -> v.enforcementAction() == EnforcementAction.DENY)
        && errors.stream().noneMatch(e -> e.enforcementAction() == EnforcementAction.DENY);
  }

  /** Returns the decision as JSON, in the shape of an element of a report's {@code results}. */
  public String toJson() {
    return ReportJson.write(this);
  }
}
