package dev.portcullis.api;

import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.ObjectValue;
import java.util.Optional;

/**
 * A policy of a {@link PolicySet}, as its author describes it.
 *
 * @param id the policy's id, which its violations carry: a template's name, or the path of a plain
 *     rule such as {@code main.deny}
 * @param kind what kind of policy it is
 * @param constraint which constraint it is, if it is one
 * @param title a short title; empty if the author gives none
 * @param description what it asks for; empty if the author gives none
 * @param severity how bad it is to break it, if the author says
 * @param remediation what to do about a violation, if the author says
 * @param enforcementAction what follows from a violation. Of a {@code scoped} constraint, what
 *     follows at the engine's enforcement point; empty if it is not for that point
 * @param location where it stands, if it came from a text
 * @param metadata everything else that the author says
 */
public record PolicyInfo(
    String id,
    Kind kind,
    Optional<ConstraintId> constraint,
    String title,
    String description,
    Optional<PolicySeverity> severity,
    Optional<String> remediation,
    Optional<EnforcementAction> enforcementAction,
    Optional<Location> location,
    ObjectValue metadata) {

  /** The kinds of policies. */
  public enum Kind {
    /** A Gatekeeper constraint with its template. */
    CONSTRAINT,
    /** A {@code deny}, {@code violation} or {@code warn} rule of a plain Rego module. */
    RULE
  }
}
