package dev.portcullis.document.source;

/**
 * Turns byte offsets of a UTF-8 text into rows and columns. Offsets that grow are cheap: the cursor
 * goes on from where it was.
 */
public final class Cursor {
  private final byte[] text;
  private int offset;
  private int row = 1;
  private int column = 1;

  /** Creates a cursor at the beginning of {@code text}. */
  public Cursor(byte[] text) {
    this.text = text;
  }

  /** Goes to {@code target}, or to the end of the text if that is nearer. */
  public Cursor to(long target) {
    if (target < offset) {
      offset = 0;
      row = 1;
      column = 1;
    }
    int end = (int) Math.min(target, text.length);
    for (; offset < end; offset++) {
      byte b = text[offset];
      if (b == '\n') {
        row++;
        column = 1;
      } else if ((b & 0xC0) != 0x80) {
        column++;
      }
    }
    return this;
  }

  /** Returns the line, from 1. */
  public int row() {
    return row;
  }

  /** Returns the column, from 1, in code points. */
  public int column() {
    return column;
  }

  /** Returns the exception that says {@code message} about this place. */
  public SyntaxException error(String message) {
    return new SyntaxException(message, row, column);
  }
}
