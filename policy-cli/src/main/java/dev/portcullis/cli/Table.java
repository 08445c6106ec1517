package dev.portcullis.cli;

import java.util.ArrayList;
import java.util.List;

/** A table drawn with lines, as OPA draws the answers of a query. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> header) {
    rows.add(header);
  }

  void add(List<String> row) {
    rows.add(row);
  }

  String text() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    line(out, widths, '┌', '┬', '┐');
    row(out, widths, rows.get(0));
    line(out, widths, '├', '┼', '┤');
    rows.subList(1, rows.size()).forEach(row -> row(out, widths, row));
    line(out, widths, '└', '┴', '┘');
    return out.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private static void line(StringBuilder out, int[] widths, char left, char middle, char right) {
    out.append(left);
    for (int i = 0; i < widths.length; i++) {
      out.append("─".repeat(widths[i] + 2)).append(i < widths.length - 1 ? middle : right);
    }
    out.append('\n');
  }

  private static void row(StringBuilder out, int[] widths, List<String> row) {
    out.append('│');
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      out.append(' ').append(cell).append(" ".repeat(widths[i] - width(cell))).append(" │");
    }
    out.append('\n');
  }
}
