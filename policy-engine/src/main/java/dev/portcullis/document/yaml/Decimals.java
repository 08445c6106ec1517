package dev.portcullis.document.yaml;

import org.jspecify.annotations.Nullable;

/** The decimal fractions that both dialects know. */
final class Decimals {
  private Decimals() {}

  /**
   * Returns whether {@code text} is {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}.
   */
  static boolean isDecimal(String text) {
    int i = afterSign(text, 0);
    int integerEnd = afterDigits(text, i);
    boolean hasInteger = integerEnd > i;
    i = integerEnd;
    if (i < text.length() && text.charAt(i) == '.') {
      int fractionEnd = afterDigits(text, i + 1);
      if (!hasInteger && fractionEnd == i + 1) {
        return false;
      }
      i = fractionEnd;
    } else if (!hasInteger) {
      return false;
    }
    if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
      int exponent = afterSign(text, i + 1);
      i = afterDigits(text, exponent);
      if (i == exponent) {
        return false;
      }
    }
    return i == text.length();
  }

  /** Returns the nearest double, or {@code null} if it is no decimal or beyond all doubles. */
  static @Nullable Double parseDouble(String text) {
    if (!isDecimal(text)) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : value;
  }

  static int afterSign(String text, int from) {
    return from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+')
        ? from + 1
        : from;
  }

  static int afterDigits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  /** Returns whether a decimal is written with a point or an exponent. */
  static boolean looksFractional(String decimal) {
    boolean hexadecimal = decimal.startsWith("0x");
    return decimal.indexOf('.') >= 0
        || (!hexadecimal && (decimal.indexOf('e') >= 0 || decimal.indexOf('E') >= 0));
  }

  /**
   * Returns a decimal in JSON's syntax: without a plus sign and leading zeros, with a digit on both
   * sides of the point.
   */
  static String asJson(String decimal) {
    int start = afterSign(decimal, 0);
    int integerEnd = afterDigits(decimal, start);
    int first = start;
    while (first < integerEnd - 1 && decimal.charAt(first) == '0') {
      first++;
    }
    boolean negative = decimal.charAt(0) == '-';
    boolean point = integerEnd < decimal.length() && decimal.charAt(integerEnd) == '.';
    int fractionEnd = point ? afterDigits(decimal, integerEnd + 1) : integerEnd;
    boolean emptyFraction = point && fractionEnd == integerEnd + 1;
    if (first == start && start == (negative ? 1 : 0) && integerEnd > start && !emptyFraction) {
      return decimal;
    }
    StringBuilder out = new StringBuilder(decimal.length() + 2);
    out.append(negative ? "-" : "");
    out.append(integerEnd > first ? decimal.substring(first, integerEnd) : "0");
    if (point && !emptyFraction) {
      out.append(decimal, integerEnd, fractionEnd);
    }
    return out.append(decimal, fractionEnd, decimal.length()).toString();
  }
}
