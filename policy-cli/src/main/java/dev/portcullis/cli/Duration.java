package dev.portcullis.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A length of time on the command line, in Go's notation: {@code 500ms}, {@code 10s}, {@code
 * 1m30s}.
 */
record Duration(long nanos) {
  /** No limit. */
  static final Duration NONE = new Duration(0);

  private static final long MICROSECOND = 1_000;
  private static final long MILLISECOND = 1_000 * MICROSECOND;
  private static final long SECOND = 1_000 * MILLISECOND;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;

  private static final Pattern PART = Pattern.compile("\\G(\\d+(?:\\.\\d+)?)(ns|us|µs|ms|s|m|h)");

  static Duration parse(String text) {
    Matcher parts = PART.matcher(text);
    double nanos = 0;
    int end = 0;
    while (parts.find()) {
      nanos += Double.parseDouble(parts.group(1)) * unit(parts.group(2));
      end = parts.end();
    }
    if (end != text.length() || (text.isEmpty())) {
      if (text.equals("0")) {
        return NONE;
      }
      throw new TypeConversionException(
          "'" + text + "' is no duration; write it like 500ms, 10s or 1m30s");
    }
    return new Duration((long) nanos);
  }

  /** Returns {@code nanos} as Go writes durations. */
  static String text(long nanos) {
    if (nanos >= MINUTE) {
      String hours = nanos >= HOUR ? nanos / HOUR + "h" : "";
      return hours + nanos % HOUR / MINUTE + "m" + decimal(nanos % MINUTE, SECOND) + "s";
    } else if (nanos >= SECOND) {
      return decimal(nanos, SECOND) + "s";
    } else if (nanos >= MILLISECOND) {
      return decimal(nanos, MILLISECOND) + "ms";
    } else if (nanos >= MICROSECOND) {
      return decimal(nanos, MICROSECOND) + "µs";
    }
    return nanos == 0 ? "0s" : nanos + "ns";
  }

  private static String decimal(long nanos, long unit) {
    return BigDecimal.valueOf(nanos)
        .divide(BigDecimal.valueOf(unit))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      default -> 3600e9;
    };
  }

  /** Lets picocli read durations. */
  static final class Converter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return parse(text);
    }
  }
}
