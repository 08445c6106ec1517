package dev.portcullis.builtins;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.number.DoubleText;
import java.math.BigInteger;
import java.util.Locale;

/** Writes one argument with one verb of a format, and the flags that stand before it. */
final class GoVerb {
  private static final int DEFAULT_PRECISION = 6;

  private final StringBuilder out;
  private boolean plus;
  private boolean minus;
  private boolean sharp;
  private boolean space;
  private boolean zero;
  private boolean sharpValue;
  private boolean plusValue;
  private int width;
  private boolean hasWidth;
  private int precision;
  private boolean hasPrecision;

  GoVerb(StringBuilder out) {
    this.out = out;
  }

  /** Forgets the flags. */
  void clear() {
    plus = false;
    minus = false;
    sharp = false;
    space = false;
    zero = false;
    sharpValue = false;
    plusValue = false;
    hasWidth = false;
    width = 0;
    hasPrecision = false;
    precision = 0;
  }

  /** Sets the flag {@code c}; returns false if it is none. */
  boolean flag(char c) {
    switch (c) {
      case '#' -> sharp = true;
      case '0' -> zero = true;
      case '+' -> plus = true;
      case '-' -> minus = true;
      case ' ' -> space = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Sets the width; a negative one stands for padding on the right. */
  void width(int value) {
    hasWidth = true;
    width = Math.abs(value);
    if (value < 0) {
      minus = true;
      zero = false;
    }
  }

  void precision(int value) {
    hasPrecision = true;
    precision = value;
  }

  /** Turns {@code #} and {@code +} into what they mean for {@code %v}. */
  void useValueFlags() {
    sharpValue = sharp;
    sharp = false;
    plusValue = plus;
    plus = false;
  }

  /** Writes {@code argument}. */
  void print(GoArgument argument, int verb) {
    if (verb == 'T') {
      string(argument.typeName());
    } else if (argument instanceof GoArgument.Text text) {
      text(text, verb);
    } else if (argument instanceof GoArgument.Whole whole) {
      whole(whole, verb);
    } else if (argument instanceof GoArgument.Fraction fraction) {
      fraction(fraction, verb);
    } else if (argument instanceof GoArgument.Big big) {
      big(big, verb);
    } else if (argument instanceof GoArgument.Sequence sequence) {
      sequence(sequence, verb);
    } else if (argument instanceof GoArgument.Mapping mapping) {
      mapping(mapping, verb);
    } else if (argument instanceof GoArgument.Truth truth && (verb == 't' || verb == 'v')) {
      pad(Boolean.toString(truth.value()));
    } else if (argument instanceof GoArgument.Nil && verb == 'v') {
      pad("<nil>");
    } else if (argument instanceof GoArgument.Nil) {
      out.append("%!").appendCodePoint(verb).append("(<nil>)");
    } else {
      bad(argument, verb);
    }
  }

  private void sequence(GoArgument.Sequence argument, int verb) {
    out.append('[');
    for (int i = 0; i < argument.elements().size(); i++) {
      if (i > 0) {
        out.append(' ');
      }
      inner(argument.elements().get(i), verb);
    }
    out.append(']');
  }

  private void mapping(GoArgument.Mapping argument, int verb) {
    out.append("map[");
    for (int i = 0; i < argument.keys().size(); i++) {
      if (i > 0) {
        out.append(' ');
      }
      inner(argument.keys().get(i), verb);
      out.append(':');
      inner(argument.values().get(i), verb);
    }
    out.append(']');
  }

  private void inner(GoArgument argument, int verb) {
    if (argument instanceof GoArgument.Nil) {
      out.append("<nil>");
    } else {
      print(argument, verb);
    }
  }

  private void bad(GoArgument argument, int verb) {
    out.append("%!").appendCodePoint(verb).append('(').append(argument.typeName()).append('=');
    print(argument, 'v');
    out.append(')');
  }

  private void text(GoArgument.Text argument, int verb) {
    switch (verb) {
      case 'v' -> {
        if (sharpValue) {
          quoted(argument.value());
        } else {
          string(argument.value());
        }
      }
      case 's' -> string(argument.value());
      case 'q' -> quoted(argument.value());
      case 'x', 'X' -> hexadecimal(argument.value(), verb == 'X');
      default -> bad(argument, verb);
    }
  }

  private void string(String text) {
    pad(truncated(text));
  }

  private String truncated(String text) {
    return hasPrecision && Text.length(text) > precision
        ? text.substring(0, text.offsetByCodePoints(0, precision))
        : text;
  }

  private void quoted(String text) {
    String part = truncated(text);
    if (sharp && canBackquote(part)) {
      pad('`' + part + '`');
    } else {
      pad(plus ? GoQuote.quoteToAscii(part) : GoQuote.quote(part));
    }
  }

  private static boolean canBackquote(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == '`' || c == 0x7F || c == 0xFEFF) {
        return false;
      }
    }
    return !Text.hasStrayBytes(text);
  }

  private void hexadecimal(String text, boolean upper) {
    byte[] bytes = StringValue.of(text).toUtf8();
    int length = hasPrecision ? Math.min(precision, bytes.length) : bytes.length;
    StringBuilder digits = new StringBuilder(2 * length + 2);
    String prefix = sharp ? upper ? "0X" : "0x" : "";
    for (int i = 0; i < length; i++) {
      if (i == 0) {
        digits.append(prefix);
      } else if (space) {
        digits.append(' ').append(prefix);
      }
      int b = bytes[i] & 0xFF;
      char high = Character.forDigit(b >> 4, 16);
      char low = Character.forDigit(b & 15, 16);
      digits.append(upper ? Character.toUpperCase(high) : high);
      digits.append(upper ? Character.toUpperCase(low) : low);
    }
    pad(digits.toString());
  }

  private void whole(GoArgument.Whole argument, int verb) {
    long value = argument.value();
    switch (verb) {
      case 'v', 'd' -> integer(value, 10, verb);
      case 'b' -> integer(value, 2, verb);
      case 'o', 'O' -> integer(value, 8, verb);
      case 'x', 'X' -> integer(value, 16, verb);
      case 'c' -> pad(Character.toString(character(value)));
      case 'q' -> {
        int c = character(value);
        pad(plus ? GoQuote.quoteCharacterToAscii(c) : GoQuote.quoteCharacter(c));
      }
      case 'U' -> codePoint(value);
      default -> bad(argument, verb);
    }
  }

  private static int character(long value) {
    return value < 0 || value > Character.MAX_CODE_POINT
        ? Text.REPLACEMENT
        : Text.rune((int) value);
  }

  private void codePoint(long value) {
    String digits = Long.toHexString(value).toUpperCase(Locale.ROOT);
    StringBuilder text = new StringBuilder("U+");
    int least = hasPrecision && precision > 4 ? precision : 4;
    text.append("0".repeat(Math.max(0, least - digits.length()))).append(digits);
    if (sharp
        && value >= 0
        && value <= Character.MAX_CODE_POINT
        && GoQuote.isPrintable((int) value)) {
      text.append(" '").appendCodePoint((int) value).append('\'');
    }
    padWithSpaces(text.toString());
  }

  private void integer(long value, int base, int verb) {
    if (hasPrecision && precision == 0 && value == 0) {
      padWithSpaces("");
      return;
    }
    boolean negative = value < 0;
    String digits = negative ? Long.toUnsignedString(-value, base) : Long.toString(value, base);
    if (verb == 'X') {
      digits = digits.toUpperCase(Locale.ROOT);
    }
    int least = hasPrecision ? precision : 0;
    if (!hasPrecision && zero && !minus && hasWidth) {
      least = negative || plus || space ? width - 1 : width;
    }
    StringBuilder text = new StringBuilder(Math.max(least, digits.length()) + 4);
    if (negative) {
      text.append('-');
    } else if (plus) {
      text.append('+');
    } else if (space) {
      text.append(' ');
    }
    int zeros = Math.max(0, least - digits.length());
    if (verb == 'O') {
      text.append("0o");
    }
    if (sharp) {
      switch (base) {
        case 2 -> text.append("0b");
        case 8 -> text.append(zeros > 0 || digits.charAt(0) == '0' ? "" : "0");
        case 16 -> text.append(verb == 'X' ? "0X" : "0x");
        default -> {}
      }
    }
    padWithSpaces(text.append("0".repeat(zeros)).append(digits).toString());
  }

  private void big(GoArgument.Big argument, int verb) {
    boolean negative = argument.digits().charAt(0) == '-';
    String decimal = negative ? argument.digits().substring(1) : argument.digits();
    String digits;
    switch (verb) {
      case 'd', 's', 'v' -> digits = decimal;
      case 'b' -> digits = new BigInteger(decimal).toString(2);
      case 'o', 'O' -> digits = new BigInteger(decimal).toString(8);
      case 'x' -> digits = new BigInteger(decimal).toString(16);
      case 'X' -> digits = new BigInteger(decimal).toString(16).toUpperCase(Locale.ROOT);
      case 'w' -> {
        bad(argument, verb);
        return;
      }
      default -> {
        out.append("%!").appendCodePoint(verb).append("(big.Int=").append(argument.digits());
        out.append(')');
        return;
      }
    }
    String sign = negative ? "-" : plus || plusValue ? "+" : space ? " " : "";
    String prefix = "";
    if (sharp || sharpValue) {
      prefix =
          switch (verb) {
            case 'b' -> "0b";
            case 'o' -> "0";
            case 'x' -> "0x";
            case 'X' -> "0X";
            default -> "";
          };
    }
    if (verb == 'O') {
      prefix = "0o";
    }
    int zeros = hasPrecision ? Math.max(0, precision - digits.length()) : 0;
    int rest = width - (sign.length() + prefix.length() + zeros + digits.length());
    if (hasWidth && rest > 0 && !minus && zero && !hasPrecision) {
      zeros = rest;
    }
    padWithSpaces(sign + prefix + "0".repeat(zeros) + digits);
  }

  private void fraction(GoArgument.Fraction argument, int verb) {
    switch (verb) {
      case 'v' -> fraction(argument.value(), 'g', -1);
      case 'g', 'G', 'b', 'x', 'X' -> fraction(argument.value(), (char) verb, -1);
      case 'e', 'E', 'f' -> fraction(argument.value(), (char) verb, DEFAULT_PRECISION);
      case 'F' -> fraction(argument.value(), 'f', DEFAULT_PRECISION);
      default -> bad(argument, verb);
    }
  }

  private void fraction(double value, char verb, int defaultPrecision) {
    int digits = hasPrecision ? precision : defaultPrecision;
    String number = DoubleText.format(value, verb, digits);
    boolean negative = number.charAt(0) == '-';
    if (negative) {
      number = number.substring(1);
    }
    if (sharp && verb != 'b') {
      number = withPoint(number, verb, digits);
    }
    String sign = negative ? "-" : plus ? "+" : space ? " " : "";
    if (!sign.isEmpty() && zero && !minus && hasWidth && width > number.length() + 1) {
      out.append(sign).append("0".repeat(width - 1 - number.length())).append(number);
    } else {
      pad(sign + number);
    }
  }

  /** Puts in the decimal point and the trailing zeros that {@code #} asks for. */
  private static String withPoint(String number, char verb, int digits) {
    boolean hexadecimal = verb == 'x' || verb == 'X';
    int missing = verb == 'g' || verb == 'G' || verb == 'x' ? digits < 0 ? 6 : digits : 0;
    int end = number.length();
    boolean point = false;
    boolean significant = false;
    for (int i = 0; i < end; i++) {
      char c = number.charAt(i);
      if (c == '.') {
        point = true;
      } else if (c == 'p' || c == 'P' || (!hexadecimal && (c == 'e' || c == 'E'))) {
        end = i;
      } else {
        significant |= c != '0';
        if (significant) {
          missing--;
        }
      }
    }
    StringBuilder text = new StringBuilder(number.substring(0, end));
    if (!point) {
      if (end == 1 && number.charAt(0) == '0') {
        missing--;
      }
      text.append('.');
    }
    return text.append("0".repeat(Math.max(0, missing)))
        .append(number, end, number.length())
        .toString();
  }

  private void padWithSpaces(String text) {
    boolean zeros = zero;
    zero = false;
    pad(text);
    zero = zeros;
  }

  private void pad(String text) {
    int missing = hasWidth ? width - Text.length(text) : 0;
    if (missing <= 0) {
      out.append(text);
    } else if (minus) {
      out.append(text).append(" ".repeat(missing));
    } else {
      out.append((zero ? "0" : " ").repeat(missing)).append(text);
    }
  }
}
