package dev.portcullis.builtins;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A value while a template runs, in the types that Go has for it there. */
sealed interface TemplateValue {
  /** No value: a key that is missing. */
  @SuppressWarnings("ClassInitializationDeadlock") // a record does not initialise its interface
  TemplateValue NOTHING = new Nothing();

  /** No value. */
  record Nothing() implements TemplateValue {}

  /**
   * A value of the variables. Numbers there are texts for Go.
   *
   * @param value the value
   */
  record Data(Value value) implements TemplateValue {}

  /**
   * An integer that the template computed.
   *
   * @param value the integer
   * @param typeName the name of its Go type
   */
  record Whole(long value, String typeName) implements TemplateValue {}

  /**
   * A number with a fraction that the template has.
   *
   * @param value the number
   */
  record Fraction(double value) implements TemplateValue {}

  static TemplateValue of(boolean value) {
    return new Data(BooleanValue.of(value));
  }

  static TemplateValue of(String value) {
    return new Data(StringValue.of(value));
  }

  static TemplateValue of(long value) {
    return new Whole(value, "int");
  }

  /** Returns whether it is a null or missing. */
  default boolean isNil() {
    return this == NOTHING || (this instanceof Data data && data.value() instanceof NullValue);
  }

  /** Returns {@link #NOTHING} for null, else the value itself. */
  default TemplateValue unwrapped() {
    return isNil() ? NOTHING : this;
  }

  /** Returns what {@code if} makes of it: empty collections and texts, zero and null are false. */
  default boolean isTrue() {
    if (this instanceof Whole whole) {
      return whole.value() != 0;
    }
    if (this instanceof Fraction fraction) {
      return fraction.value() != 0;
    }
    if (!(this instanceof Data data)) {
      return false;
    }
    Value value = data.value();
    if (value instanceof StringValue string) {
      return !string.value().isEmpty();
    }
    if (value instanceof ArrayValue array) {
      return array.size() > 0;
    }
    if (value instanceof ObjectValue object) {
      return object.size() > 0;
    }
    return value instanceof NumberValue || value == BooleanValue.TRUE;
  }

  /** Returns the name of the Go type. */
  default String typeName() {
    return isNil() ? "<nil>" : argument().typeName();
  }

  /** Returns the value for the formatter. */
  default GoArgument argument() {
    if (this instanceof Whole whole) {
      return new GoArgument.Whole(whole.value(), whole.typeName());
    }
    if (this instanceof Fraction fraction) {
      return new GoArgument.Fraction(fraction.value());
    }
    return this instanceof Data data ? argument(data.value()) : new GoArgument.Nil();
  }

  private static GoArgument argument(Value value) {
    if (value instanceof StringValue string) {
      return GoArgument.text(string.value());
    }
    if (value instanceof NumberValue number) {
      return new GoArgument.Text(number.text(), "json.Number");
    }
    if (value instanceof BooleanValue bool) {
      return new GoArgument.Truth(bool.value());
    }
    if (value instanceof ArrayValue array) {
      List<GoArgument> elements = new ArrayList<>(array.size());
      array.forEach(element -> elements.add(argument(element)));
      return new GoArgument.Sequence(elements);
    }
    if (value instanceof ObjectValue object) {
      List<GoArgument> keys = new ArrayList<>(object.size());
      List<GoArgument> values = new ArrayList<>(object.size());
      object.forEach(
          (key, entry) -> {
            keys.add(argument(key));
            values.add(argument(entry));
          });
      return new GoArgument.Mapping(keys, values);
    }
    return new GoArgument.Nil();
  }
}
