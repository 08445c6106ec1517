package dev.portcullis.gatekeeper.schema;

import java.util.List;

/**
 * What is wrong with a schema, or with a value that a schema is for.
 *
 * @param path the keys and array indices that lead to the place, from the root of what was checked
 * @param kind what kind of problem it is
 * @param message what is wrong, without the place
 */
public record SchemaProblem(List<String> path, Kind kind, String message) {
  /** Copies the path. */
  public SchemaProblem {
    path = List.copyOf(path);
  }

  /** The kinds of problems. */
  public enum Kind {
    /** The value breaks a rule of the schema. */
    INVALID,
    /** The value has a field that the schema does not know. */
    UNKNOWN_FIELD
  }

  /** Returns the path as a JSON pointer. */
  public String pointer() {
    StringBuilder out = new StringBuilder();
    for (String step : path) {
      out.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return out.toString();
  }

  /** Returns the place in dots, then the message. */
  @Override
  public String toString() {
    return path.isEmpty() ? message : String.join(".", path) + ": " + message;
  }
}
