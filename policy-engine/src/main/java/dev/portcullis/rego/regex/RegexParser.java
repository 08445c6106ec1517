package dev.portcullis.rego.regex;

import dev.portcullis.rego.regex.RegexNode.Place;
import dev.portcullis.rego.regex.RegexSyntaxException.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads patterns as Go's {@code regexp/syntax} does with its Perl flags. It keeps a stack of its
 * own, and bounds nesting and size, so that no pattern exhausts the thread's stack or memory.
 */
final class RegexParser {
  private static final int MAX_REPEAT = 1000;
  private static final int MAX_HEIGHT = 1000;
  private static final long MAX_SIZE = (128 << 20) / 40;

  private static final int FOLD_CASE = 1;
  private static final int MULTI_LINE = 2;
  private static final int DOT_NEWLINE = 4;
  private static final int NON_GREEDY = 8;

  /** A node with what the limits ask about it. */
  private record Item(RegexNode node, int height, long size, int maxRepeat) {}

  /** An open group. */
  private static final class Frame {
    final int savedFlags;
    final int group;
    final List<Item> branches = new ArrayList<>();
    List<Item> sequence = new ArrayList<>();

    Frame(int savedFlags, int group) {
      this.savedFlags = savedFlags;
      this.group = group;
    }
  }

  private final String source;
  private final RegexScanner in;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final List<@Nullable String> groupNames = new ArrayList<>();
  private int flags;
  private int lastRepeat = -1;

  private RegexParser(String source) {
    this.source = source;
    this.in = new RegexScanner(source);
    groupNames.add(null);
  }

  /**
   * What a pattern means.
   *
   * @param root the whole pattern
   * @param groupNames the names of the groups by index, null for those without
   * @param size about how many instructions a program for it has
   */
  record Parsed(RegexNode root, List<@Nullable String> groupNames, long size) {}

  /** Parses {@code pattern}. */
  static Parsed parse(String pattern) throws RegexSyntaxException {
    return new RegexParser(pattern).run();
  }

  private Parsed run() throws RegexSyntaxException {
    in.checkText();
    frames.push(new Frame(0, -1));
    while (!in.atEnd()) {
      int repeat = in.position();
      boolean wasRepeat = step();
      lastRepeat = wasRepeat ? repeat : -1;
    }
    if (frames.size() > 1) {
      throw new RegexSyntaxException(Problem.MISSING_PARENTHESIS, source);
    }
    Item root = close(frames.getFirst());
    return new Parsed(root.node(), groupNames, root.size());
  }

  /** Reads one token; returns whether it was a repetition operator. */
  private boolean step() throws RegexSyntaxException {
    char c = in.current();
    switch (c) {
      case '(' -> open();
      case '|' -> {
        Frame frame = frames.getFirst();
        frame.branches.add(sequence(frame.sequence));
        frame.sequence = new ArrayList<>();
        in.skip(1);
      }
      case ')' -> closeGroup();
      case '^' -> {
        in.skip(1);
        push(has(MULTI_LINE) ? Place.BEGIN_LINE : Place.BEGIN_TEXT);
      }
      case '$' -> {
        in.skip(1);
        push(has(MULTI_LINE) ? Place.END_LINE : Place.END_TEXT);
      }
      case '.' -> {
        in.skip(1);
        push(has(DOT_NEWLINE) ? CodePoints.ALL : CodePoints.NOT_NEWLINE);
      }
      case '[' -> push(in.readClass(has(FOLD_CASE)));
      case '*', '+', '?' -> {
        int start = in.position();
        in.skip(1);
        repeat(c == '+' ? 1 : 0, c == '?' ? 1 : RegexNode.UNBOUNDED, start);
        return true;
      }
      case '{' -> {
        return braces();
      }
      case '\\' -> escape();
      default -> literal(in.next());
    }
    return false;
  }

  private boolean has(int flag) {
    return (flags & flag) != 0;
  }

  private void push(Place place) {
    push(new Item(new RegexNode.Assertion(place), 1, 1, 1));
  }

  private void push(CodePoints set) {
    push(new Item(new RegexNode.Chars(set), 1, 1, 1));
  }

  private void push(Item item) {
    frames.getFirst().sequence.add(item);
  }

  private void literal(int c) {
    push(has(FOLD_CASE) ? CaseFolding.of(c) : CodePoints.range(c, c));
  }

  private void open() throws RegexSyntaxException {
    if (in.startsWith("(?")) {
      RegexScanner.GroupStart start = in.readGroupStart();
      if (start.name() != null) {
        groupNames.add(start.name());
        frames.push(new Frame(flags, groupNames.size() - 1));
      } else {
        int changed = apply(start);
        if (start.opens()) {
          frames.push(new Frame(flags, -1));
        }
        flags = changed;
      }
      return;
    }
    in.skip(1);
    groupNames.add(null);
    frames.push(new Frame(flags, groupNames.size() - 1));
  }

  private int apply(RegexScanner.GroupStart start) {
    return (flags | mask(start.set())) & ~mask(start.cleared());
  }

  private static int mask(String letters) {
    int mask = 0;
    for (int i = 0; i < letters.length(); i++) {
      mask |=
          switch (letters.charAt(i)) {
            case 'i' -> FOLD_CASE;
            case 'm' -> MULTI_LINE;
            case 's' -> DOT_NEWLINE;
            default -> NON_GREEDY;
          };
    }
    return mask;
  }

  private void closeGroup() throws RegexSyntaxException {
    if (frames.size() == 1) {
      throw new RegexSyntaxException(Problem.UNEXPECTED_PARENTHESIS, source);
    }
    in.skip(1);
    Frame frame = frames.pop();
    Item content = close(frame);
    flags = frame.savedFlags;
    push(
        frame.group < 0
            ? content
            : limited(
                new RegexNode.Group(frame.group, content.node()),
                content.height() + 1,
                content.size() + 2,
                content.maxRepeat()));
  }

  private Item close(Frame frame) throws RegexSyntaxException {
    Item last = sequence(frame.sequence);
    if (frame.branches.isEmpty()) {
      return last;
    }
    frame.branches.add(last);
    List<RegexNode> nodes = frame.branches.stream().map(Item::node).toList();
    return combined(new RegexNode.Alternatives(nodes), frame.branches);
  }

  private Item sequence(List<Item> items) throws RegexSyntaxException {
    if (items.size() == 1) {
      return items.get(0);
    }
    List<RegexNode> nodes = items.stream().map(Item::node).toList();
    return combined(new RegexNode.Sequence(nodes), items);
  }

  private Item combined(RegexNode node, List<Item> parts) throws RegexSyntaxException {
    int height = 0;
    long size = parts.size();
    int maxRepeat = 1;
    for (Item part : parts) {
      height = Math.max(height, part.height());
      size += part.size();
      maxRepeat = Math.max(maxRepeat, part.maxRepeat());
    }
    return limited(node, height + 1, size, maxRepeat);
  }

  private Item limited(RegexNode node, int height, long size, int maxRepeat)
      throws RegexSyntaxException {
    if (height > MAX_HEIGHT) {
      throw new RegexSyntaxException(Problem.NESTS_TOO_DEEPLY, source);
    }
    if (size > MAX_SIZE) {
      throw new RegexSyntaxException(Problem.TOO_LARGE, source);
    }
    return new Item(node, height, size, maxRepeat);
  }

  private boolean braces() throws RegexSyntaxException {
    int start = in.position();
    RegexScanner.Counts counts = in.readCounts();
    if (counts == null) {
      in.skip(1);
      literal('{');
      return false;
    }
    int min = counts.min();
    int max = counts.max();
    if (min > MAX_REPEAT || max > MAX_REPEAT || (max >= 0 && min > max)) {
      throw new RegexSyntaxException(Problem.INVALID_REPEAT_COUNT, in.since(start));
    }
    repeat(min, max, start);
    return true;
  }

  private void repeat(int min, int max, int start) throws RegexSyntaxException {
    boolean lazy = !in.atEnd() && in.current() == '?';
    if (lazy) {
      in.skip(1);
    }
    if (lastRepeat >= 0) {
      throw new RegexSyntaxException(Problem.INVALID_NESTED_REPEAT, in.since(lastRepeat));
    }
    List<Item> sequence = frames.getFirst().sequence;
    if (sequence.isEmpty()) {
      throw new RegexSyntaxException(Problem.MISSING_REPEAT_ARGUMENT, in.since(start));
    }
    Item part = sequence.remove(sequence.size() - 1);
    boolean counted = min >= 2 || max >= 2;
    long times = max < 0 ? Math.max(min, 1) : max;
    long repeats = counted ? times * part.maxRepeat() : part.maxRepeat();
    if (counted && repeats > MAX_REPEAT) {
      throw new RegexSyntaxException(Problem.INVALID_REPEAT_COUNT, in.since(start));
    }
    boolean greedy = lazy == has(NON_GREEDY);
    long size = Math.max(times, 1) * (part.size() + 1) + 1;
    sequence.add(
        limited(
            new RegexNode.Repeat(part.node(), min, max, greedy),
            part.height() + 1,
            size,
            (int) Math.max(1, max == 0 ? 1 : repeats)));
  }

  private void escape() throws RegexSyntaxException {
    Place place = in.readPlace();
    if (place != null) {
      push(place);
    } else if (in.startsWith("\\Q")) {
      String text = in.readQuoted();
      text.codePoints().forEach(this::literal);
    } else {
      CodePoints set = in.readEscapedClass(has(FOLD_CASE));
      if (set != null) {
        push(set);
      } else {
        literal(in.readEscape());
      }
    }
  }
}
