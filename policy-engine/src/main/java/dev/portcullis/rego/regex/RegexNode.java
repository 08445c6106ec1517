package dev.portcullis.rego.regex;

import java.util.List;

/** A parsed pattern. Flags are gone: case folding and the meaning of {@code .} are in the sets. */
sealed interface RegexNode {
  /** The unbounded maximum of a {@link Repeat}. */
  int UNBOUNDED = -1;

  /** One code point of a set. */
  record Chars(CodePoints set) implements RegexNode {}

  /** A test of the place between two code points. */
  record Assertion(Place place) implements RegexNode {}

  /** One after the other; the empty list matches the empty string. */
  record Sequence(List<RegexNode> parts) implements RegexNode {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of several, the first preferred. */
  record Alternatives(List<RegexNode> branches) implements RegexNode {
    public Alternatives {
      branches = List.copyOf(branches);
    }
  }

  /** A repetition. */
  record Repeat(RegexNode part, int min, int max, boolean greedy) implements RegexNode {}

  /** A capturing group. */
  record Group(int index, RegexNode part) implements RegexNode {}

  /** The places that a pattern can ask for. */
  enum Place {
    BEGIN_TEXT,
    END_TEXT,
    BEGIN_LINE,
    END_LINE,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY
  }
}
