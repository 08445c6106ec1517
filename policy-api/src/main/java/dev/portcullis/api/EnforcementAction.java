package dev.portcullis.api;

import java.util.Locale;
import java.util.Optional;

/** What follows from a violation, from the strictest to the mildest. */
public enum EnforcementAction {
  /** The document must not pass. The default. */
  DENY,
  /** The document passes with a warning. */
  WARN,
  /** The violation is recorded and nothing else. */
  DRYRUN,
  /**
   * The constraint names an action that does not exist. As in a cluster, nothing follows from it;
   * the loading of the constraint reports it.
   */
  UNRECOGNIZED;

  /** Returns the action as constraints spell it, such as {@code deny}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the action that constraints spell {@code wireName}; empty for a word that is none. */
  public static Optional<EnforcementAction> parse(String wireName) {
    for (EnforcementAction action : values()) {
      if (action != UNRECOGNIZED && action.wireName().equals(wireName)) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }
}
