package dev.portcullis.builtins.ext.graphql;

import org.jspecify.annotations.Nullable;

/**
 * Where a node stood.
 *
 * @param file the name that messages give the text
 * @param line its line, from 1
 * @param column its column, from 1
 */
record Place(String file, int line, int column) {
  /** The name of a text that was given as an operand. */
  static final String INPUT = "input";

  /** Returns the start of a schema's message; nodes that were given as objects have no place. */
  static String prefix(@Nullable Place place) {
    return place == null
        ? INPUT + ":-1:-1: "
        : place.file + ":" + place.line + ":" + place.column + ": ";
  }
}
