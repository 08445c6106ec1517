package dev.portcullis.document.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a YAML text into its documents, so that a mistake in one does not hide the others. The
 * markers {@code ---} and {@code ...} at the beginning of a line end a document wherever they
 * stand, even inside a block scalar.
 */
final class YamlStream {
  private final String text;
  private final List<Chunk> chunks = new ArrayList<>();
  private int start;
  private int startRow;

  /** Whether {@code ---} was met since {@link #start}. */
  private boolean marked;

  /** Whether something besides comments and directives was met since {@link #start}. */
  private boolean content;

  private YamlStream(String text) {
    this.text = text;
  }

  /**
   * One document.
   *
   * @param text its text, with its directives and its marker
   * @param rowsBefore the number of lines of the whole text before it
   */
  record Chunk(String text, int rowsBefore) {}

  /** Returns the documents of {@code text} that are not empty. */
  static List<Chunk> split(String text) {
    YamlStream stream = new YamlStream(text);
    stream.run();
    return stream.chunks;
  }

  private void run() {
    int row = 0;
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(at);
      int next = afterBreak(end);
      line(at, end, next, row);
      at = next;
      row++;
    }
    cut(text.length());
  }

  private void line(int from, int end, int next, int row) {
    if (isMarker("---", from, end)) {
      if (marked || content) {
        cut(from);
        start = from;
        startRow = row;
      }
      marked = true;
      content = !isBlankOrComment(from + 3, end);
    } else if (isMarker("...", from, end) && isBlankOrComment(from + 3, end)) {
      cut(from);
      start = next;
      startRow = row + 1;
      marked = false;
      content = false;
    } else if (!isBlankOrComment(from, end)) {
      boolean directive = text.charAt(from) == '%' && !marked && !content;
      content |= !directive;
    }
  }

  private void cut(int end) {
    if (content) {
      chunks.add(new Chunk(text.substring(start, end), startRow));
    }
  }

  private boolean isMarker(String marker, int from, int end) {
    return text.startsWith(marker, from)
        && (from + 3 == end || text.charAt(from + 3) == ' ' || text.charAt(from + 3) == '\t');
  }

  private boolean isBlankOrComment(int from, int end) {
    int i = from;
    while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i >= end || text.charAt(i) == '#';
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int afterBreak(int end) {
    if (end >= text.length()) {
      return end;
    }
    boolean pair =
        text.charAt(end) == '\r' && end + 1 < text.length() && text.charAt(end + 1) == '\n';
    return end + (pair ? 2 : 1);
  }
}
