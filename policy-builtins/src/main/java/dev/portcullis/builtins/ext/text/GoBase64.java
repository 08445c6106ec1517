package dev.portcullis.builtins.ext.text;

import dev.portcullis.api.value.StringValue;
import java.util.Arrays;
import java.util.Base64;

/** Base64 with padding as Go decodes it: line breaks are skipped, errors name the byte. */
public final class GoBase64 {
  private static final int[] STANDARD = table('+', '/');
  private static final int[] URL = table('-', '_');

  private GoBase64() {}

  /** Says at which byte a text stops being base64. */
  public static final class Corrupt extends Exception {
    private static final long serialVersionUID = 1L;

    Corrupt(int at) {
      this("illegal base64 data at input byte " + at);
    }

    Corrupt(String message) {
      super(message, null, false, false);
    }

    /** Returns Go's message. */
    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** Decodes the standard alphabet. */
  public static byte[] decodeStandard(byte[] text) throws Corrupt {
    return new Decoding(text, STANDARD).run();
  }

  /** Decodes the URL alphabet, adding padding that was left off, as {@code base64url.decode}. */
  public static byte[] decodeUrl(byte[] text) throws Corrupt {
    byte[] padded = text;
    int rest = text.length % 4;
    boolean unpadded = rest != 0 && text[text.length - 1] != '=';
    if (unpadded && rest == 1) {
      throw new Corrupt("illegal base64url string: " + StringValue.ofUtf8(text).value());
    }
    if (unpadded) {
      padded = Arrays.copyOf(text, text.length + 4 - rest);
      Arrays.fill(padded, text.length, padded.length, (byte) '=');
    }
    return new Decoding(padded, URL).run();
  }

  /** Encodes with the URL alphabet and without padding. */
  public static String encodeUrl(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static int[] table(char c62, char c63) {
    int[] table = new int[256];
    Arrays.fill(table, -1);
    for (int i = 0; i < 26; i++) {
      table['A' + i] = i;
      table['a' + i] = 26 + i;
    }
    for (int i = 0; i < 10; i++) {
      table['0' + i] = 52 + i;
    }
    table[c62] = 62;
    table[c63] = 63;
    return table;
  }

  private static final class Decoding {
    private final byte[] in;
    private final int[] table;
    private final byte[] out;
    private int at;
    private int written;

    Decoding(byte[] in, int[] table) {
      this.in = in;
      this.table = table;
      this.out = new byte[in.length / 4 * 3 + 3];
    }

    byte[] run() throws Corrupt {
      while (quantum()) {}
      return Arrays.copyOf(out, written);
    }

    /** Decodes up to four digits; returns whether there may be more. */
    private boolean quantum() throws Corrupt {
      int bits = 0;
      int digits = 0;
      while (digits < 4) {
        if (at == in.length) {
          if (digits == 0) {
            return false;
          }
          throw new Corrupt(at - digits);
        }
        int c = in[at++] & 0xFF;
        if (table[c] >= 0) {
          bits = bits << 6 | table[c];
          digits++;
        } else if (c == '=') {
          padding(digits);
          emit(bits << 6 * (4 - digits), digits - 1);
          return false;
        } else if (c != '\n' && c != '\r') {
          throw new Corrupt(at - 1);
        }
      }
      emit(bits, 3);
      return true;
    }

    private void padding(int digits) throws Corrupt {
      if (digits < 2) {
        throw new Corrupt(at - 1);
      }
      if (digits == 2) {
        skipLineBreaks();
        if (at == in.length) {
          throw new Corrupt(in.length);
        }
        if (in[at] != '=') {
          throw new Corrupt(at - 1);
        }
        at++;
      }
      skipLineBreaks();
      if (at < in.length) {
        throw new Corrupt(at);
      }
    }

    private void skipLineBreaks() {
      while (at < in.length && (in[at] == '\n' || in[at] == '\r')) {
        at++;
      }
    }

    private void emit(int bits, int bytes) {
      for (int i = 0; i < bytes; i++) {
        out[written++] = (byte) (bits >> 16 - 8 * i);
      }
    }
  }
}
