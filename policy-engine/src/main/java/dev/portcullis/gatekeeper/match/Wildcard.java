package dev.portcullis.gatekeeper.match;

/**
 * A name in which a {@code *} at either end stands for anything.
 *
 * @param pattern the name as it is written
 */
public record Wildcard(String pattern) {

  /** Returns whether {@code name} is meant. */
  public boolean matches(String name) {
    boolean open = pattern.startsWith("*");
    boolean openEnd = pattern.endsWith("*");
    if (open && openEnd) {
      return name.contains(inner());
    } else if (openEnd) {
      return name.startsWith(inner());
    } else if (open) {
      return name.endsWith(inner());
    }
    return name.equals(pattern);
  }

  /**
   * Returns whether every name that is generated from {@code prefix} is meant. The end of such a
   * name is not known yet, so only a pattern with an open end can say.
   */
  public boolean matchesGenerated(String prefix) {
    return !prefix.isEmpty() && pattern.endsWith("*") && matches(prefix);
  }

  private String inner() {
    int start = pattern.startsWith("*") ? 1 : 0;
    int end = pattern.endsWith("*") ? pattern.length() - 1 : pattern.length();
    return start >= end ? "" : pattern.substring(start, end);
  }

  @Override
  public String toString() {
    return pattern;
  }
}
