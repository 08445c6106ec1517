package dev.portcullis.document.source;

import dev.portcullis.api.value.StringValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What readers need to know of UTF-8 bytes before they parse them. */
public final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long BACKSLASHES = LOW_BITS * '\\';

  private Utf8() {}

  /**
   * What a text holds.
   *
   * @param ascii whether it is all ASCII
   * @param backslash whether there may be a backslash in it
   */
  public record Survey(boolean ascii, boolean backslash) {}

  /** Looks over {@code text}, eight bytes at a time. */
  public static Survey survey(byte[] text) {
    long high = 0;
    long backslash = 0;
    int i = 0;
    for (; i + 8 <= text.length; i += 8) {
      long word = (long) LONGS.get(text, i);
      high |= word;
      long zeroWhereBackslash = word ^ BACKSLASHES;
      backslash |= (zeroWhereBackslash - LOW_BITS) & ~zeroWhereBackslash;
    }
    for (; i < text.length; i++) {
      high |= text[i];
      backslash |= text[i] == '\\' ? HIGH_BITS : 0;
    }
    return new Survey((high & HIGH_BITS) == 0, (backslash & HIGH_BITS) != 0);
  }

  /**
   * Returns the offset of the first byte that is no part of valid UTF-8, or -1.
   *
   * @param text the bytes
   */
  public static int firstInvalid(byte[] text) {
    int i = 0;
    while (i < text.length) {
      int length = text[i] >= 0 ? 1 : sequenceLength(text, i);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return -1;
  }

  /** Returns the length of the valid sequence of several bytes at {@code i}, or 0. */
  private static int sequenceLength(byte[] text, int i) {
    int lead = text[i] & 0xFF;
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (i + length > text.length) {
      return 0;
    }
    for (int k = 1; k < length; k++) {
      if ((text[i + k] & 0xC0) != 0x80) {
        return 0;
      }
    }
    int second = text[i + 1] & 0xFF;
    boolean wellFormed =
        switch (lead) {
          case 0xE0 -> second >= 0xA0;
          case 0xED -> second < 0xA0;
          case 0xF0 -> second >= 0x90;
          case 0xF4 -> second < 0x90;
          default -> true;
        };
    return wellFormed ? length : 0;
  }

  /** Returns {@code text} with U+FFFD for each byte that is no part of valid UTF-8. */
  public static byte[] repaired(byte[] text) {
    return wellFormed(StringValue.ofUtf8(text).value()).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns {@code text} with U+FFFD for each surrogate that stands alone. */
  public static String wellFormed(String text) {
    int n = text.length();
    for (int i = 0; i < n; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaced(text, i);
      }
    }
    return text;
  }

  private static String replaced(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  /** Returns {@code text} without a byte order mark at its beginning. */
  public static byte[] withoutMark(byte[] text) {
    boolean marked =
        text.length >= 3
            && text[0] == (byte) 0xEF
            && text[1] == (byte) 0xBB
            && text[2] == (byte) 0xBF;
    return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
  }
}
