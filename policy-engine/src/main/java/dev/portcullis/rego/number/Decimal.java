package dev.portcullis.rego.number;

import java.math.BigInteger;

/**
 * A non-negative decimal number of any length, {@code 0.d₀d₁d₂… × 10^point}, that is being rounded
 * and written. Zero has no digits. There are no trailing zeros.
 */
public final class Decimal {
  private byte[] digits;
  private int length;
  private int point;

  private Decimal(byte[] digits, int length, int point) {
    this.digits = digits;
    this.length = length;
    this.point = point;
    trim();
  }

  /** Returns {@code mantissa × 2^exponent}, exactly. */
  public static Decimal of(BigInteger mantissa, int exponent) {
    if (mantissa.signum() == 0) {
      return new Decimal(new byte[0], 0, 0);
    }
    BigInteger scaled =
        exponent >= 0
            ? mantissa.shiftLeft(exponent)
            : mantissa.multiply(BigInteger.valueOf(5).pow(-exponent));
    String text = scaled.toString();
    byte[] digits = new byte[text.length()];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = (byte) (text.charAt(i) - '0');
    }
    return new Decimal(digits, digits.length, digits.length + Math.min(exponent, 0));
  }

  /** Returns how many digits there are. */
  public int length() {
    return length;
  }

  /** Returns the number of digits before the decimal point; negative for small fractions. */
  public int point() {
    return point;
  }

  /** Returns the digit at {@code index}; zero behind the last one. */
  public int at(int index) {
    return index >= 0 && index < length ? digits[index] : 0;
  }

  /** Returns a copy that can be rounded on its own. */
  public Decimal copy() {
    return new Decimal(digits.clone(), length, point);
  }

  /** Keeps {@code n} digits, rounding to the nearest and halves to even. */
  public void round(int n) {
    if (n < 0 || n >= length) {
      return;
    }
    boolean half = digits[n] == 5 && n + 1 == length;
    boolean up = half ? n > 0 && (digits[n - 1] & 1) != 0 : digits[n] >= 5;
    if (up) {
      roundUp(n);
    } else {
      roundDown(n);
    }
  }

  /** Keeps {@code n} digits, rounding up. */
  public void roundUp(int n) {
    if (n < 0 || n >= length) {
      return;
    }
    int end = n;
    while (end > 0 && digits[end - 1] == 9) {
      end--;
    }
    if (end == 0) {
      digits = new byte[] {1};
      length = 1;
      point++;
    } else {
      digits[end - 1]++;
      length = end;
    }
  }

  /** Keeps {@code n} digits, dropping the rest. */
  public void roundDown(int n) {
    if (n >= 0 && n < length) {
      length = n;
      trim();
    }
  }

  private void trim() {
    while (length > 0 && digits[length - 1] == 0) {
      length--;
    }
    if (length == 0) {
      point = 0;
    }
  }

  /**
   * Keeps as few digits as tell the number from its neighbours.
   *
   * @param lower the bound halfway to the next smaller number
   * @param upper the bound halfway to the next larger number
   * @param inclusive whether the bounds themselves are read as this number
   */
  void shorten(Decimal lower, Decimal upper, boolean inclusive) {
    for (int i = 0; i < length; i++) {
      int digit = digits[i];
      int below = lower.at(i);
      int above = upper.at(i);
      boolean down = below != digit || (inclusive && i + 1 == lower.length);
      boolean up = digit != above && (inclusive || digit + 1 < above || i + 1 < upper.length);
      if (down || up) {
        if (down && up) {
          round(i + 1);
        } else if (down) {
          roundDown(i + 1);
        } else {
          roundUp(i + 1);
        }
        return;
      }
    }
  }

  /** Appends the number without an exponent, with {@code fraction} digits after the point. */
  public void appendPlain(StringBuilder out, int fraction) {
    if (point > 0) {
      for (int i = 0; i < point; i++) {
        out.append((char) ('0' + at(i)));
      }
    } else {
      out.append('0');
    }
    if (fraction > 0) {
      out.append('.');
      for (int i = 0; i < fraction; i++) {
        out.append((char) ('0' + at(point + i)));
      }
    }
  }

  /**
   * Appends the number as {@code d.ddde±dd}, with {@code fraction} digits after the point.
   *
   * @param letter the exponent's letter, {@code e} or {@code E}
   */
  public void appendScientific(StringBuilder out, int fraction, char letter) {
    out.append((char) ('0' + at(0)));
    if (fraction > 0) {
      out.append('.');
      for (int i = 1; i <= fraction; i++) {
        out.append((char) ('0' + at(i)));
      }
    }
    int exponent = length == 0 ? 0 : point - 1;
    out.append(letter).append(exponent < 0 ? '-' : '+');
    int size = Math.abs(exponent);
    if (size < 10) {
      out.append('0');
    }
    out.append(size);
  }
}
