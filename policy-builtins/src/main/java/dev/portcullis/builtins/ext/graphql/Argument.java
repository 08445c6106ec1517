package dev.portcullis.builtins.ext.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a field or a directive.
 *
 * @param name its name
 * @param value its value
 * @param place where it stood
 */
record Argument(String name, Literal value, @Nullable Place place) {

  /** Returns the first argument of that name. */
  static @Nullable Argument find(List<Argument> arguments, String name) {
    for (Argument argument : arguments) {
      if (argument.name.equals(name)) {
        return argument;
      }
    }
    return null;
  }
}
