package dev.portcullis.api;

import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * One breach of one policy by one document. Immutable; nothing in it is ever {@code null}.
 *
 * @param policyId the policy's id: the name of the constraint's template, or the path of a plain
 *     rule such as {@code main.deny}
 * @param constraint the constraint, if the policy is one
 * @param message what is wrong, as the policy says it
 * @param details what the policy adds to the message; an empty object if nothing
 * @param severity how bad it is, if the policy says
 * @param enforcementAction what follows from it; where several actions hold, the strictest
 * @param enforcementActions all actions that hold at the enforcement point, as the constraint
 *     spells them: one, or several of a {@code scoped} constraint
 * @param document the document
 * @param pointer the JSON pointer (RFC 6901) of what is wrong within the document; empty for the
 *     document as a whole
 * @param resource which Kubernetes object the document is, if it is one
 * @param remediation what to do about it, if the policy says
 * @param metadata what else the policy's author says about the policy
 */
public record Violation(
    String policyId,
    Optional<ConstraintId> constraint,
    String message,
    Value details,
    Optional<PolicySeverity> severity,
    EnforcementAction enforcementAction,
    List<String> enforcementActions,
    Document document,
    String pointer,
    Optional<ResourceIdentity> resource,
    Optional<String> remediation,
    ObjectValue metadata) {

  /** Copies the list. */
  public Violation {
    enforcementActions = List.copyOf(enforcementActions);
  }

  /** Returns the name that the document was given: a path, or what the host chose. */
  public String source() {
    return document.source();
  }

  /** Returns the document's number within its source, from 0. */
  public int index() {
    return document.index();
  }

  /**
   * Returns the file, line and column of {@link #pointer}, or of the nearest part around it that
   * the document has; empty if the document did not come as text. The places of a document are
   * found when they are first asked for.
   */
  public Optional<Location> location() {
    return document.locateNearest(pointer);
  }
}
