package dev.portcullis.builtins;

/** Quotes text the way Go's error messages do. */
final class GoQuote {
  private GoQuote() {}

  /** Returns {@code text} as a double-quoted Go string literal. */
  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> append(out, c));
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case 7 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 11 -> out.append("\\v");
      default -> {
        if (c >= 0xDC80 && c <= 0xDCFF) {
          out.append(String.format("\\x%02x", c - 0xDC00));
        } else if (c < 0x20 || c == 0x7F) {
          out.append(String.format("\\x%02x", c));
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(c < 0x10000 ? String.format("\\u%04x", c) : String.format("\\U%08x", c));
        }
      }
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
