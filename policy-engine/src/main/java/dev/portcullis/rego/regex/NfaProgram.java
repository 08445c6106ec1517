package dev.portcullis.rego.regex;

import dev.portcullis.rego.regex.RegexNode.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A pattern as an automaton of small instructions. Code points are grouped into classes that no
 * instruction tells apart.
 */
final class NfaProgram {
  static final int MATCH = 0;
  static final int CHARS = 1;
  static final int SPLIT = 2;
  static final int ASSERT = 3;

  private static final int ASCII = 128;

  private int[] kinds = new int[16];
  private int[] next = new int[16];
  private int[] other = new int[16];
  private CodePoints[] sets = new CodePoints[16];
  private Place[] places = new Place[16];
  private int size;

  private final int start;
  private final boolean anchored;
  private final boolean looksAround;
  private final int[] classStarts;
  private final short[] asciiClasses = new short[ASCII];
  private final boolean[] wordClasses;
  private final boolean[][] members;

  private NfaProgram(RegexNode root) {
    int match = emit(MATCH, 0, 0);
    this.start = compile(root, match);
    this.anchored = startsAtBegin(root);
    boolean lines = false;
    for (int i = 0; i < size; i++) {
      lines |= kinds[i] == ASSERT && places[i] != Place.BEGIN_TEXT && places[i] != Place.END_TEXT;
    }
    this.looksAround = lines;
    this.classStarts = classStarts();
    for (int c = 0; c < ASCII; c++) {
      asciiClasses[c] = (short) search(c);
    }
    this.wordClasses = new boolean[classes()];
    for (int k = 0; k < classes(); k++) {
      wordClasses[k] = CodePoints.WORD.contains(classStarts[k]);
    }
    this.members = new boolean[size][];
    Map<CodePoints, boolean[]> shared = new HashMap<>();
    for (int i = 0; i < size; i++) {
      if (kinds[i] == CHARS) {
        members[i] = shared.computeIfAbsent(sets[i], this::membership);
      }
    }
  }

  private boolean[] membership(CodePoints set) {
    boolean[] result = new boolean[classes()];
    for (int k = 0; k < result.length; k++) {
      result[k] = set.contains(classStarts[k]);
    }
    return result;
  }

  static NfaProgram of(RegexNode root) {
    return new NfaProgram(root);
  }

  private int emit(int kind, int to, int alternative) {
    if (size == kinds.length) {
      int capacity = 2 * size;
      kinds = Arrays.copyOf(kinds, capacity);
      next = Arrays.copyOf(next, capacity);
      other = Arrays.copyOf(other, capacity);
      sets = Arrays.copyOf(sets, capacity);
      places = Arrays.copyOf(places, capacity);
    }
    kinds[size] = kind;
    next[size] = to;
    other[size] = alternative;
    return size++;
  }

  /** Emits {@code node} so that it goes on at {@code to}; returns where it begins. */
  private int compile(RegexNode node, int to) {
    if (node instanceof RegexNode.Chars chars) {
      int at = emit(CHARS, to, 0);
      sets[at] = chars.set();
      return at;
    }
    if (node instanceof RegexNode.Assertion assertion) {
      int at = emit(ASSERT, to, 0);
      places[at] = assertion.place();
      return at;
    }
    if (node instanceof RegexNode.Sequence sequence) {
      int at = to;
      for (int i = sequence.parts().size() - 1; i >= 0; i--) {
        at = compile(sequence.parts().get(i), at);
      }
      return at;
    }
    if (node instanceof RegexNode.Alternatives alternatives) {
      List<RegexNode> branches = alternatives.branches();
      int at = compile(branches.get(branches.size() - 1), to);
      for (int i = branches.size() - 2; i >= 0; i--) {
        at = emit(SPLIT, compile(branches.get(i), to), at);
      }
      return at;
    }
    if (node instanceof RegexNode.Group group) {
      return compile(group.part(), to);
    }
    return repeat((RegexNode.Repeat) node, to);
  }

  private int repeat(RegexNode.Repeat repeat, int to) {
    int at = to;
    if (repeat.max() == RegexNode.UNBOUNDED) {
      int loop = emit(SPLIT, 0, to);
      int body = compile(repeat.part(), loop);
      next[loop] = body;
      at = loop;
    } else {
      for (int i = repeat.min(); i < repeat.max(); i++) {
        at = emit(SPLIT, compile(repeat.part(), at), to);
      }
    }
    for (int i = 0; i < repeat.min(); i++) {
      at = compile(repeat.part(), at);
    }
    return at;
  }

  private static boolean startsAtBegin(RegexNode node) {
    if (node instanceof RegexNode.Assertion assertion) {
      return assertion.place() == Place.BEGIN_TEXT;
    }
    if (node instanceof RegexNode.Sequence sequence) {
      return !sequence.parts().isEmpty() && startsAtBegin(sequence.parts().get(0));
    }
    if (node instanceof RegexNode.Alternatives alternatives) {
      return alternatives.branches().stream().allMatch(NfaProgram::startsAtBegin);
    }
    return node instanceof RegexNode.Group group && startsAtBegin(group.part());
  }

  private int[] classStarts() {
    TreeSet<Integer> starts = new TreeSet<>();
    starts.add(0);
    for (int i = 0; i < size; i++) {
      if (kinds[i] == CHARS) {
        addStarts(starts, sets[i]);
      }
    }
    if (looksAround) {
      addStarts(starts, CodePoints.WORD);
      addStarts(starts, CodePoints.range('\n', '\n'));
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void addStarts(Set<Integer> starts, CodePoints set) {
    for (int i = 0; i < set.ranges(); i++) {
      starts.add(set.low(i));
      if (set.high(i) < CodePoints.MAX) {
        starts.add(set.high(i) + 1);
      }
    }
  }

  private int search(int c) {
    int at = Arrays.binarySearch(classStarts, c);
    return at >= 0 ? at : -at - 2;
  }

  /** Returns the number of classes of code points. */
  int classes() {
    return classStarts.length;
  }

  /** Returns the class of {@code c}. */
  int classOf(int c) {
    return c < ASCII ? asciiClasses[c] : search(c);
  }

  /**
   * Returns whether the members of the class are word characters; known if {@link #looksAround}.
   */
  boolean isWord(int charClass) {
    return wordClasses[charClass];
  }

  /** Returns whether the class is that of the newline; known if {@link #looksAround}. */
  boolean isNewline(int charClass) {
    return classStarts[charClass] == '\n';
  }

  int size() {
    return size;
  }

  int start() {
    return start;
  }

  /** Returns whether every match begins at the beginning of the text. */
  boolean anchored() {
    return anchored;
  }

  /** Returns whether there are assertions about lines or words. */
  boolean looksAround() {
    return looksAround;
  }

  int kind(int instruction) {
    return kinds[instruction];
  }

  int next(int instruction) {
    return next[instruction];
  }

  int other(int instruction) {
    return other[instruction];
  }

  Place place(int instruction) {
    return places[instruction];
  }

  boolean takes(int instruction, int charClass) {
    return members[instruction][charClass];
  }
}
