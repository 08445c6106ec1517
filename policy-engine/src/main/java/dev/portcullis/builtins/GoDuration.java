package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import java.math.BigDecimal;
import java.util.Map;

/** Durations such as {@code 1h30m}, and with days, weeks and years as OPA adds them. */
final class GoDuration {
  private static final Map<String, Long> UNITS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "\u00B5s", 1_000L,
          "\u03BCs", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);
  private static final Map<String, Integer> HOURS = Map.of("d", 24, "w", 168, "y", 8760);

  private final String original;
  private final String text;
  private int at;

  private GoDuration(String original, String text) {
    this.original = original;
    this.text = text;
  }

  /** Returns the nanoseconds that {@code text} means. */
  static long parse(String text) {
    String plain =
        text.chars().anyMatch(c -> c == 'd' || c == 'w' || c == 'y') ? inHours(text) : text;
    return new GoDuration(text, plain).nanos();
  }

  /** Rewrites days, weeks and years as hours. */
  private static String inHours(String text) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    if (text.startsWith("-") || text.startsWith("+")) {
      out.append(text.charAt(0));
      i = 1;
    }
    while (i < text.length()) {
      int start = i;
      while (i < text.length() && isNumeric(text.charAt(i))) {
        i++;
      }
      String digits = text.substring(start, i);
      String unit = unit(text, i);
      if (digits.isEmpty() || unit.isEmpty()) {
        throw invalid(text);
      }
      i += unit.length();
      Integer hours = HOURS.get(unit);
      out.append(hours == null ? digits + unit : hours(text, digits, hours) + "h");
    }
    return out.toString();
  }

  private static String unit(String text, int at) {
    for (String unit : new String[] {"ms", "us", "\u00B5s", "ns"}) {
      if (text.startsWith(unit, at)) {
        return unit;
      }
    }
    boolean letter = at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z';
    return letter ? text.substring(at, at + 1) : "";
  }

  private static String hours(String text, String digits, int factor) {
    try {
      double hours = Double.parseDouble(digits) * factor;
      return new BigDecimal(Double.toString(hours)).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      throw invalid(text);
    }
  }

  private static BuiltinException invalid(String text) {
    return BuiltinException.failed("time: invalid duration " + GoQuote.quote(text));
  }

  private static boolean isNumeric(char c) {
    return c == '.' || (c >= '0' && c <= '9');
  }

  private boolean isDigit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private long nanos() {
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at++;
    }
    if (text.substring(at).equals("0")) {
      return 0;
    }
    if (at == text.length()) {
      throw invalid(original);
    }
    long total = 0;
    while (at < text.length()) {
      total = checked(total + segment());
    }
    if (total == Long.MIN_VALUE && !negative) {
      throw invalid(original);
    }
    return negative ? -total : total;
  }

  /** Lets pass what fits 63 bits, and 2^63, which is {@link Long#MIN_VALUE} here. */
  private long checked(long unsigned) {
    if (unsigned < 0 && unsigned != Long.MIN_VALUE) {
      throw invalid(original);
    }
    return unsigned;
  }

  private long segment() {
    int start = at;
    long whole = 0;
    while (isDigit()) {
      if (Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, 10)) > 0) {
        throw invalid(original);
      }
      whole = checked(whole * 10 + text.charAt(at++) - '0');
    }
    boolean digits = at > start;
    long fraction = 0;
    double scale = 1;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      boolean full = false;
      while (isDigit()) {
        digits = true;
        int digit = text.charAt(at++) - '0';
        full = full || fraction > Long.MAX_VALUE / 10 || fraction * 10 + digit < 0;
        if (!full) {
          fraction = fraction * 10 + digit;
          scale *= 10;
        }
      }
    }
    if (!digits) {
      throw invalid(original);
    }
    long unit = unit();
    if (Long.compareUnsigned(whole, Long.divideUnsigned(Long.MIN_VALUE, unit)) > 0) {
      throw invalid(original);
    }
    long value = whole * unit;
    return fraction == 0 ? value : checked(value + (long) (fraction * (unit / scale)));
  }

  private long unit() {
    int start = at;
    while (at < text.length() && !isNumeric(text.charAt(at))) {
      at++;
    }
    String unit = text.substring(start, at);
    if (unit.isEmpty()) {
      throw BuiltinException.failed("time: missing unit in duration " + GoQuote.quote(original));
    }
    Long nanos = UNITS.get(unit);
    if (nanos == null) {
      throw BuiltinException.failed(
          "time: unknown unit " + GoQuote.quote(unit) + " in duration " + GoQuote.quote(original));
    }
    return nanos;
  }
}
