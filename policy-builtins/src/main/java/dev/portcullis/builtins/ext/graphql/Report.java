package dev.portcullis.builtins.ext.graphql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mistakes that are found in a query. */
final class Report {
  private final List<Mistake> mistakes = new ArrayList<>();

  private record Mistake(@Nullable Place place, String message) {
    String text() {
      return place == null ? Place.INPUT + ": " + message : Place.prefix(place) + message;
    }
  }

  void add(@Nullable Place place, String message) {
    mistakes.add(new Mistake(place, message));
  }

  /**
   * Throws the mistakes, if there are any. The place of the first one goes to the end of all, as
   * OPA has it.
   */
  void throwAny() throws GraphqlError {
    if (mistakes.isEmpty()) {
      return;
    }
    Mistake first = mistakes.get(0);
    StringBuilder text = new StringBuilder(first.place() == null ? first.text() : first.message());
    for (Mistake mistake : mistakes.subList(1, mistakes.size())) {
      text.append('\n').append(mistake.text());
    }
    Place place = first.place();
    if (place == null) {
      throw GraphqlError.of("GraphQL parse error: " + text + "\n");
    }
    boolean ended = text.charAt(text.length() - 1) == '.';
    String all = ended ? text.substring(0, text.length() - 1) : text + "\n";
    throw GraphqlError.at(place.line(), place.column(), all);
  }
}
