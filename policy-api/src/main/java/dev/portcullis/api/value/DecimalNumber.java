package dev.portcullis.api.value;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number with a spelling of its own: a fraction, an exponent, or an integer beyond 64 bits. */
public final class DecimalNumber extends NumberValue {
  private final String text;
  private @Nullable BigDecimal exact;
  private int hash;

  DecimalNumber(String text) {
    this.text = text;
  }

  static void requireJsonNumber(String text) {
    int i = 0;
    int n = text.length();
    if (i < n && text.charAt(i) == '-') {
      i++;
    }
    int start = i;
    i = digits(text, i);
    boolean valid = i > start && (i == start + 1 || text.charAt(start) != '0');
    if (valid && i < n && text.charAt(i) == '.') {
      int fraction = i + 1;
      i = digits(text, fraction);
      valid = i > fraction;
    }
    if (valid && i < n && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int exponent = i + 1;
      if (exponent < n && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
        exponent++;
      }
      i = digits(text, exponent);
      valid = i > exponent;
    }
    if (!valid || i != n) {
      throw new NumberFormatException("not a JSON number: " + abbreviate(text));
    }
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static String abbreviate(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public boolean isInteger() {
    BigDecimal value = toBigDecimal();
    return value.signum() == 0 || value.scale() <= 0 || value.stripTrailingZeros().scale() <= 0;
  }

  @Override
  public boolean isLong() {
    BigDecimal value = toBigDecimal();
    if (value.signum() == 0) {
      return true;
    }
    long integerDigits = (long) value.precision() - value.scale();
    return integerDigits > 0
        && integerDigits <= 19
        && isInteger()
        && value.toBigInteger().bitLength() < Long.SIZE;
  }

  @Override
  public long longValue() {
    return toBigDecimal().longValueExact();
  }

  @Override
  public BigDecimal toBigDecimal() {
    BigDecimal value = exact;
    if (value == null) {
      try {
        value = new BigDecimal(text);
      } catch (NumberFormatException e) {
        throw new ArithmeticException("number out of range: " + abbreviate(text));
      }
      exact = value;
    }
    return value;
  }

  /**
   * Equal numbers have equal hashes however they are written, so the hash is taken from the number.
   */
  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = isLong() ? Long.hashCode(longValue()) : toBigDecimal().stripTrailingZeros().hashCode();
      hash = h;
    }
    return h;
  }
}
