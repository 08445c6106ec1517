package dev.portcullis.builtins;

import dev.portcullis.api.value.StringValue;
import java.nio.charset.StandardCharsets;

/** Strings of Rego, which are bytes, as Java text: what to do where that makes a difference. */
final class Text {
  static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /** Returns how many characters {@code text} has; a byte that is not UTF-8 counts as one. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Returns whether {@code text} holds bytes that are not UTF-8. */
  static boolean hasStrayBytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** Returns {@code text} with U+FFFD in place of each byte that is not UTF-8. */
  static String withoutStrayBytes(String text) {
    if (!hasStrayBytes(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      out.appendCodePoint(rune(c));
      i += Character.charCount(c);
    }
    return out.toString();
  }

  /** Returns the character that a code point of Java text stands for. */
  static int rune(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
        ? REPLACEMENT
        : codePoint;
  }

  /**
   * Returns the string that was put together from several. Bytes that were no UTF-8 in the parts
   * may be UTF-8 together.
   */
  static StringValue joined(String text) {
    StringValue value = StringValue.of(text);
    return hasStrayBytes(text) ? StringValue.ofUtf8(value.toUtf8()) : value;
  }

  /** Returns the UTF-8 bytes of {@code text}, each as one character. */
  static String bytes(String text) {
    return new String(StringValue.of(text).toUtf8(), StandardCharsets.ISO_8859_1);
  }

  /** Returns the string whose UTF-8 bytes are the characters of {@code bytes}. */
  static StringValue ofBytes(String bytes) {
    return StringValue.ofUtf8(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns whether every character is ASCII. */
  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
