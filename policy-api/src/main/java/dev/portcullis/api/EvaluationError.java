package dev.portcullis.api;

import dev.portcullis.api.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A policy that could not be evaluated for a document: its Rego failed, it met a limit, or whether
 * it applies cannot be told because the document's Namespace is not known. It counts as a breach of
 * the policy (it fails closed) and hides no other result. Immutable; nothing in it is ever {@code
 * null}.
 *
 * @param policyId the policy's id
 * @param constraint the constraint, if the policy is one
 * @param error what went wrong, with its place in the policy if it has one
 * @param enforcementAction what a violation of the policy would lead to; where several actions
 *     hold, the strictest
 * @param enforcementActions all actions that hold at the enforcement point, as the constraint
 *     spells them
 * @param document the document
 * @param resource which Kubernetes object the document is, if it is one
 */
public record EvaluationError(
    String policyId,
    Optional<ConstraintId> constraint,
    Diagnostic error,
    EnforcementAction enforcementAction,
    List<String> enforcementActions,
    Document document,
    Optional<ResourceIdentity> resource) {

  /** Copies the list. */
  public EvaluationError {
    enforcementActions = List.copyOf(enforcementActions);
  }

  /** Returns what went wrong, in one line. */
  public String message() {
    return error.message();
  }
}
