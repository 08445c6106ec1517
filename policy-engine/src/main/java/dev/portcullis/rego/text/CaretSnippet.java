package dev.portcullis.rego.text;

/**
 * The source line of a place with a caret below it. Tabs stand in the caret line as tabs, wide
 * characters as two blanks and combining ones as none, so that the caret stands under the place in
 * a terminal. Of a long line only the surroundings of the place are shown.
 */
public final class CaretSnippet {
  private static final int BEFORE = 80;
  private static final int AFTER = 60;
  private static final String CUT = "…";

  private CaretSnippet() {}

  /** Returns the line that holds {@code offset} and the caret line, without a final newline. */
  public static String at(SourceText source, int offset) {
    String text = source.text();
    int at = Math.min(offset, text.length());
    int lineStart = source.lineStart(source.row(at));
    int from = Math.max(lineStart, at - BEFORE);
    if (from > lineStart && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    int to = lineEnd(text, at, Math.min(text.length(), at + AFTER));
    boolean cutAfter = to == at + AFTER && to < text.length() && !isLineEnd(text.charAt(to));
    if (cutAfter && Character.isLowSurrogate(text.charAt(to))) {
      to++;
    }
    StringBuilder line = new StringBuilder();
    StringBuilder caret = new StringBuilder();
    if (from > lineStart) {
      line.append(CUT);
      caret.append(' ');
    }
    appendVisible(line, text, from, to);
    if (cutAfter) {
      line.append(CUT);
    }
    appendBlanks(caret, text, from, Math.min(at, to));
    return line.append('\n').append(caret).append('^').toString();
  }

  private static int lineEnd(String text, int at, int limit) {
    int end = at;
    while (end < limit && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Control characters and lone surrogates would disturb a terminal. */
  private static void appendVisible(StringBuilder out, String text, int from, int to) {
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      boolean visible = c == '\t' || (!Character.isISOControl(c) && !isSurrogate(c));
      out.appendCodePoint(visible ? c : 0xFFFD);
      i += Character.charCount(c);
    }
  }

  private static void appendBlanks(StringBuilder out, String text, int from, int to) {
    int i = from;
    while (i < to) {
      int c = text.codePointAt(i);
      out.append(c == '\t' ? "\t" : " ".repeat(width(c)));
      i += Character.charCount(c);
    }
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  /** Returns how many cells of a terminal the character takes. */
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** The wide and full-width ranges of Unicode's East Asian Width, emoji included. */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || (c >= 0x2E80 && c <= 0x303E)
            || (c >= 0x3041 && c <= 0xA4CF && c != 0x303F)
            || (c >= 0xA960 && c <= 0xA97C)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1F64F)
            || (c >= 0x1F680 && c <= 0x1F6FF)
            || (c >= 0x1F900 && c <= 0x1F9FF)
            || (c >= 0x1FA70 && c <= 0x1FAFF)
            || (c >= 0x20000 && c <= 0x3FFFD));
  }
}
