package dev.portcullis.gatekeeper.match;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes label selector: all of its requirements must hold, and one without requirements
 * holds for everything.
 *
 * @param requirements what must hold
 */
public record LabelSelector(List<Requirement> requirements) {
  /** Copies the list. */
  public LabelSelector {
    requirements = List.copyOf(requirements);
  }

  /** How a label must be. */
  public enum Operator {
    /** Its value is one of the values. */
    IN("In"),
    /** It is absent, or its value is none of the values. */
    NOT_IN("NotIn"),
    /** It is there. */
    EXISTS("Exists"),
    /** It is absent. */
    DOES_NOT_EXIST("DoesNotExist");

    private final String wireName;

    Operator(String wireName) {
      this.wireName = wireName;
    }

    /** Returns the operator as selectors spell it. */
    public String wireName() {
      return wireName;
    }
  }

  /** What must hold for the label {@code key}. */
  public record Requirement(String key, Operator operator, Set<String> values) {
    /** Copies the set. */
    public Requirement {
      values = Set.copyOf(values);
    }

    boolean matches(Map<String, String> labels) {
      @Nullable String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }
  }

  /** Returns whether the labels fulfil every requirement. */
  public boolean matches(Map<String, String> labels) {
    for (Requirement requirement : requirements) {
      if (!requirement.matches(labels)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Reads a selector.
   *
   * @param selector the selector, of the shape that the schema of constraints asks for
   * @param problems takes what is wrong with it
   */
  static LabelSelector read(ObjectValue selector, List<String> problems) {
    List<Requirement> requirements = new ArrayList<>();
    if (selector.get("matchLabels") instanceof ObjectValue labels) {
      labels.forEach(
          (key, value) ->
              requirements.add(new Requirement(text(key), Operator.IN, Set.of(text(value)))));
    }
    if (selector.get("matchExpressions") instanceof ArrayValue expressions) {
      for (Value expression : expressions) {
        if (expression instanceof ObjectValue object) {
          readExpression(object, requirements, problems);
        }
      }
    }
    return new LabelSelector(requirements);
  }

  private static void readExpression(
      ObjectValue expression, List<Requirement> requirements, List<String> problems) {
    String name = text(expression.get("operator"));
    Set<String> values = new LinkedHashSet<>();
    if (expression.get("values") instanceof ArrayValue array) {
      array.forEach(value -> values.add(text(value)));
    }
    for (Operator operator : Operator.values()) {
      if (operator.wireName().equals(name)) {
        boolean wantsValues = operator == Operator.IN || operator == Operator.NOT_IN;
        if (wantsValues == values.isEmpty()) {
          problems.add(
              "values must " + (wantsValues ? "" : "not ") + "be given for the operator " + name);
        }
        requirements.add(new Requirement(text(expression.get("key")), operator, values));
        return;
      }
    }
    problems.add("\"" + name + "\" is no operator of label selectors");
  }

  private static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.value() : "";
  }

  /** Returns the labels of an object; none where one of them is no string. */
  public static Map<String, String> labels(ObjectValue object) {
    if (!(object.get("metadata") instanceof ObjectValue metadata)
        || !(metadata.get("labels") instanceof ObjectValue labels)) {
      return Map.of();
    }
    Map<String, String> result = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      if (!(labels.keyInserted(i) instanceof StringValue key)
          || !(labels.valueInserted(i) instanceof StringValue value)) {
        return Map.of();
      }
      result.put(key.value(), value.value());
    }
    return result;
  }
}
