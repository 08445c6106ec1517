package dev.portcullis.api;

import java.util.Locale;
import java.util.Optional;

/** How bad it is to break a policy, as the policy's author says, from the worst to the mildest. */
public enum PolicySeverity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** Returns the severity in lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the severity that {@code text} names, in any case; empty if it names none. */
  public static Optional<PolicySeverity> parse(String text) {
    for (PolicySeverity severity : values()) {
      if (severity.name().equalsIgnoreCase(text.strip())) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
