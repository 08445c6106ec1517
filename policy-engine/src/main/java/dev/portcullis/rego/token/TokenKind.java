package dev.portcullis.rego.token;

import java.util.Map;

/** The kinds of tokens, with the names that error messages give them. */
public enum TokenKind {
  /** What is no token at all, or a token with an error in it. */
  ILLEGAL("illegal"),
  /** The end of the text. */
  EOF("eof"),
  /** Blanks and line ends, where a caller asks for them. */
  WHITESPACE("whitespace"),
  /** A name. */
  IDENT("identifier"),

  PACKAGE("package"),
  IMPORT("import"),
  AS("as"),
  DEFAULT("default"),
  ELSE("else"),
  NOT("not"),
  SOME("some"),
  WITH("with"),
  NULL("null"),
  TRUE("true"),
  FALSE("false"),
  IN("in"),
  EVERY("every"),
  CONTAINS("contains"),
  IF("if"),
  LOGICAL_AND("and"),
  LOGICAL_OR("or"),

  /** An unsigned number. */
  NUMBER("number"),
  /** A string in double quotes or back quotes. */
  STRING("string"),
  /** The text of a template string up to an expression. */
  TEMPLATE_PART("template-string-part"),
  /** The text of a template string up to its end. */
  TEMPLATE_END("template-string-end"),
  /** The text of a template string in back quotes up to an expression. */
  RAW_TEMPLATE_PART("raw-template-string-part"),
  /** The text of a template string in back quotes up to its end. */
  RAW_TEMPLATE_END("raw-template-string-end"),

  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  LEFT_PAREN("("),
  RIGHT_PAREN(")"),
  COMMA(","),
  COLON(":"),
  DOT("."),
  SEMICOLON(";"),

  PLUS("plus"),
  MINUS("minus"),
  MUL("mul"),
  DIV("div"),
  REM("rem"),
  AND("and"),
  OR("or"),
  UNIFY("eq"),
  EQUAL("equal"),
  ASSIGN("assign"),
  NOT_EQUAL("neq"),
  GREATER("gt"),
  LESS("lt"),
  GREATER_EQUAL("gte"),
  LESS_EQUAL("lte");

  /** The words that are keywords in every version of the language. */
  public static final Map<String, TokenKind> KEYWORDS =
      Map.ofEntries(
          Map.entry("package", PACKAGE),
          Map.entry("import", IMPORT),
          Map.entry("as", AS),
          Map.entry("default", DEFAULT),
          Map.entry("else", ELSE),
          Map.entry("not", NOT),
          Map.entry("some", SOME),
          Map.entry("with", WITH),
          Map.entry("null", NULL),
          Map.entry("true", TRUE),
          Map.entry("false", FALSE));

  /** The words that became keywords with version 1 and must be imported before. */
  public static final Map<String, TokenKind> V1_KEYWORDS =
      Map.of("in", IN, "every", EVERY, "contains", CONTAINS, "if", IF);

  /** The words that are keywords, or mean something else, only when they are imported. */
  public static final Map<String, TokenKind> FUTURE_KEYWORDS =
      Map.of("not", NOT, "and", LOGICAL_AND, "or", LOGICAL_OR);

  private final String text;

  TokenKind(String text) {
    this.text = text;
  }

  /** Returns the name of the kind in messages; for infix operators also that of their builtin. */
  public String text() {
    return text;
  }

  /** Returns whether messages call the token a keyword. */
  public boolean isKeyword() {
    return compareTo(PACKAGE) >= 0 && compareTo(LOGICAL_OR) <= 0;
  }
}
