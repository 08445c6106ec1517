package dev.portcullis.api.value;

import java.math.BigDecimal;

/** An integer within 64 bits. */
public final class IntegerNumber extends NumberValue {
  private static final int CACHE_LOW = -128;
  private static final int CACHE_HIGH = 1023;
  private static final IntegerNumber[] CACHE = new IntegerNumber[CACHE_HIGH - CACHE_LOW + 1];

  static {
    for (int i = 0; i < CACHE.length; i++) {
      CACHE[i] = new IntegerNumber(i + (long) CACHE_LOW);
    }
  }

  private final long value;

  private IntegerNumber(long value) {
    this.value = value;
  }

  /** Returns the number {@code value}. */
  public static IntegerNumber of(long value) {
    return value >= CACHE_LOW && value <= CACHE_HIGH
        ? CACHE[(int) value - CACHE_LOW]
        : new IntegerNumber(value);
  }

  /**
   * Parses plain decimal digits of at most 18 places, or returns {@link Long#MIN_VALUE} for
   * anything else: {@code -0} and the largest 64-bit integers take the slower way.
   */
  static long parseOrMin(String text) {
    int length = text.length();
    boolean negative = length > 0 && text.charAt(0) == '-';
    int first = negative ? 1 : 0;
    int digits = length - first;
    if (digits == 0 || digits > 18) {
      return Long.MIN_VALUE;
    }
    if (text.charAt(first) == '0' && (digits > 1 || negative)) {
      return Long.MIN_VALUE;
    }
    long result = 0;
    for (int i = first; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return Long.MIN_VALUE;
      }
      result = result * 10 + digit;
    }
    return negative ? -result : result;
  }

  @Override
  public String text() {
    return Long.toString(value);
  }

  @Override
  public boolean isInteger() {
    return true;
  }

  @Override
  public boolean isLong() {
    return true;
  }

  @Override
  public long longValue() {
    return value;
  }

  @Override
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(value);
  }

  @Override
  public double doubleValue() {
    return (double) value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }
}
