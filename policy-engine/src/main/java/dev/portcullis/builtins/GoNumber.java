package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the texts that Go's {@code strconv.ParseFloat} takes for numbers. */
final class GoNumber {
  // Underscores stand between digits only, so that no two alternatives match the same text.
  private static final String DIGITS = "[0-9]++(?:_[0-9]++)*+";
  private static final Pattern DECIMAL =
      Pattern.compile(
          "([+-]?)(?:("
              + DIGITS
              + ")(?:\\.((?:"
              + DIGITS
              + ")?))?|\\.("
              + DIGITS
              + "))"
              + "(?:[eE]([+-]?)("
              + DIGITS
              + "))?");
  private static final Pattern HEXADECIMAL =
      Pattern.compile(
          "([+-]?)0[xX]((?:_?[0-9a-fA-F]++)*+)(?:\\.((?:[0-9a-fA-F]++(?:_[0-9a-fA-F]++)*+)?))?"
              + "[pP]([+-]?[0-9]++(?:_[0-9]++)*+)");
  private static final int LONGEST_EXPONENT = 9;

  private GoNumber() {}

  /**
   * Returns the number that {@code text} spells; a text in JSON's syntax keeps its spelling.
   *
   * @throws BuiltinException if it spells none, or one beyond a double's range
   */
  static NumberValue parse(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    String plain;
    if (decimal.matches()) {
      plain = plainDecimal(decimal);
    } else {
      Matcher hexadecimal = HEXADECIMAL.matcher(text);
      if (!hexadecimal.matches()) {
        throw malformed(text);
      }
      plain = plainHexadecimal(text, hexadecimal);
    }
    if (Double.isInfinite(Double.parseDouble(plain))) {
      throw failed(text, "value out of range");
    }
    return NumberValue.parse(plain);
  }

  private static BuiltinException malformed(String text) {
    int start = 0;
    while (start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
      start++;
    }
    return switch (text.substring(start).toLowerCase(Locale.ROOT)) {
      case "inf", "infinity", "nan" -> BuiltinException.operand(1, "valid number string", "string");
      default -> failed(text, "invalid syntax");
    };
  }

  private static BuiltinException failed(String text, String reason) {
    return BuiltinException.failed(
        "strconv.ParseFloat: parsing " + GoQuote.quote(text) + ": " + reason);
  }

  private static String plainDecimal(Matcher parts) {
    StringBuilder out = new StringBuilder();
    if (parts.group(1).equals("-")) {
      out.append('-');
    }
    out.append(withoutLeadingZeros(parts.group(2)));
    String fraction = parts.group(3) != null ? parts.group(3) : parts.group(4);
    if (fraction != null && !fraction.isEmpty()) {
      out.append('.').append(fraction.replace("_", ""));
    }
    if (parts.group(6) != null) {
      // The letter's case is part of the spelling.
      out.append(parts.group().charAt(parts.start(5) - 1)).append(parts.group(5));
      out.append(parts.group(6).replace("_", ""));
    }
    return out.toString();
  }

  private static String withoutLeadingZeros(@Nullable String digits) {
    if (digits == null) {
      return "0";
    }
    String plain = digits.replace("_", "");
    int start = 0;
    while (start < plain.length() - 1 && plain.charAt(start) == '0') {
      start++;
    }
    return plain.substring(start);
  }

  private static String plainHexadecimal(String text, Matcher parts) {
    String whole = parts.group(2).replace("_", "");
    String fraction = parts.group(3) == null ? "" : parts.group(3).replace("_", "");
    if (whole.isEmpty() && fraction.isEmpty()) {
      throw failed(text, "invalid syntax");
    }
    String exponent = parts.group(4).replace("_", "");
    BigInteger digits = new BigInteger(whole + fraction, 16);
    if (digits.signum() == 0) {
      return parts.group(1).equals("-") ? "-0" : "0";
    }
    if (exponent.length() > LONGEST_EXPONENT) {
      throw failed(text, "value out of range");
    }
    int power = Integer.parseInt(exponent) - 4 * fraction.length();
    if (power + (long) digits.bitLength() > Double.MAX_EXPONENT + 1L) {
      throw failed(text, "value out of range");
    }
    if (power < -(1 << 20)) {
      throw failed(text, "value out of range");
    }
    BigDecimal value =
        power >= 0
            ? new BigDecimal(digits.shiftLeft(power))
            : new BigDecimal(digits.multiply(BigInteger.valueOf(5).pow(-power)), -power);
    return (parts.group(1).equals("-") ? value.negate() : value).toString().replace("E", "e");
  }
}
