package dev.portcullis.api.value;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A string. Rego's strings are byte sequences that are nearly always UTF-8. They are held as Java
 * strings; a byte that is not part of valid UTF-8 is held as the lone surrogate {@code U+DC00 +
 * byte} (as in PEP 383), so that decoding and encoding again loses nothing. Order is that of the
 * UTF-8 bytes, which differs from {@link String#compareTo}.
 */
public final class StringValue extends Value {
  /** The empty string. */
  public static final StringValue EMPTY = new StringValue("");

  private static final int ESCAPED_BYTE = 0xDC00;

  private final String value;

  private StringValue(String value) {
    this.value = value;
  }

  /** Returns the string {@code value}. */
  public static StringValue of(String value) {
    return value.isEmpty() ? EMPTY : new StringValue(value);
  }

  /**
   * Returns the string that the bytes spell in UTF-8; bytes that are not UTF-8 are kept, see the
   * class comment.
   */
  public static StringValue ofUtf8(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      // One byte at a time, as Go's decoder steps over an invalid sequence.
      out.put((char) (ESCAPED_BYTE + (in.get() & 0xFF)));
      result = decoder.reset().decode(in, out, true);
    }
    return of(out.flip().toString());
  }

  /**
   * Returns the Java string. It holds lone surrogates only where {@link #toUtf8} gives bytes that
   * are not UTF-8.
   */
  public String value() {
    return value;
  }

  /** Returns the string's bytes. */
  public byte[] toUtf8() {
    int surrogate = firstSurrogate(value);
    if (surrogate < 0) {
      return value.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(value.length() + 16);
    int start = 0;
    for (int i = surrogate; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (isEscapedByte(c)) {
        out.writeBytes(value.substring(start, i).getBytes(StandardCharsets.UTF_8));
        out.write(c - ESCAPED_BYTE);
        start = i + 1;
      }
    }
    out.writeBytes(value.substring(start).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** Returns whether {@code c}, standing alone, holds a byte that is not UTF-8. */
  public static boolean isEscapedByte(char c) {
    return c >= ESCAPED_BYTE + 0x80 && c <= ESCAPED_BYTE + 0xFF;
  }

  private static int firstSurrogate(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (Character.isSurrogate(s.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public ValueKind kind() {
    return ValueKind.STRING;
  }

  @Override
  int compareSameKind(Value other) {
    return compareUtf8(value, ((StringValue) other).value);
  }

  /** Compares two strings by their UTF-8 bytes. */
  static int compareUtf8(String a, String b) {
    int n = Math.min(a.length(), b.length());
    for (int i = 0; i < n; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) || Character.isSurrogate(y)
            ? compareFrom(a, b, i)
            : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /**
   * Decides at a difference that involves surrogates, by the bytes from the last common character
   * boundary on.
   */
  private static int compareFrom(String a, String b, int difference) {
    int from = difference;
    if (from > 0 && Character.isHighSurrogate(a.charAt(from - 1))) {
      from--;
    }
    byte[] x = new StringValue(a.substring(from)).toUtf8();
    byte[] y = new StringValue(b.substring(from)).toUtf8();
    return java.util.Arrays.compareUnsigned(x, y);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof StringValue that && value.equals(that.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
