package dev.portcullis.rego.glob;

import java.util.List;

/** A part of a glob. */
sealed interface GlobNode {
  /** These characters. */
  record Text(String text) implements GlobNode {}

  /** One character that is no delimiter: {@code ?}. */
  record One() implements GlobNode {}

  /** Any number of characters that are no delimiters: {@code *}. */
  record Any() implements GlobNode {}

  /** Any number of characters: {@code **}. */
  record Everything() implements GlobNode {}

  /** One character of, or not of, a list. */
  record OneOf(String characters, boolean negative) implements GlobNode {}

  /** One character within, or not within, a range. */
  record Range(int low, int high, boolean negative) implements GlobNode {}

  /** One of several sequences. */
  record Alternatives(List<List<GlobNode>> branches) implements GlobNode {
    public Alternatives {
      branches = branches.stream().map(List::copyOf).toList();
    }
  }
}
