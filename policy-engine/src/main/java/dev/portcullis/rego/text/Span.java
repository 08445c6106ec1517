package dev.portcullis.rego.text;

import dev.portcullis.api.diagnostic.Location;

/**
 * A stretch of a source text.
 *
 * @param source the text
 * @param start the first offset
 * @param end the offset after the last
 */
public record Span(SourceText source, int start, int end) {
  private static final SourceText NOWHERE = new SourceText("", "");

  /** The span of what no source says. */
  public static final Span NONE = new Span(NOWHERE, 0, 0);

  /** Returns the row of the start, from 1. */
  public int row() {
    return source.row(start);
  }

  /** Returns the column of the start, from 1. */
  public int column() {
    return source.column(start);
  }

  /** Returns the place of the start. */
  public Location location() {
    return source.location(start);
  }

  /** Returns the text of the span. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** Returns the span from this one's start to {@code last}'s end. */
  public Span to(Span last) {
    return new Span(source, start, Math.max(end, last.end));
  }

  /**
   * Spans say where a tree came from, not what it is: all are equal, so that trees compare by their
   * meaning.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Span;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
