package dev.portcullis.rego.token;

import dev.portcullis.rego.text.SourceText;
import dev.portcullis.rego.text.Span;
import java.util.List;

/**
 * The tokens of a text.
 *
 * @param source the text
 * @param tokens its tokens; the last is {@link TokenKind#EOF}
 * @param comments the stretches of its comments, each from its {@code #} to the end of the line
 * @param nesting how deep its brackets nest
 */
public record TokenList(SourceText source, List<Token> tokens, List<Span> comments, int nesting) {
  /** Copies the lists. */
  public TokenList {
    tokens = List.copyOf(tokens);
    comments = List.copyOf(comments);
  }
}
