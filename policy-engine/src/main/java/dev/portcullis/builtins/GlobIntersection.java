package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Decides whether two patterns have a string in common. The patterns are those of {@code
 * regex.globs_match}: characters, {@code .}, sets, and {@code *} or {@code +} behind them. The
 * answer is the one that OPA's library finds, which differs from the exact one for a few patterns;
 * its search is laid out as a table here, so that it takes time proportional to the product of the
 * lengths.
 */
final class GlobIntersection {
  private GlobIntersection() {}

  /** How often a token may occur. */
  private enum Flag {
    ONCE,
    PLUS,
    STAR
  }

  /** Sorted ranges of characters, one of which a token stands for, or any if it is a dot. */
  private record Token(boolean dot, List<int[]> ranges, Flag flag) {
    boolean once() {
      return flag == Flag.ONCE;
    }

    boolean sameContent(Token other) {
      boolean same = dot == other.dot && ranges.size() == other.ranges.size();
      for (int i = 0; same && i < ranges.size(); i++) {
        same = Arrays.equals(ranges.get(i), other.ranges.get(i));
      }
      return same;
    }

    boolean meets(Token other) {
      if (dot || other.dot) {
        return true;
      }
      for (int[] mine : ranges) {
        for (int[] theirs : other.ranges) {
          if (mine[0] <= theirs[1] && theirs[0] <= mine[1]) {
            return true;
          }
        }
      }
      return false;
    }
  }

  static Value isNonEmpty(BuiltinContext context, String left, String right) {
    List<Token> a = simplify(new Tokenizer(left).tokens());
    List<Token> b = simplify(new Tokenizer(right).tokens());
    int prefix = 0;
    while (prefix < a.size() && prefix < b.size() && a.get(prefix).once() && b.get(prefix).once()) {
      if (!a.get(prefix).meets(b.get(prefix))) {
        return BooleanValue.FALSE;
      }
      prefix++;
    }
    // One token of the common prefix stays, so that neither side becomes empty.
    prefix = Math.max(0, prefix - 1);
    int i = a.size() - 1;
    int j = b.size() - 1;
    while (i >= prefix && j >= prefix && a.get(i).once() && b.get(j).once()) {
      if (!a.get(i).meets(b.get(j))) {
        return BooleanValue.FALSE;
      }
      i--;
      j--;
    }
    if (i < a.size() - 1) {
      i++;
      j++;
    }
    return BooleanValue.of(
        new Table(context, a.subList(prefix, i + 1), b.subList(prefix, j + 1)).intersect());
  }

  private static List<Token> simplify(List<Token> tokens) {
    List<Token> result = new ArrayList<>();
    for (Token token : tokens) {
      int last = result.size() - 1;
      if (last >= 0
          && !token.once()
          && !result.get(last).once()
          && token.sameContent(result.get(last))) {
        Flag flag =
            token.flag() == Flag.PLUS || result.get(last).flag() == Flag.PLUS
                ? Flag.PLUS
                : Flag.STAR;
        result.set(last, new Token(token.dot(), token.ranges(), flag));
      } else {
        result.add(token);
      }
    }
    return result;
  }

  /**
   * For each pair of suffixes, whether they intersect when the left pattern's repetition is looked
   * at first, the same for the right one's, and whether the repetition at the head of one can take
   * what follows in the other. Rows are filled from the end; only two are kept.
   */
  private static final class Table {
    private static final int LEFT_FIRST = 0;
    private static final int RIGHT_FIRST = 1;
    private static final int LEFT_STAR = 2;
    private static final int RIGHT_STAR = 3;

    private final BuiltinContext context;
    private final List<Token> a;
    private final List<Token> b;
    private boolean[][] below;
    private boolean[][] row;

    Table(BuiltinContext context, List<Token> a, List<Token> b) {
      this.context = context;
      this.a = a;
      this.b = b;
      this.below = new boolean[4][b.size() + 1];
      this.row = new boolean[4][b.size() + 1];
    }

    boolean intersect() {
      for (int i = a.size(); i >= 0; i--) {
        context.tick(b.size() / 16 + 1);
        for (int j = b.size(); j >= 0; j--) {
          fill(i, j);
        }
        boolean[][] filled = row;
        row = below;
        below = filled;
      }
      return below[LEFT_FIRST][0];
    }

    private void fill(int i, int j) {
      boolean leftEnds = i == a.size();
      boolean rightEnds = j == b.size();
      row[LEFT_STAR][j] = !leftEnds && leftStar(i, j);
      row[RIGHT_STAR][j] = !rightEnds && rightStar(i, j);
      if (leftEnds || rightEnds) {
        row[LEFT_FIRST][j] = leftEnds && rightEnds;
        row[RIGHT_FIRST][j] = leftEnds && rightEnds;
      } else if (a.get(i).once() && b.get(j).once()) {
        boolean meets = a.get(i).meets(b.get(j));
        row[LEFT_FIRST][j] = meets && below[LEFT_FIRST][j + 1];
        row[RIGHT_FIRST][j] = meets && below[RIGHT_FIRST][j + 1];
      } else {
        row[LEFT_FIRST][j] = a.get(i).once() ? takeRight(i, j) : takeLeft(i, j);
        row[RIGHT_FIRST][j] = b.get(j).once() ? takeLeft(i, j) : takeRight(i, j);
      }
    }

    private boolean takeLeft(int i, int j) {
      if (a.get(i).flag() == Flag.STAR) {
        return row[LEFT_STAR][j];
      }
      return a.get(i).meets(b.get(j))
          && (row[LEFT_STAR][j + 1] || (!b.get(j).once() && below[LEFT_FIRST][j]));
    }

    private boolean takeRight(int i, int j) {
      if (b.get(j).flag() == Flag.STAR) {
        return row[RIGHT_STAR][j];
      }
      return b.get(j).meets(a.get(i))
          && (below[RIGHT_STAR][j] || (!a.get(i).once() && row[RIGHT_FIRST][j + 1]));
    }

    private boolean leftStar(int i, int j) {
      boolean last = i + 1 == a.size();
      if (j == b.size()) {
        return last;
      }
      Token next = b.get(j);
      if (!last && next.meets(a.get(i + 1)) && below[LEFT_FIRST][j]) {
        return true;
      }
      return next.meets(a.get(i)) && row[LEFT_STAR][j + 1];
    }

    private boolean rightStar(int i, int j) {
      boolean last = j + 1 == b.size();
      if (i == a.size()) {
        return last;
      }
      Token next = a.get(i);
      if (!last && next.meets(b.get(j + 1)) && row[RIGHT_FIRST][j + 1]) {
        return true;
      }
      return next.meets(b.get(j)) && below[RIGHT_STAR][j];
    }
  }

  /** Reads a pattern. */
  private static final class Tokenizer {
    private final String source;
    private final int[] input;
    private int at;

    Tokenizer(String source) {
      this.source = source;
      this.input = source.codePoints().toArray();
    }

    List<Token> tokens() {
      List<Token> result = new ArrayList<>();
      while (at < input.length) {
        result.add(token());
      }
      return result;
    }

    private Token token() {
      boolean escaped = input[at] == '\\';
      int c = next();
      boolean dot = false;
      List<int[]> ranges = List.of(new int[] {c, c});
      if (!escaped) {
        switch (c) {
          case '.' -> {
            dot = true;
            ranges = List.of();
          }
          case ']' -> throw invalid("set-close ']' with no preceding '['");
          case '+', '*' -> throw invalid("flag '" + (char) c + "' must be preceded by a non-flag");
          case '[' -> ranges = set();
          default -> {}
        }
      }
      return new Token(dot, ranges, flag());
    }

    private Flag flag() {
      if (at < input.length && (input[at] == '+' || input[at] == '*')) {
        return input[at++] == '+' ? Flag.PLUS : Flag.STAR;
      }
      if (at == input.length - 1 && input[at] == '\\') {
        next();
      }
      return Flag.ONCE;
    }

    private List<int[]> set() {
      List<int[]> ranges = new ArrayList<>();
      int previous = -1;
      while (at < input.length) {
        boolean escaped = input[at] == '\\';
        int c = next();
        if (!escaped && c == ']') {
          return merged(ranges);
        }
        if (!escaped && c == '-') {
          ranges.add(new int[] {previous, rangeEnd(previous)});
          previous = -1;
        } else {
          ranges.add(new int[] {c, c});
          previous = c;
        }
      }
      throw invalid("found [ without matching ]");
    }

    private static List<int[]> merged(List<int[]> ranges) {
      ranges.sort(Comparator.comparingInt(range -> range[0]));
      List<int[]> result = new ArrayList<>();
      for (int[] range : ranges) {
        int[] last = result.isEmpty() ? null : result.get(result.size() - 1);
        if (last != null && range[0] <= last[1] + 1) {
          last[1] = Math.max(last[1], range[1]);
        } else {
          result.add(range);
        }
      }
      return result;
    }

    private int rangeEnd(int low) {
      if (low < 0) {
        throw invalid("range character '-' must be preceded by a Unicode character");
      }
      if (at >= input.length - 1) {
        throw invalid("range character '-' must be followed by a Unicode character");
      }
      boolean escaped = input[at] == '\\';
      int high = next();
      if (!escaped && (high == ']' || high == '-')) {
        throw invalid("range character '-' cannot be followed by a special symbol");
      }
      if (high < low) {
        throw invalid(
            "range is out of order: '"
                + Character.toString(high)
                + "' comes before '"
                + Character.toString(low)
                + "' in Unicode");
      }
      return high;
    }

    private int next() {
      int c = input[at];
      if (c == '\\') {
        if (at == input.length - 1) {
          throw invalid("input ends with a \\ (escape) character");
        }
        at++;
        c = input[at];
      }
      at++;
      return c;
    }

    private BuiltinException invalid(String what) {
      return BuiltinException.failed(
          "input:" + source + ", pos:" + at + ", " + what + ": the input provided is invalid");
    }
  }
}
