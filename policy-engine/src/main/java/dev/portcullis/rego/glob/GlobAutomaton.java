package dev.portcullis.rego.glob;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Decides any glob by following all its possible readings at once, in time proportional to the
 * product of the lengths of glob and text.
 */
final class GlobAutomaton {
  private static final int END = 0;
  private static final int ONE = 1;
  private static final int LOOP = 2;
  private static final int SPLIT = 3;

  /** What a step takes. */
  private interface CharacterTest {
    boolean takes(int c);
  }

  private final CharacterTest notDelimiter;
  private int[] kinds = new int[16];
  private int[] next = new int[16];
  private int[] other = new int[16];
  private CharacterTest[] tests = new CharacterTest[16];
  private int size;
  private final int start;

  GlobAutomaton(List<GlobNode> glob, String delimiters) {
    this.notDelimiter = c -> delimiters.indexOf(c) < 0;
    this.start = compile(glob, emit(END, 0, 0, c -> false));
  }

  private int emit(int kind, int to, int alternative, CharacterTest test) {
    if (size == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * size);
      next = Arrays.copyOf(next, 2 * size);
      other = Arrays.copyOf(other, 2 * size);
      tests = Arrays.copyOf(tests, 2 * size);
    }
    kinds[size] = kind;
    next[size] = to;
    other[size] = alternative;
    tests[size] = test;
    return size++;
  }

  private int compile(List<GlobNode> sequence, int to) {
    int at = to;
    for (int i = sequence.size() - 1; i >= 0; i--) {
      at = compile(sequence.get(i), at);
    }
    return at;
  }

  private int compile(GlobNode node, int to) {
    if (node instanceof GlobNode.Text text) {
      int[] characters = text.text().codePoints().toArray();
      int at = to;
      for (int i = characters.length - 1; i >= 0; i--) {
        int wanted = characters[i];
        at = emit(ONE, at, 0, c -> c == wanted);
      }
      return at;
    }
    if (node instanceof GlobNode.Alternatives alternatives) {
      int at = compile(alternatives.branches().get(0), to);
      for (int i = 1; i < alternatives.branches().size(); i++) {
        at = emit(SPLIT, at, compile(alternatives.branches().get(i), to), c -> false);
      }
      return at;
    }
    if (node instanceof GlobNode.Any) {
      return emit(LOOP, to, 0, notDelimiter);
    }
    if (node instanceof GlobNode.Everything) {
      return emit(LOOP, to, 0, c -> true);
    }
    return emit(ONE, to, 0, test(node));
  }

  private CharacterTest test(GlobNode node) {
    if (node instanceof GlobNode.OneOf list) {
      return c -> (list.characters().indexOf(c) >= 0) != list.negative();
    }
    if (node instanceof GlobNode.Range range) {
      return c -> (range.low() <= c && c <= range.high()) != range.negative();
    }
    return notDelimiter;
  }

  boolean matches(String text) {
    BitSet current = new BitSet(size);
    int[] stack = new int[size + 1];
    close(start, current, stack);
    for (int i = 0; i < text.length() && !current.isEmpty(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      BitSet following = new BitSet(size);
      for (int at = current.nextSetBit(0); at >= 0; at = current.nextSetBit(at + 1)) {
        if ((kinds[at] == ONE || kinds[at] == LOOP) && tests[at].takes(c)) {
          close(kinds[at] == ONE ? next[at] : at, following, stack);
        }
      }
      current = following;
    }
    return current.get(END);
  }

  /** Adds what {@code from} reaches without a character. */
  private void close(int from, BitSet states, int[] stack) {
    int depth = push(from, states, stack, 0);
    while (depth > 0) {
      int at = stack[--depth];
      if (kinds[at] == LOOP || kinds[at] == SPLIT) {
        depth = push(next[at], states, stack, depth);
      }
      if (kinds[at] == SPLIT) {
        depth = push(other[at], states, stack, depth);
      }
    }
  }

  private static int push(int at, BitSet states, int[] stack, int depth) {
    if (states.get(at)) {
      return depth;
    }
    states.set(at);
    stack[depth] = at;
    return depth + 1;
  }
}
