package dev.portcullis.rego.ast;

import dev.portcullis.api.value.StringValue;

/** Strings between quotes with the escapes of Go, which OPA's texts of trees have. */
final class GoQuote {
  private GoQuote() {}

  static StringBuilder append(StringBuilder out, StringValue value) {
    String s = value.value();
    out.append('"');
    int i = 0;
    while (i < s.length()) {
      int c = s.codePointAt(i);
      append(out, c);
      i += Character.charCount(c);
    }
    return out.append('"');
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append((char) c);
      case 0x07 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0B -> out.append("\\v");
      default -> other(out, c);
    }
  }

  private static void other(StringBuilder out, int c) {
    if (c >= ' ' && c < 0x7F) {
      out.append((char) c);
    } else if (c < ' ' || c == 0x7F) {
      out.append(String.format("\\x%02x", c));
    } else if (c <= 0xFFFF && StringValue.isEscapedByte((char) c)) {
      out.append(String.format("\\x%02x", c & 0xFF));
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else {
      out.append(String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
