package dev.portcullis.rego.number;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Writes doubles with the verbs of Go's {@code %e}, {@code %f}, {@code %g}, {@code %b} and {@code
 * %x}.
 */
public final class DoubleText {
  private static final int FRACTION_BITS = 52;
  private static final int EXPONENT_BIAS = 1023;
  private static final int MOST_DIGITS = 17;

  private DoubleText() {}

  /**
   * Returns {@code value} as text.
   *
   * @param value a finite number
   * @param verb one of {@code e E f g G b x X}
   * @param precision how many digits, in the verb's sense; negative for as few as identify it
   */
  public static String format(double value, char verb, int precision) {
    StringBuilder out = new StringBuilder(24);
    long bits = Double.doubleToRawLongBits(value);
    if (bits < 0) {
      out.append('-');
    }
    int biased = (int) (bits >>> FRACTION_BITS) & 0x7FF;
    long fraction = bits & ((1L << FRACTION_BITS) - 1);
    long mantissa = biased == 0 ? fraction : fraction | 1L << FRACTION_BITS;
    int exponent = Math.max(biased, 1) - EXPONENT_BIAS - FRACTION_BITS;
    switch (verb) {
      case 'b' ->
          out.append(mantissa).append('p').append(exponent >= 0 ? "+" : "").append(exponent);
      case 'x', 'X' -> hexadecimal(out, verb, precision, mantissa, exponent + FRACTION_BITS);
      default -> decimal(out, Math.abs(value), verb, precision, mantissa, exponent);
    }
    return out.toString();
  }

  private static void decimal(
      StringBuilder out, double size, char verb, int precision, long mantissa, int exponent) {
    Decimal decimal = Decimal.of(BigInteger.valueOf(mantissa), exponent);
    boolean shortest = precision < 0;
    int digits = precision;
    if (shortest) {
      shorten(decimal, size);
      digits =
          switch (verb) {
            case 'e', 'E' -> decimal.length() - 1;
            case 'f' -> Math.max(decimal.length() - decimal.point(), 0);
            default -> decimal.length();
          };
    } else {
      if ((verb == 'g' || verb == 'G') && digits == 0) {
        digits = 1;
      }
      decimal.round(
          switch (verb) {
            case 'e', 'E' -> digits + 1;
            case 'f' -> decimal.point() + digits;
            default -> digits;
          });
    }
    switch (verb) {
      case 'e', 'E' -> decimal.appendScientific(out, digits, verb);
      case 'f' -> decimal.appendPlain(out, digits);
      default -> general(out, decimal, verb == 'g' ? 'e' : 'E', digits, shortest);
    }
  }

  private static void general(
      StringBuilder out, Decimal decimal, char letter, int precision, boolean shortest) {
    int digits = precision;
    int threshold = digits;
    if (threshold > decimal.length() && decimal.length() >= decimal.point()) {
      threshold = decimal.length();
    }
    // The fewest digits say nothing of a wish for an exponent.
    if (shortest) {
      threshold = 6;
    }
    int exponent = decimal.point() - 1;
    if (exponent < -4 || exponent >= threshold) {
      decimal.appendScientific(out, Math.min(digits, decimal.length()) - 1, letter);
      return;
    }
    if (digits > decimal.point()) {
      digits = decimal.length();
    }
    decimal.appendPlain(out, Math.max(digits - decimal.point(), 0));
  }

  /** Keeps as few digits as are read back as {@code size}. */
  private static void shorten(Decimal decimal, double size) {
    for (int n = 1; n < Math.min(decimal.length(), MOST_DIGITS + 1); n++) {
      Decimal below = decimal.copy();
      below.roundDown(n);
      Decimal above = decimal.copy();
      above.roundUp(n);
      boolean down = reads(below, size);
      boolean up = reads(above, size);
      if (down || up) {
        if (down && up) {
          decimal.round(n);
        } else if (down) {
          decimal.roundDown(n);
        } else {
          decimal.roundUp(n);
        }
        return;
      }
    }
  }

  private static boolean reads(Decimal decimal, double size) {
    StringBuilder text = new StringBuilder(24);
    decimal.appendScientific(text, Math.max(decimal.length() - 1, 0), 'e');
    return Double.parseDouble(text.toString()) == size;
  }

  private static void hexadecimal(
      StringBuilder out, char verb, int precision, long mantissa, int exponent) {
    long bits = mantissa << (60 - FRACTION_BITS);
    int power = mantissa == 0 ? 0 : exponent;
    while (bits != 0 && (bits & 1L << 60) == 0) {
      bits <<= 1;
      power--;
    }
    if (precision >= 0 && precision < 15) {
      int shift = precision * 4;
      long extra = (bits << shift) & ((1L << 60) - 1);
      bits >>>= 60 - shift;
      if ((extra | (bits & 1)) > 1L << 59) {
        bits++;
      }
      bits <<= 60 - shift;
      if ((bits & 1L << 61) != 0) {
        bits >>>= 1;
        power++;
      }
    }
    StringBuilder digits = new StringBuilder(20);
    digits.append((bits >>> 60) & 1);
    bits <<= 4;
    if (precision < 0 ? bits != 0 : precision > 0) {
      digits.append('.');
      for (int i = 0; precision < 0 ? bits != 0 : i < precision; i++) {
        digits.append(Character.forDigit((int) (bits >>> 60), 16));
        bits <<= 4;
      }
    }
    digits.append('p').append(power < 0 ? '-' : '+');
    int size = Math.abs(power);
    digits.append(size < 10 ? "0" : "").append(size);
    String text = "0x" + digits;
    out.append(verb == 'X' ? text.toUpperCase(Locale.ROOT) : text);
  }
}
