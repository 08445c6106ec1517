package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads literals in Go's syntax. Malformed ones are an {@link IllegalArgumentException}. */
final class GoLiterals {
  private static final Pattern INTEGER =
      Pattern.compile(
          "([+-]?)(?:0[xX]((?:_?[0-9a-fA-F]++)++)|0[oO]?((?:_?[0-7]++)++)|0[bB]((?:_?[01]++)++)"
              + "|(0|[1-9][0-9]*+(?:_[0-9]++)*+))");

  private GoLiterals() {}

  /** Returns the text of a string literal, raw or with escapes. */
  static String string(String literal) {
    String inner = literal.substring(1, literal.length() - 1);
    if (literal.charAt(0) == '`') {
      return inner.replace("\r", "");
    }
    if (inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder out = new StringBuilder(inner.length());
    for (int i = 0; i < inner.length(); ) {
      i = character(inner, i, '"', out);
    }
    return Text.joined(out.toString()).value();
  }

  /** Returns the character of a rune literal. */
  static int rune(String literal) {
    StringBuilder out = new StringBuilder();
    int end = literal.length() < 3 ? -1 : character(literal, 1, '\'', out);
    if (end != literal.length() - 1) {
      throw new IllegalArgumentException("malformed character constant: " + literal);
    }
    int c = out.codePointAt(0);
    return c >= 0xDC80 && c <= 0xDCFF ? c - 0xDC00 : c;
  }

  /** Appends the character at {@code at} and returns where the next one is. */
  private static int character(String text, int at, char quote, StringBuilder out) {
    char c = text.charAt(at);
    if (c != '\\') {
      int whole = text.codePointAt(at);
      out.appendCodePoint(whole);
      return at + Character.charCount(whole);
    }
    if (at + 1 >= text.length()) {
      throw new IllegalArgumentException("invalid syntax");
    }
    char escape = text.charAt(at + 1);
    int simple = "abfnrtv\\".indexOf(escape);
    if (simple >= 0) {
      out.append("\u0007\b\f\n\r\t\u000B\\".charAt(simple));
      return at + 2;
    }
    if (escape == quote) {
      out.append(quote);
      return at + 2;
    }
    return switch (escape) {
      case 'x' -> coded(text, at + 2, 2, 16, true, out);
      case 'u' -> coded(text, at + 2, 4, 16, false, out);
      case 'U' -> coded(text, at + 2, 8, 16, false, out);
      default -> coded(text, at + 1, 3, 8, true, out);
    };
  }

  private static int coded(
      String text, int from, int digits, int radix, boolean isByte, StringBuilder out) {
    if (from + digits > text.length()) {
      throw new IllegalArgumentException("invalid syntax");
    }
    long value = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0 || text.charAt(i) >= 0x80) {
        throw new IllegalArgumentException("invalid syntax");
      }
      value = value * radix + digit;
    }
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (isByte ? value > 255 : value > Character.MAX_CODE_POINT || surrogate) {
      throw new IllegalArgumentException("invalid syntax");
    }
    out.appendCodePoint((int) (isByte && value >= 0x80 ? 0xDC00 + value : value));
    return from + digits;
  }

  /** Returns the integer or the fraction that {@code text} spells. */
  static TemplateValue number(String text) {
    Matcher integer = INTEGER.matcher(text);
    if (integer.matches()) {
      BigInteger value = integer(integer);
      if (value.bitLength() >= Long.SIZE) {
        throw new IllegalArgumentException("integer overflow: " + GoQuote.quote(text));
      }
      return TemplateValue.of(value.longValue());
    }
    double value;
    try {
      value = GoNumber.parse(text).doubleValue();
    } catch (BuiltinException e) {
      throw new IllegalArgumentException("illegal number syntax: " + GoQuote.quote(text), e);
    }
    if (text.chars().noneMatch(c -> ".eEpP".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("integer overflow: " + GoQuote.quote(text));
    }
    return new TemplateValue.Fraction(value);
  }

  private static BigInteger integer(Matcher parts) {
    int[] radixes = {16, 8, 2, 10};
    for (int i = 0; i < radixes.length; i++) {
      String digits = parts.group(i + 2);
      if (digits != null) {
        BigInteger size = new BigInteger(digits.replace("_", ""), radixes[i]);
        return parts.group(1).equals("-") ? size.negate() : size;
      }
    }
    throw new IllegalArgumentException("invalid syntax");
  }
}
