package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import java.util.Arrays;

/** Base64 as Go decodes it: padding is required, line breaks are skipped, errors name the byte. */
final class GoBase64 {
  private static final byte INVALID = -1;
  private static final byte[] STANDARD = table('+', '/');
  private static final byte[] URL = table('-', '_');

  private GoBase64() {}

  private static byte[] table(char c62, char c63) {
    byte[] map = new byte[256];
    Arrays.fill(map, INVALID);
    for (int i = 0; i < 26; i++) {
      map['A' + i] = (byte) i;
      map['a' + i] = (byte) (26 + i);
    }
    for (int i = 0; i < 10; i++) {
      map['0' + i] = (byte) (52 + i);
    }
    map[c62] = 62;
    map[c63] = 63;
    return map;
  }

  /**
   * Decodes the standard alphabet.
   *
   * @param text the bytes to decode, one character each
   */
  static byte[] decode(String text) {
    return decode(text, STANDARD);
  }

  /** Decodes the alphabet for URLs. */
  static byte[] decodeUrl(String text) {
    return decode(text, URL);
  }

  private static byte[] decode(String text, byte[] map) {
    byte[] out = new byte[text.length() / 4 * 3 + 3];
    int size = 0;
    int bits = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      byte digit = map[c];
      if (digit != INVALID) {
        bits = bits << 6 | digit;
        if (++digits == 4) {
          out[size++] = (byte) (bits >> 16);
          out[size++] = (byte) (bits >> 8);
          out[size++] = (byte) bits;
          bits = 0;
          digits = 0;
        }
      } else if (c == '=') {
        checkPadding(text, i, digits);
        bits <<= 6 * (4 - digits);
        out[size++] = (byte) (bits >> 16);
        if (digits == 3) {
          out[size++] = (byte) (bits >> 8);
        }
        return Arrays.copyOf(out, size);
      } else if (c != '\n' && c != '\r') {
        throw corrupt(i);
      }
    }
    if (digits != 0) {
      throw corrupt(text.length() - digits);
    }
    return Arrays.copyOf(out, size);
  }

  private static void checkPadding(String text, int at, int digits) {
    if (digits < 2) {
      throw corrupt(at);
    }
    int next = skipLineBreaks(text, at + 1);
    if (digits == 2) {
      if (next == text.length()) {
        throw corrupt(next);
      }
      if (text.charAt(next) != '=') {
        throw corrupt(next - 1);
      }
      next = skipLineBreaks(text, next + 1);
    }
    if (next < text.length()) {
      throw corrupt(next);
    }
  }

  private static int skipLineBreaks(String text, int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == '\n' || text.charAt(i) == '\r')) {
      i++;
    }
    return i;
  }

  private static BuiltinException corrupt(int at) {
    return BuiltinException.failed("illegal base64 data at input byte " + at);
  }
}
