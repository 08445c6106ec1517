package dev.portcullis.rego.regex;

import dev.portcullis.rego.regex.RegexNode.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a text contains a match, in one pass over it. States are sets of instructions,
 * made when a text first leads to them. Threads share them: a state is immutable but for its
 * transitions, and a transition that one thread does not see yet it computes again.
 */
final class LazyDfa {
  /**
   * Transitions and instructions kept before all states are forgotten; the pass then goes on from
   * where it is.
   */
  private static final int MAX_WEIGHT = 1 << 16;

  /** What Go reads in place of each byte that is not UTF-8. */
  private static final int REPLACEMENT = 0xFFFD;

  private final NfaProgram program;
  private final int classes;
  private final Map<Key, State> states = new HashMap<>();
  private final State match = new State(new int[0], Before.OTHER, 0);
  private final State dead = new State(new int[0], Before.OTHER, 0);
  private final State first;
  private int weight;

  /** What came before a place. */
  private enum Before {
    TEXT_START,
    NEWLINE,
    WORD,
    OTHER
  }

  private record Key(int hash, int[] instructions, Before before) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that
          && before == that.before
          && Arrays.equals(instructions, that.instructions);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private static final class State {
    final int[] instructions;
    final Before before;
    final @Nullable State[] next;

    State(int[] instructions, Before before, int transitions) {
      this.instructions = instructions;
      this.before = before;
      this.next = new State[transitions];
    }
  }

  LazyDfa(NfaProgram program) {
    this.program = program;
    this.classes = program.classes();
    this.first = state(new int[] {program.start()}, Before.TEXT_START);
  }

  /** Returns whether {@code text} contains a match. */
  boolean matches(String text) {
    State state = first;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int c = text.charAt(i);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        c = text.codePointAt(i);
        if (c > 0xFFFF) {
          i++;
        } else {
          c = REPLACEMENT;
        }
      }
      int charClass = program.classOf(c);
      State next = state.next[charClass];
      if (next == null) {
        next = step(state, charClass);
      }
      if (next == match) {
        return true;
      }
      if (next == dead) {
        return false;
      }
      state = next;
    }
    State end = state.next[classes];
    return (end == null ? step(state, classes) : end) == match;
  }

  /** Computes a transition; the class beyond the last stands for the end of the text. */
  private State step(State from, int charClass) {
    boolean atEnd = charClass == classes;
    int[] reached = new int[program.size()];
    int count = close(from, charClass, reached);
    State to;
    if (count < 0) {
      to = match;
    } else if (atEnd) {
      to = dead;
    } else {
      to = advance(reached, count, charClass);
    }
    from.next[charClass] = to;
    return to;
  }

  private State advance(int[] reached, int count, int charClass) {
    int[] instructions = new int[count + 1];
    int size = 0;
    for (int i = 0; i < count; i++) {
      if (program.takes(reached[i], charClass)) {
        instructions[size++] = program.next(reached[i]);
      }
    }
    if (!program.anchored()) {
      instructions[size++] = program.start();
    }
    if (size == 0) {
      return dead;
    }
    int[] sorted = Arrays.stream(instructions, 0, size).sorted().distinct().toArray();
    Before before = Before.OTHER;
    if (program.looksAround()) {
      before =
          program.isNewline(charClass)
              ? Before.NEWLINE
              : program.isWord(charClass) ? Before.WORD : Before.OTHER;
    }
    return state(sorted, before);
  }

  /**
   * Follows what takes no character, and collects the instructions that do; returns their number,
   * or -1 if a match is among what is reached.
   */
  private int close(State from, int charClass, int[] reached) {
    boolean[] seen = new boolean[program.size()];
    int[] stack = new int[program.size() + from.instructions.length];
    int depth = 0;
    for (int instruction : from.instructions) {
      seen[instruction] = true;
      stack[depth++] = instruction;
    }
    int count = 0;
    while (depth > 0) {
      int at = stack[--depth];
      switch (program.kind(at)) {
        case NfaProgram.MATCH -> {
          return -1;
        }
        case NfaProgram.CHARS -> reached[count++] = at;
        case NfaProgram.SPLIT -> {
          depth = push(program.next(at), seen, stack, depth);
          depth = push(program.other(at), seen, stack, depth);
        }
        default -> {
          if (holds(program.place(at), from.before, charClass)) {
            depth = push(program.next(at), seen, stack, depth);
          }
        }
      }
    }
    return count;
  }

  private static int push(int instruction, boolean[] seen, int[] stack, int depth) {
    if (seen[instruction]) {
      return depth;
    }
    seen[instruction] = true;
    stack[depth] = instruction;
    return depth + 1;
  }

  private boolean holds(Place place, Before before, int charClass) {
    boolean atEnd = charClass == classes;
    return switch (place) {
      case BEGIN_TEXT -> before == Before.TEXT_START;
      case END_TEXT -> atEnd;
      case BEGIN_LINE -> before == Before.TEXT_START || before == Before.NEWLINE;
      case END_LINE -> atEnd || program.isNewline(charClass);
      case WORD_BOUNDARY -> isWordBoundary(before, charClass);
      case NO_WORD_BOUNDARY -> !isWordBoundary(before, charClass);
    };
  }

  private boolean isWordBoundary(Before before, int charClass) {
    return (before == Before.WORD) != (charClass != classes && program.isWord(charClass));
  }

  private State state(int[] instructions, Before before) {
    Key key = new Key(31 * Arrays.hashCode(instructions) + before.hashCode(), instructions, before);
    synchronized (states) {
      State known = states.get(key);
      if (known == null) {
        weight += classes + instructions.length;
        if (weight > MAX_WEIGHT) {
          states.clear();
          weight = classes + instructions.length;
        }
        known = new State(instructions, before, classes + 1);
        states.put(key, known);
      }
      return known;
    }
  }
}
