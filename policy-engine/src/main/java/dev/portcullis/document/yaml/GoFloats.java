package dev.portcullis.document.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floating-point numbers in the spelling that Kubernetes' conversion of YAML to JSON gives them.
 */
final class GoFloats {
  private static final int MOST_DOUBLE_DIGITS = 17;
  private static final int MOST_FLOAT_DIGITS = 9;

  private GoFloats() {}

  /** Returns a finite number as JSON: the fewest digits that tell it from its neighbours. */
  static String json(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    double size = Math.abs(value);
    BigDecimal shortest = shortest(value);
    if (size >= 1e-6 && size < 1e21) {
      return shortest.toPlainString();
    }
    String text = scientific(shortest);
    int n = text.length();
    // e-09 is written e-9, but e+09 does not occur.
    boolean shorten = n >= 4 && text.charAt(n - 4) == 'e' && text.charAt(n - 3) == '-';
    return shorten && text.charAt(n - 2) == '0'
        ? text.substring(0, n - 2) + text.charAt(n - 1)
        : text;
  }

  /** Returns a number as the key of an object, which is printed with single precision. */
  static String key(double value) {
    float single = (float) value;
    if (Float.isNaN(single)) {
      return ".nan";
    } else if (Float.isInfinite(single)) {
      return single > 0 ? ".inf" : "-.inf";
    } else if (single == 0) {
      return 1 / single < 0 ? "-0" : "0";
    }
    BigDecimal shortest = shortest(single);
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent < -4 || exponent >= 6 ? scientific(shortest) : shortest.toPlainString();
  }

  private static String scientific(BigDecimal value) {
    String digits = value.unscaledValue().abs().toString();
    int exponent = digits.length() - value.scale() - 1;
    StringBuilder out = new StringBuilder();
    if (value.signum() < 0) {
      out.append('-');
    }
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    String size = Integer.toString(Math.abs(exponent));
    out.append('e').append(exponent < 0 ? '-' : '+');
    return out.append(size.length() < 2 ? "0" : "").append(size).toString();
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DOUBLE_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact
        .round(new MathContext(MOST_DOUBLE_DIGITS, RoundingMode.HALF_EVEN))
        .stripTrailingZeros();
  }

  private static BigDecimal shortest(float value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_FLOAT_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.floatValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact
        .round(new MathContext(MOST_FLOAT_DIGITS, RoundingMode.HALF_EVEN))
        .stripTrailingZeros();
  }
}
