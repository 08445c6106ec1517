package dev.portcullis.rego.parser;

import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The values of strings and numbers as they are written. */
final class Literals {
  /** Numbers of two to this power and more are refused, and those as close to zero. */
  private static final int MAX_BINARY_EXPONENT = 100_000;

  private static final BigDecimal MAX = new BigDecimal(BigInteger.ONE.shiftLeft(100_000));

  /** The decimal digits of {@link #MAX}. */
  private static final int MAX_DIGITS = MAX.precision();

  private Literals() {}

  // Strings

  /**
   * Returns what stands between the quotes of a string, with the escapes of JSON resolved; null if
   * it has escapes and is no JSON string.
   */
  static @Nullable String unescape(String inner) {
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder out = new StringBuilder(inner.length());
    int i = 0;
    while (i < inner.length()) {
      char c = inner.charAt(i);
      if (c < ' ' || c == '"') {
        return null;
      }
      if (c != '\\') {
        out.append(c);
        i++;
        continue;
      }
      if (i + 1 >= inner.length()) {
        return null;
      }
      char escape = inner.charAt(i + 1);
      if (escape == 'u') {
        int unit = hex(inner, i + 2);
        if (unit < 0) {
          return null;
        }
        i += 6;
        int low = pairedLow(inner, i, unit);
        if (low >= 0) {
          out.append((char) unit).append((char) low);
          i += 6;
        } else {
          out.append(Character.isSurrogate((char) unit) ? '\uFFFD' : (char) unit);
        }
      } else {
        int plain = simpleEscape(escape);
        if (plain < 0) {
          return null;
        }
        out.append((char) plain);
        i += 2;
      }
    }
    return out.toString();
  }

  private static int pairedLow(String s, int at, int high) {
    if (!Character.isHighSurrogate((char) high) || !s.startsWith("\\u", at)) {
      return -1;
    }
    int low = hex(s, at + 2);
    return low >= 0 && Character.isLowSurrogate((char) low) ? low : -1;
  }

  private static int hex(String s, int at) {
    if (at + 4 > s.length()) {
      return -1;
    }
    int unit = 0;
    for (int i = at; i < at + 4; i++) {
      char c = s.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private static int simpleEscape(char c) {
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> -1;
    };
  }

  static StringValue string(String text) {
    return StringValue.of(text);
  }

  // Numbers

  /** What a number's text is. */
  enum NumberFault {
    NONE,
    LEADING_ZERO,
    INVALID,
    TOO_BIG
  }

  /** Checks the text of a number token; {@code afterDot} if a dot of its own stands before it. */
  static NumberFault check(String text, boolean afterDot) {
    if (!afterDot && text.length() > 1 && text.charAt(0) == '0') {
      char second = text.charAt(1);
      boolean exponent = text.length() > 2 && (second == 'e' || second == 'E');
      if (second != '.' && !exponent) {
        return NumberFault.LEADING_ZERO;
      }
    }
    return magnitude(afterDot ? "0." + text : text);
  }

  /**
   * Compares the number with the limits by its digits alone where that decides, since the exact
   * value of a long number is costly.
   */
  private static NumberFault magnitude(String text) {
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    int dot = mantissa.indexOf('.');
    if (dot >= 0 && mantissa.indexOf('.', dot + 1) >= 0) {
      return NumberFault.INVALID;
    }
    long exponent = 0;
    if (e >= 0) {
      try {
        exponent = Integer.parseInt(text.substring(e + 1));
      } catch (NumberFormatException outOfRange) {
        return NumberFault.INVALID;
      }
    }
    int first = firstNonZero(mantissa);
    if (first < 0) {
      return NumberFault.NONE;
    }
    int point = dot < 0 ? mantissa.length() : dot;
    long integerDigits = exponent + (first < point ? point - first : point - first + 1);
    if (integerDigits > MAX_DIGITS || integerDigits < -MAX_DIGITS) {
      return NumberFault.TOO_BIG;
    }
    if (integerDigits < MAX_DIGITS - 1 && integerDigits > -MAX_DIGITS + 2) {
      return NumberFault.NONE;
    }
    return exact(mantissa, first, integerDigits);
  }

  /** Decides near the limits, with more digits than OPA's 64 bits of mantissa hold. */
  private static NumberFault exact(String mantissa, int first, long integerDigits) {
    String digits = mantissa.substring(first).replace(".", "");
    String leading = digits.substring(0, Math.min(digits.length(), 40));
    BigDecimal value =
        new BigDecimal("0." + leading).scaleByPowerOfTen(Math.toIntExact(integerDigits));
    if (integerDigits > 0) {
      return value.compareTo(MAX) >= 0 ? NumberFault.TOO_BIG : NumberFault.NONE;
    }
    BigDecimal smallest =
        new BigDecimal(BigInteger.ONE)
            .divide(new BigDecimal(BigInteger.ONE.shiftLeft(MAX_BINARY_EXPONENT + 1)), MATH);
    return value.compareTo(smallest) < 0 ? NumberFault.TOO_BIG : NumberFault.NONE;
  }

  private static final java.math.MathContext MATH = new java.math.MathContext(40);

  private static int firstNonZero(String mantissa) {
    for (int i = 0; i < mantissa.length(); i++) {
      char c = mantissa.charAt(i);
      if (c != '0' && c != '.') {
        return i;
      }
    }
    return -1;
  }

  /** Returns the number that {@code text} spells; it has passed {@link #check}. */
  static NumberValue number(String text, boolean negative, boolean afterDot) {
    String spelled = afterDot ? "0." + text : text;
    return NumberValue.parse(negative ? "-" + spelled : spelled);
  }
}
