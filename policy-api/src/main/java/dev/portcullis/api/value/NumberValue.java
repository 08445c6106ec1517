package dev.portcullis.api.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A number of any size and precision. Integers that fit 64 bits are kept as such; every other
 * number keeps the decimal text that it was written with ({@code 1.10} stays {@code 1.10}) until it
 * is computed with. Never a double.
 */
public abstract sealed class NumberValue extends Value permits IntegerNumber, DecimalNumber {

  NumberValue() {}

  /** Returns the number {@code value}. */
  public static NumberValue of(long value) {
    return IntegerNumber.of(value);
  }

  /** Returns the number {@code value}, exactly. */
  public static NumberValue of(BigInteger value) {
    return value.bitLength() < Long.SIZE
        ? IntegerNumber.of(value.longValue())
        : new DecimalNumber(value.toString());
  }

  /**
   * Returns the number that {@code text} spells, keeping the spelling.
   *
   * @param text a number in JSON's syntax
   * @throws NumberFormatException if {@code text} is no JSON number
   */
  public static NumberValue parse(String text) {
    long small = IntegerNumber.parseOrMin(text);
    if (small != Long.MIN_VALUE) {
      return IntegerNumber.of(small);
    }
    DecimalNumber.requireJsonNumber(text);
    return new DecimalNumber(text);
  }

  /**
   * Returns the number as it is written: its own spelling if it has one, else plain decimal digits.
   */
  public abstract String text();

  /**
   * Returns whether the number is an integer, however it is written ({@code 1.0} and {@code 1e2}
   * are).
   */
  public abstract boolean isInteger();

  /**
   * Returns whether {@link #longValue} gives the exact number: an integer within 64 bits, however
   * it is written.
   */
  public abstract boolean isLong();

  /**
   * Returns the number as a {@code long}.
   *
   * @throws ArithmeticException if {@link #isLong} is false
   */
  public abstract long longValue();

  /**
   * Returns the exact number. Exponents beyond what fits memory are refused.
   *
   * @throws ArithmeticException if the exponent is outside what {@link BigDecimal} holds
   */
  public abstract BigDecimal toBigDecimal();

  /** Returns the nearest double; infinite where the number is beyond a double's range. */
  public double doubleValue() {
    return toBigDecimal().doubleValue();
  }

  @Override
  public final ValueKind kind() {
    return ValueKind.NUMBER;
  }

  @Override
  final int compareSameKind(Value other) {
    NumberValue that = (NumberValue) other;
    if (this instanceof IntegerNumber a && that instanceof IntegerNumber b) {
      return Long.compare(a.longValue(), b.longValue());
    }
    return toBigDecimal().compareTo(that.toBigDecimal());
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof NumberValue that)) {
      return false;
    }
    if (this instanceof IntegerNumber a && that instanceof IntegerNumber b) {
      return a.longValue() == b.longValue();
    }
    return hashCode() == that.hashCode() && compareSameKind(that) == 0;
  }
}
