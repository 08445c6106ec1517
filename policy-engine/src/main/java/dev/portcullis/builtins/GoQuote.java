package dev.portcullis.builtins;

/** Quotes text the way Go's error messages do. */
final class GoQuote {
  private GoQuote() {}

  /** Returns {@code text} as a double-quoted Go string literal. */
  static String quote(String text) {
    return quote(text, '"', false);
  }

  /** Returns {@code text} as a double-quoted Go string literal of ASCII characters. */
  static String quoteToAscii(String text) {
    return quote(text, '"', true);
  }

  /** Returns the character {@code c} as a Go rune literal. */
  static String quoteCharacter(int c) {
    return quote(Character.toString(c), '\'', false);
  }

  /** Returns the character {@code c} as a Go rune literal of ASCII characters. */
  static String quoteCharacterToAscii(int c) {
    return quote(Character.toString(c), '\'', true);
  }

  private static String quote(String text, char quote, boolean ascii) {
    StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      append(out, c, quote, ascii);
      i += Character.charCount(c);
    }
    return out.append(quote).toString();
  }

  private static void append(StringBuilder out, int c, char quote, boolean ascii) {
    if (c == quote || c == '\\') {
      out.append('\\').append((char) c);
      return;
    }
    switch (c) {
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (c >= 0xDC80 && c <= 0xDCFF) {
          appendHex(out.append("\\x"), c - 0xDC00, 2);
        } else if (c < 0x20 || c == 0x7F) {
          appendHex(out.append("\\x"), c, 2);
        } else if ((c < 0x80 || !ascii) && isPrintable(c)) {
          out.appendCodePoint(c);
        } else if (c < 0x10000) {
          appendHex(out.append("\\u"), c, 4);
        } else {
          appendHex(out.append("\\U"), c, 8);
        }
      }
    }
  }

  private static void appendHex(StringBuilder out, int value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(Character.forDigit((value >> shift) & 15, 16));
    }
  }

  /** Returns whether Go prints {@code c} as it is: letters, marks, numbers, symbols and space. */
  static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
