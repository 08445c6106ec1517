package dev.portcullis.builtins.ext.schema;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the validation of one value found, with the score by which the closest of several
 * alternatives is chosen.
 */
final class Findings {
  private static final String ROOT = "(Root)";

  private final List<Value> errors = new ArrayList<>();
  private int score;

  /**
   * Where a value stands in the document.
   *
   * @param name the last step
   * @param parent the place of what holds it
   */
  record Place(String name, @Nullable Place parent) {
    static final Place ROOT_PLACE = new Place(ROOT, null);

    Place child(String step) {
      return new Place(step, this);
    }

    /** Returns the steps with dots between, the root only if there is no other. */
    String field() {
      StringBuilder out = new StringBuilder();
      for (Place at = this; at != null && at.parent != null; at = at.parent) {
        out.insert(0, out.length() == 0 ? at.name : at.name + ".");
      }
      return parent == null ? ROOT : out.toString();
    }
  }

  void add(String type, Place place, String description) {
    String field = place.field();
    errors.add(
        ObjectValue.builder(4)
            .put("type", StringValue.of(type))
            .put("field", StringValue.of(field))
            .put("desc", StringValue.of(description))
            .put("error", StringValue.of(field + ": " + description))
            .build());
    score -= 2;
  }

  void merge(@Nullable Findings other) {
    if (other != null) {
      errors.addAll(other.errors);
      score += other.score;
    }
  }

  void count() {
    score++;
  }

  boolean isValid() {
    return errors.isEmpty();
  }

  List<Value> errors() {
    return errors;
  }

  /** Returns the better one of {@code best} and this. */
  Findings betterThan(@Nullable Findings best) {
    return best == null || score > best.score ? this : best;
  }
}
