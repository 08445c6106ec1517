package dev.portcullis.builtins.ext.graphql;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value in a document.
 *
 * @param kind its kind
 * @param raw the text of a scalar or the name of a variable
 * @param children the elements of a list or the fields of an object
 * @param place where it stood
 */
record Literal(ValueKind kind, String raw, List<Child> children, @Nullable Place place) {

  /**
   * An element of a list or a field of an object.
   *
   * @param name the field's name, empty in a list
   * @param value its value
   * @param place where it stood
   */
  record Child(String name, Literal value, @Nullable Place place) {}

  boolean is(ValueKind other) {
    return kind == other;
  }

  /** Returns the value as messages spell it. */
  String text() {
    return switch (kind) {
      case VARIABLE -> "$" + raw;
      case INT, FLOAT, ENUM, BOOLEAN, NULL -> raw;
      case STRING, BLOCK -> Token.quoted(raw);
      case LIST ->
          children.stream().map(c -> c.value.text()).collect(Collectors.joining(",", "[", "]"));
      case OBJECT ->
          children.stream()
              .map(c -> c.name + ":" + c.value.text())
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  /** Returns whether all numbers in it are within 64 bits. */
  boolean isRepresentable(Function<Literal, @Nullable Literal> defaultOfVariable) {
    return switch (kind) {
      case INT -> isLong(raw);
      case FLOAT -> isFinite(raw);
      case LIST, OBJECT ->
          children.stream().allMatch(c -> c.value.isRepresentable(defaultOfVariable));
      case VARIABLE -> {
        Literal byDefault = defaultOfVariable.apply(this);
        yield byDefault == null || byDefault.isRepresentable(v -> null);
      }
      case STRING, BLOCK, BOOLEAN, NULL, ENUM -> true;
    };
  }

  private static boolean isLong(String text) {
    try {
      Long.parseLong(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isFinite(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
