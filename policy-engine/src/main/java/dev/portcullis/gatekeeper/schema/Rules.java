package dev.portcullis.gatekeeper.schema;

import com.google.re2j.Pattern;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the scalars and sizes of a schema's values must obey. Each rule is about values of one kind
 * and says nothing about others.
 *
 * @param enumeration the only values accepted, unless there are none
 * @param pattern what a string must contain a match of
 * @param format the name of the format that a string or number must have
 * @param number the bounds of numbers
 * @param multipleOf what a number must be a multiple of
 * @param length the bounds of a string's length, in code points
 * @param items the bounds of an array's size
 * @param fields the bounds of an object's size
 */
public record Rules(
    List<Value> enumeration,
    Optional<Pattern> pattern,
    Optional<String> format,
    NumberBounds number,
    Optional<BigDecimal> multipleOf,
    Size length,
    Size items,
    Size fields) {

  /** The rules that every value obeys. */
  static final Rules NONE =
      new Rules(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          NumberBounds.NONE,
          Optional.empty(),
          Size.ANY,
          Size.ANY,
          Size.ANY);

  /** Copies the list. */
  public Rules {
    enumeration = List.copyOf(enumeration);
  }

  /** Bounds of a number. */
  public record NumberBounds(
      Optional<BigDecimal> minimum,
      boolean exclusiveMinimum,
      Optional<BigDecimal> maximum,
      boolean exclusiveMaximum) {
    static final NumberBounds NONE =
        new NumberBounds(Optional.empty(), false, Optional.empty(), false);

    void check(BigDecimal number, Consumer<String> problem) {
      if (minimum.isPresent()) {
        int c = number.compareTo(minimum.get());
        if (c < 0 || (c == 0 && exclusiveMinimum)) {
          problem.accept(
              "must be greater than " + (exclusiveMinimum ? "" : "or equal to ") + minimum.get());
        }
      }
      if (maximum.isPresent()) {
        int c = number.compareTo(maximum.get());
        if (c > 0 || (c == 0 && exclusiveMaximum)) {
          problem.accept(
              "must be less than " + (exclusiveMaximum ? "" : "or equal to ") + maximum.get());
        }
      }
    }
  }

  /** Bounds of a size. */
  public record Size(long minimum, long maximum) {
    static final Size ANY = new Size(0, Long.MAX_VALUE);

    void check(long size, String what, Consumer<String> problem) {
      if (size < minimum) {
        problem.accept("must have at least " + minimum + " " + what + ", has " + size);
      }
      if (size > maximum) {
        problem.accept("must have at most " + maximum + " " + what + ", has " + size);
      }
    }
  }

  /** Reports each rule that {@code value} breaks. */
  void check(Value value, Consumer<String> problem) {
    if (!enumeration.isEmpty() && !enumeration.contains(value)) {
      problem.accept("must be one of " + ArrayValue.of(enumeration) + ", is " + value);
    }
    if (value instanceof StringValue text) {
      checkString(text.value(), problem);
    } else if (value instanceof NumberValue n) {
      checkNumber(n, problem);
    } else if (value instanceof ArrayValue array) {
      items.check(array.size(), "items", problem);
    } else if (value instanceof ObjectValue object) {
      fields.check(object.size(), "fields", problem);
    }
  }

  private void checkString(String text, Consumer<String> problem) {
    length.check(text.codePointCount(0, text.length()), "characters", problem);
    if (pattern.isPresent() && !pattern.get().matcher(text).find()) {
      problem.accept("must match " + pattern.get().pattern());
    }
    if (format.isPresent() && !Formats.accepts(format.get(), text)) {
      problem.accept("must have the format " + format.get());
    }
  }

  private void checkNumber(NumberValue value, Consumer<String> problem) {
    BigDecimal exact;
    try {
      exact = value.toBigDecimal();
    } catch (ArithmeticException e) {
      problem.accept("is out of range");
      return;
    }
    number.check(exact, problem);
    if (multipleOf.isPresent() && !isMultiple(exact, multipleOf.get())) {
      problem.accept("must be a multiple of " + multipleOf.get());
    }
    if (format.isPresent() && !Formats.accepts(format.get(), value)) {
      problem.accept("must have the format " + format.get());
    }
  }

  private static boolean isMultiple(BigDecimal number, BigDecimal factor) {
    if (Math.abs((long) number.scale()) > MAX_SCALE
        || Math.abs((long) factor.scale()) > MAX_SCALE) {
      return false;
    }
    return factor.signum() != 0 && number.remainder(factor).signum() == 0;
  }

  /** Beyond this scale an exact remainder would cost more than any sensible schema is worth. */
  private static final int MAX_SCALE = 400;
}
