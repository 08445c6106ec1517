package dev.portcullis.builtins;

import dev.portcullis.api.value.StringValue;
import java.nio.charset.StandardCharsets;

/**
 * Strings as the bytes that Go sees: a Java string in which each character is one byte. Builtins
 * whose behaviour Go defines on bytes work on this form.
 */
final class ByteText {
  private ByteText() {}

  /** Returns the bytes of {@code text}, one character a byte. */
  static String of(StringValue text) {
    String value = text.value();
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80) {
        return new String(text.toUtf8(), StandardCharsets.ISO_8859_1);
      }
    }
    return value;
  }

  /** Returns the string that the bytes spell. */
  static StringValue value(CharSequence bytes) {
    return StringValue.ofUtf8(bytes.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Returns the Java text that the bytes spell. */
  static String text(CharSequence bytes) {
    return value(bytes).value();
  }
}
