package dev.portcullis.rego.text;

import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.StringValue;
import java.util.Arrays;

/**
 * A named text with an index of its lines. Offsets count UTF-16 units; rows and columns are those
 * of {@link Location}.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /** Creates a source called {@code name}: a path, or what the host chose. */
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    int[] starts = new int[16];
    int count = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    this.lineStarts = Arrays.copyOf(starts, count);
  }

  /**
   * Returns the source whose text the bytes spell in UTF-8. A byte that is not UTF-8 is held as
   * {@link StringValue} holds it, and the lexer reports it.
   */
  public static SourceText ofUtf8(String name, byte[] bytes) {
    return new SourceText(name, StringValue.ofUtf8(bytes).value());
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Returns the row of {@code offset}, from 1. */
  public int row(int offset) {
    int at = Arrays.binarySearch(lineStarts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** Returns the column of {@code offset}, from 1, in code points. */
  public int column(int offset) {
    int start = lineStarts[row(offset) - 1];
    return text.codePointCount(start, Math.min(offset, text.length())) + 1;
  }

  /** Returns the place of {@code offset}. */
  public Location location(int offset) {
    return new Location(name, row(offset), column(offset));
  }

  /** Returns the number of lines, at least one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** Returns the line {@code row} without its end. */
  public String line(int row) {
    int start = lineStarts[row - 1];
    int end = row < lineStarts.length ? lineStarts[row] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns the offset at which the line {@code row} begins. */
  public int lineStart(int row) {
    return lineStarts[row - 1];
  }

  @Override
  public String toString() {
    return name;
  }
}
