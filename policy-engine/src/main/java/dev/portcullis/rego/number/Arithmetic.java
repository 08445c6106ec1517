package dev.portcullis.rego.number;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.IntegerNumber;
import dev.portcullis.api.value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The operations on Rego's numbers, with OPA's results: sums, differences, products and remainders
 * of integers are exact at any size; everything else is computed in binary with a mantissa of 64
 * bits and written with the fewest digits that identify the result.
 *
 * <p>Numbers beyond {@code ±2^}{@value #MAX_BITS}, and fractions as small, are refused, so that a
 * short text cannot ask for unbounded work.
 */
public final class Arithmetic {
  /** The largest number of bits before or behind the binary point. */
  public static final int MAX_BITS = 1 << 20;

  private static final long MAX_DIGITS = (long) (MAX_BITS * 0.30103);

  private Arithmetic() {}

  /** Returns {@code a + b}. */
  public static NumberValue plus(NumberValue a, NumberValue b) {
    if (a instanceof IntegerNumber && b instanceof IntegerNumber) {
      long x = a.longValue();
      long y = b.longValue();
      long sum = x + y;
      return ((x ^ sum) & (y ^ sum)) < 0
          ? NumberValue.of(BigInteger.valueOf(x).add(BigInteger.valueOf(y)))
          : NumberValue.of(sum);
    }
    BigInteger x = integerOrNull(a);
    BigInteger y = x == null ? null : integerOrNull(b);
    return x != null && y != null
        ? integer(x.add(y))
        : BinaryFloat.sum(BinaryFloat.of(a), BinaryFloat.of(b)).toNumber();
  }

  /** Returns {@code a - b}. */
  public static NumberValue minus(NumberValue a, NumberValue b) {
    if (a instanceof IntegerNumber && b instanceof IntegerNumber) {
      long x = a.longValue();
      long y = b.longValue();
      long difference = x - y;
      return ((x ^ y) & (x ^ difference)) < 0
          ? NumberValue.of(BigInteger.valueOf(x).subtract(BigInteger.valueOf(y)))
          : NumberValue.of(difference);
    }
    BigInteger x = integerOrNull(a);
    BigInteger y = x == null ? null : integerOrNull(b);
    return x != null && y != null
        ? integer(x.subtract(y))
        : BinaryFloat.sum(BinaryFloat.of(a), BinaryFloat.of(b).negated()).toNumber();
  }

  /** Returns {@code a * b}. */
  public static NumberValue times(NumberValue a, NumberValue b) {
    if (a instanceof IntegerNumber && b instanceof IntegerNumber) {
      long x = a.longValue();
      long y = b.longValue();
      long low = x * y;
      return Math.multiplyHigh(x, y) == low >> 63
          ? NumberValue.of(low)
          : NumberValue.of(BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)));
    }
    BigInteger x = integerOrNull(a);
    BigInteger y = x == null ? null : integerOrNull(b);
    return x != null && y != null
        ? integer(x.multiply(y))
        : BinaryFloat.product(BinaryFloat.of(a), BinaryFloat.of(b)).toNumber();
  }

  /**
   * Returns {@code a / b}.
   *
   * @throws BuiltinException if {@code b} is zero
   */
  public static NumberValue divide(NumberValue a, NumberValue b) {
    if (a instanceof IntegerNumber && b instanceof IntegerNumber) {
      long x = a.longValue();
      long y = b.longValue();
      // A zero result may be the negative zero, and the smallest integer has no opposite.
      if (y != 0 && x != 0 && x != Long.MIN_VALUE && x % y == 0) {
        return NumberValue.of(x / y);
      }
    }
    BinaryFloat divisor = BinaryFloat.of(b);
    if (divisor.isZero()) {
      throw BuiltinException.failed("divide by zero");
    }
    return BinaryFloat.quotient(BinaryFloat.of(a), divisor).toNumber();
  }

  /**
   * Returns the remainder of {@code a / b}, with the sign of {@code a}.
   *
   * @throws BuiltinException if {@code b} is zero or one of them is no integer
   */
  public static NumberValue remainder(NumberValue a, NumberValue b) {
    if (a instanceof IntegerNumber && b instanceof IntegerNumber && b.longValue() != 0) {
      return NumberValue.of(a.longValue() % b.longValue());
    }
    BigInteger x = integerOrNull(a);
    BigInteger y = integerOrNull(b);
    if (x == null || y == null) {
      throw BuiltinException.failed("modulo on floating-point number");
    }
    // OPA looks at the lowest 64 bits only.
    if (y.longValue() == 0) {
      throw BuiltinException.failed("modulo by zero");
    }
    return NumberValue.of(x.remainder(y));
  }

  /** Returns the size of {@code a}; integers are rounded to 64 bits, as in OPA. */
  public static NumberValue abs(NumberValue a) {
    if (a instanceof IntegerNumber) {
      long x = a.longValue();
      return x >= 0
          ? a
          : x == Long.MIN_VALUE ? NumberValue.of(BigInteger.ONE.shiftLeft(63)) : NumberValue.of(-x);
    }
    return BinaryFloat.of(a).abs().toNumber();
  }

  /** Returns {@code a} rounded to an integer, halves away from zero. */
  public static NumberValue round(NumberValue a) {
    if (a instanceof IntegerNumber integer && isSmall(integer)) {
      return a;
    }
    BinaryFloat value = BinaryFloat.of(a);
    BinaryFloat moved =
        BinaryFloat.sum(value, value.negative() ? BinaryFloat.HALF.negated() : BinaryFloat.HALF);
    return integer(moved.truncated());
  }

  /**
   * Returns {@code a} rounded up to an integer. Fractions between -1 and 0 give 1: OPA's rounding
   * does not know the sign of what it truncated to zero.
   */
  public static NumberValue ceil(NumberValue a) {
    if (a instanceof IntegerNumber integer && isSmall(integer)) {
      return a;
    }
    BinaryFloat value = BinaryFloat.of(a);
    BigInteger whole = value.truncated();
    return whole.signum() < 0 || value.isInteger()
        ? integer(whole)
        : integer(whole.add(BigInteger.ONE));
  }

  /**
   * Returns {@code a} rounded down to an integer; between -1 and 0 that is 0, see {@link #ceil}.
   */
  public static NumberValue floor(NumberValue a) {
    if (a instanceof IntegerNumber integer && isSmall(integer)) {
      return a;
    }
    BinaryFloat value = BinaryFloat.of(a);
    BigInteger whole = value.truncated();
    return whole.signum() >= 0 || value.isInteger()
        ? integer(whole)
        : integer(whole.subtract(BigInteger.ONE));
  }

  /** Returns whether adding a half to {@code a} is exact. */
  private static boolean isSmall(IntegerNumber a) {
    long x = a.longValue();
    return x > -(1L << 62) && x < 1L << 62;
  }

  /**
   * Returns the sum of {@code numbers}; one fraction among them makes every step round, as in OPA.
   */
  public static NumberValue sum(Iterable<NumberValue> numbers) {
    BigInteger exact = BigInteger.ZERO;
    for (NumberValue number : numbers) {
      BigInteger integer = integerOrNull(number);
      if (integer == null) {
        return roundedSum(numbers);
      }
      exact = exact.add(integer);
    }
    return integer(exact);
  }

  private static NumberValue roundedSum(Iterable<NumberValue> numbers) {
    BinaryFloat sum = BinaryFloat.of(NumberValue.of(0));
    for (NumberValue number : numbers) {
      sum = BinaryFloat.sum(sum, BinaryFloat.of(number));
    }
    return sum.toNumber();
  }

  /** Returns the product of {@code numbers}, rounded like {@link #sum}. */
  public static NumberValue product(Iterable<NumberValue> numbers) {
    BigInteger exact = BigInteger.ONE;
    for (NumberValue number : numbers) {
      BigInteger integer = integerOrNull(number);
      if (integer == null) {
        return roundedProduct(numbers);
      }
      exact = exact.multiply(integer);
      requireRange(exact.bitLength());
    }
    return integer(exact);
  }

  private static NumberValue roundedProduct(Iterable<NumberValue> numbers) {
    BinaryFloat product = BinaryFloat.of(NumberValue.of(1));
    for (NumberValue number : numbers) {
      product = BinaryFloat.product(product, BinaryFloat.of(number));
      requireRange((long) product.mantissa().bitLength() + product.exponent());
    }
    return product.toNumber();
  }

  /**
   * Returns {@code number} without its fraction, after rounding to the 64 bits of a mantissa.
   *
   * @throws BuiltinException if its exponent is out of range
   */
  public static BigInteger truncate(NumberValue number) {
    return BinaryFloat.of(number).truncated();
  }

  /**
   * Returns {@code number} as an integer, or {@code null} if it has a fraction.
   *
   * @throws BuiltinException if its exponent is out of range
   */
  public static @Nullable BigInteger integerOrNull(NumberValue number) {
    if (number instanceof IntegerNumber) {
      return BigInteger.valueOf(number.longValue());
    }
    BigDecimal exact = bounded(number);
    return number.isInteger() ? exact.toBigInteger() : null;
  }

  /**
   * Returns the number {@code value}.
   *
   * @throws BuiltinException if it is out of range
   */
  public static NumberValue integer(BigInteger value) {
    requireRange(value.bitLength());
    return NumberValue.of(value);
  }

  /** Requires a number below {@code 2^bits} to be within the range of the arithmetic. */
  static void requireRange(long bits) {
    if (bits > MAX_BITS || bits < -MAX_BITS) {
      throw BuiltinException.failed("number too big");
    }
  }

  /** Returns the exact number if its exponent is within the range of the arithmetic. */
  static BigDecimal bounded(NumberValue number) {
    BigDecimal exact;
    try {
      exact = number.toBigDecimal();
    } catch (ArithmeticException e) {
      throw BuiltinException.failed("number too big");
    }
    long scale = exact.scale();
    if (exact.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (scale < -MAX_DIGITS || scale > 2 * MAX_DIGITS || exact.precision() - scale > MAX_DIGITS) {
      throw BuiltinException.failed("number too big");
    }
    return exact;
  }
}
