package dev.portcullis.engine;

import dev.portcullis.api.EnforcementAction;
import dev.portcullis.api.PolicySeverity;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.rego.program.Entrypoint;
import java.util.Optional;

/**
 * A rule of a plain module that gives messages.
 *
 * @param id its path below {@code data}, such as {@code main.deny}
 * @param name its name, such as {@code deny_latest}
 * @param action what follows from its messages
 * @param messages the rule
 * @param exceptions the rule of its package that names what is excepted, if there is one
 * @param description what its author says about it
 * @param location where it stands
 */
record PlainRule(
    String id,
    String name,
    EnforcementAction action,
    Entrypoint messages,
    Optional<Entrypoint> exceptions,
    Description description,
    Location location) {

  /**
   * What the metadata annotation of a rule says.
   *
   * @param title the title, or nothing
   * @param text the description, or nothing
   * @param severity {@code custom.severity}
   * @param remediation {@code custom.remediation}
   * @param custom the rest of {@code custom}
   */
  record Description(
      String title,
      String text,
      Optional<PolicySeverity> severity,
      Optional<String> remediation,
      ObjectValue custom) {
    static final Description NONE =
        new Description("", "", Optional.empty(), Optional.empty(), ObjectValue.EMPTY);
  }

  /**
   * Returns the name by which exceptions speak of the rule: {@code latest} of {@code deny_latest}.
   */
  String exceptionName() {
    int underscore = name.indexOf('_');
    return underscore < 0 ? "" : name.substring(underscore + 1);
  }
}
