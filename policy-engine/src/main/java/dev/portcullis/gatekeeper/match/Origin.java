package dev.portcullis.gatekeeper.match;

import java.util.Arrays;
import java.util.Optional;

/** Where a reviewed object comes from. */
public enum Origin {
  /** Somebody handed it over. */
  ORIGINAL("Original"),
  /** An expansion made it from another object. */
  GENERATED("Generated");

  private final String wireName;

  Origin(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the origin as constraints spell it. */
  public String wireName() {
    return wireName;
  }

  /** Returns the origin that constraints spell {@code wireName}; empty for another word. */
  public static Optional<Origin> parse(String wireName) {
    return Arrays.stream(values()).filter(o -> o.wireName.equals(wireName)).findFirst();
  }
}
