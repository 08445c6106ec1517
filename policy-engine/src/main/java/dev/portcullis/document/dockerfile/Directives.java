package dev.portcullis.document.dockerfile;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directives at the top of a Dockerfile: comments that the builder reads. */
final class Directives {
  private static final Pattern DIRECTIVE =
      Pattern.compile("#[ \\t\\f\\r]*([a-zA-Z][a-zA-Z0-9]*)[ \\t\\f\\r]*=(.+)", Pattern.DOTALL);
  private static final Set<String> NAMES = Set.of("syntax", "escape", "check");

  private final Set<String> seen = new HashSet<>();
  private boolean done;
  private char escape = '\\';

  /** Returns the character that escapes others and continues lines. */
  char escape() {
    return escape;
  }

  /**
   * Reads a line, without blanks before it; any but a directive ends the directives.
   *
   * @return whether it is a directive
   * @throws DockerfileException if it is a directive and wrong
   */
  boolean accept(String line) {
    if (done) {
      return false;
    }
    Matcher directive = DIRECTIVE.matcher(line);
    String value = directive.matches() ? directive.group(2).strip() : "";
    String name = value.isEmpty() ? "" : directive.group(1).toLowerCase(Locale.ROOT);
    if (!NAMES.contains(name)) {
      done = true;
      return false;
    }
    if (!seen.add(name)) {
      throw new DockerfileException("only one " + name + " parser directive can be used");
    }
    if (name.equals("escape")) {
      if (!value.equals("`") && !value.equals("\\")) {
        throw new DockerfileException(
            "invalid escape token '" + value + "' does not match ` or \\");
      }
      escape = value.charAt(0);
    }
    return true;
  }
}
