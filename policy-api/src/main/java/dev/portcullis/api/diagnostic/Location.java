package dev.portcullis.api.diagnostic;

/**
 * A place in a text.
 *
 * @param file the name that the text was given when it was loaded: a path, or what the host chose
 * @param row the line, from 1
 * @param column the column, from 1, counted in Unicode code points (a tab counts as one)
 */
public record Location(String file, int row, int column) implements Comparable<Location> {

  @Override
  public int compareTo(Location other) {
    int c = file.compareTo(other.file);
    if (c == 0) {
      c = Integer.compare(row, other.row);
    }
    return c != 0 ? c : Integer.compare(column, other.column);
  }

  /** Returns {@code file:row:column}. */
  @Override
  public String toString() {
    return file + ":" + row + ":" + column;
  }
}
