package dev.portcullis.builtins;

/**
 * A piece of a template.
 *
 * @param kind what it is
 * @param text how it is written; of an error, the message
 * @param position where it starts, in characters
 */
record TemplateToken(Kind kind, String text, int position) {

  /** The kinds of pieces. */
  enum Kind {
    ERROR,
    END_OF_INPUT,
    TEXT,
    LEFT,
    RIGHT,
    SPACE,
    ASSIGN,
    DECLARE,
    PIPE,
    OPEN,
    CLOSE,
    CHARACTER,
    STRING,
    NUMBER,
    RUNE,
    BOOLEAN,
    NIL,
    DOT,
    FIELD,
    VARIABLE,
    IDENTIFIER,
    KEYWORD
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isKeyword(String word) {
    return kind == Kind.KEYWORD && text.equals(word);
  }

  /** Returns how error messages name the piece. */
  String describe() {
    return switch (kind) {
      case END_OF_INPUT -> "EOF";
      case ERROR -> text;
      case KEYWORD, DOT, NIL -> "<" + text + ">";
      default ->
          Text.length(text) > 10
              ? GoQuote.quote(text.substring(0, text.offsetByCodePoints(0, 10))) + "..."
              : GoQuote.quote(text);
    };
  }
}
