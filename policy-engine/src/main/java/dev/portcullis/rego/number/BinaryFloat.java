package dev.portcullis.rego.number;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.DecimalNumber;
import dev.portcullis.api.value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A binary floating-point number, {@code ±mantissa × 2^exponent}. Results are rounded to {@link
 * #PRECISION} bits, to the nearest and halves to even, which is what OPA computes fractions with.
 *
 * @param negative whether it is below zero, or the negative zero
 * @param mantissa its size, not negative
 * @param exponent the power of two that the mantissa counts
 */
record BinaryFloat(boolean negative, BigInteger mantissa, int exponent) {
  /** The bits of a mantissa. */
  static final int PRECISION = 64;

  /** The bits that powers of five are computed with while a text is read. */
  private static final int READING_PRECISION = PRECISION + 64;

  /** The largest power of five that fits 64 bits. */
  private static final int LARGEST_EXACT_POWER = 27;

  static final BinaryFloat HALF = new BinaryFloat(false, BigInteger.ONE, -1);

  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final BigInteger[] POWERS_OF_FIVE = new BigInteger[LARGEST_EXACT_POWER + 1];

  static {
    for (int i = 0; i < POWERS_OF_FIVE.length; i++) {
      POWERS_OF_FIVE[i] = FIVE.pow(i);
    }
  }

  /**
   * Returns {@code number}, rounded.
   *
   * @throws BuiltinException if its exponent is out of range
   */
  static BinaryFloat of(NumberValue number) {
    if (!(number instanceof DecimalNumber)) {
      BigInteger value = BigInteger.valueOf(number.longValue());
      return new BinaryFloat(value.signum() < 0, value.abs(), 0);
    }
    boolean negative = number.text().charAt(0) == '-';
    BigDecimal exact = Arithmetic.bounded(number);
    BigInteger digits = exact.unscaledValue().abs();
    int scale = exact.scale();
    if (digits.signum() == 0 || scale == 0) {
      return rounded(negative, digits, 0, PRECISION);
    }
    BinaryFloat power = powerOfFive(Math.abs(scale));
    BinaryFloat mantissa = new BinaryFloat(negative, digits, -scale);
    return scale > 0 ? quotient(mantissa, power) : product(mantissa, power, PRECISION);
  }

  /**
   * Returns a power of five, rounded step by step: the reading of texts with large exponents is
   * only right with the same roundings as OPA's.
   */
  private static BinaryFloat powerOfFive(int power) {
    if (power <= LARGEST_EXACT_POWER) {
      return new BinaryFloat(false, POWERS_OF_FIVE[power], 0);
    }
    BinaryFloat result = new BinaryFloat(false, POWERS_OF_FIVE[LARGEST_EXACT_POWER], 0);
    BinaryFloat square = new BinaryFloat(false, FIVE, 0);
    for (int rest = power - LARGEST_EXACT_POWER; rest > 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        result = product(result, square, READING_PRECISION);
      }
      square = product(square, square, READING_PRECISION + 64);
    }
    return result;
  }

  private static BinaryFloat rounded(
      boolean negative, BigInteger mantissa, int exponent, int precision) {
    int excess = mantissa.bitLength() - precision;
    if (excess <= 0) {
      return new BinaryFloat(negative, mantissa, exponent);
    }
    BigInteger kept = mantissa.shiftRight(excess);
    boolean up =
        mantissa.testBit(excess - 1)
            && (kept.testBit(0) || mantissa.getLowestSetBit() < excess - 1);
    return new BinaryFloat(negative, up ? kept.add(BigInteger.ONE) : kept, exponent + excess);
  }

  boolean isZero() {
    return mantissa.signum() == 0;
  }

  /** Returns whether there is no fraction. */
  boolean isInteger() {
    return exponent >= 0 || isZero() || mantissa.getLowestSetBit() >= -exponent;
  }

  /** Returns the number without its fraction. */
  BigInteger truncated() {
    BigInteger size = exponent >= 0 ? mantissa.shiftLeft(exponent) : mantissa.shiftRight(-exponent);
    return negative ? size.negate() : size;
  }

  BinaryFloat negated() {
    return new BinaryFloat(!negative, mantissa, exponent);
  }

  BinaryFloat abs() {
    return new BinaryFloat(false, mantissa, exponent);
  }

  static BinaryFloat sum(BinaryFloat a, BinaryFloat b) {
    if (a.isZero() && b.isZero()) {
      return new BinaryFloat(a.negative && b.negative, BigInteger.ZERO, 0);
    }
    int exponent = Math.min(a.exponent, b.exponent);
    BigInteger x = a.signed().shiftLeft(a.exponent - exponent);
    BigInteger y = b.signed().shiftLeft(b.exponent - exponent);
    BigInteger sum = x.add(y);
    return rounded(sum.signum() < 0, sum.abs(), exponent, PRECISION);
  }

  private BigInteger signed() {
    return negative ? mantissa.negate() : mantissa;
  }

  static BinaryFloat product(BinaryFloat a, BinaryFloat b) {
    return product(a, b, PRECISION);
  }

  private static BinaryFloat product(BinaryFloat a, BinaryFloat b, int precision) {
    return rounded(
        a.negative != b.negative,
        a.mantissa.multiply(b.mantissa),
        a.exponent + b.exponent,
        precision);
  }

  /** Returns {@code a / b}, where {@code b} is not zero. */
  static BinaryFloat quotient(BinaryFloat a, BinaryFloat b) {
    boolean negative = a.negative != b.negative;
    if (a.isZero()) {
      return new BinaryFloat(negative, BigInteger.ZERO, 0);
    }
    int shift = Math.max(0, PRECISION + 2 - (a.mantissa.bitLength() - b.mantissa.bitLength()));
    BigInteger[] parts = a.mantissa.shiftLeft(shift).divideAndRemainder(b.mantissa);
    // What remains becomes one bit below the quotient, where it decides how a half is rounded.
    BigInteger sticky = parts[0].shiftLeft(1);
    if (parts[1].signum() != 0) {
      sticky = sticky.setBit(0);
    }
    return rounded(negative, sticky, a.exponent - b.exponent - shift - 1, PRECISION);
  }

  /**
   * Returns the number with the fewest digits that tell it from its neighbours, as OPA writes it:
   * integers plainly, fractions with an exponent where that is below -4 or above 5.
   *
   * @throws BuiltinException if it is out of range
   */
  NumberValue toNumber() {
    if (isZero()) {
      return negative ? NumberValue.parse("-0") : NumberValue.of(0);
    }
    Arithmetic.requireRange((long) mantissa.bitLength() + exponent);
    boolean integer = isInteger();
    if (integer && (long) mantissa.bitLength() + exponent <= PRECISION) {
      return NumberValue.of(truncated());
    }
    Decimal decimal = shortest();
    StringBuilder out = new StringBuilder(32);
    if (negative) {
      out.append('-');
    }
    int exponent10 = decimal.point() - 1;
    if (integer || (exponent10 >= -4 && exponent10 < PLAIN_DIGITS)) {
      decimal.appendPlain(out, Math.max(decimal.length() - decimal.point(), 0));
    } else {
      decimal.appendScientific(out, decimal.length() - 1, 'e');
    }
    return NumberValue.parse(out.toString());
  }

  /** Fractions of at least this many digits before the point are written with an exponent. */
  private static final int PLAIN_DIGITS = 6;

  private Decimal shortest() {
    // One bit more than the precision, so that the last bit counts half of a unit.
    int shift = PRECISION + 1 - mantissa.bitLength();
    BigInteger halves = mantissa.shiftLeft(shift);
    int unit = exponent - shift;
    Decimal decimal = Decimal.of(halves, unit);
    decimal.shorten(
        Decimal.of(halves.subtract(BigInteger.ONE), unit),
        Decimal.of(halves.add(BigInteger.ONE), unit),
        !halves.testBit(1));
    return decimal;
  }
}
