package dev.portcullis.rego.regex;

/** A pattern that Go would refuse, with Go's message. It carries no stack trace. */
public final class RegexSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What may be wrong with a pattern. */
  enum Problem {
    INVALID_CLASS_RANGE("invalid character class range"),
    INVALID_ESCAPE("invalid escape sequence"),
    INVALID_NAMED_CAPTURE("invalid named capture"),
    INVALID_PERL_SYNTAX("invalid or unsupported Perl syntax"),
    INVALID_NESTED_REPEAT("invalid nested repetition operator"),
    INVALID_REPEAT_COUNT("invalid repeat count"),
    INVALID_UTF8("invalid UTF-8"),
    MISSING_BRACKET("missing closing ]"),
    MISSING_PARENTHESIS("missing closing )"),
    MISSING_REPEAT_ARGUMENT("missing argument to repetition operator"),
    TRAILING_BACKSLASH("trailing backslash at end of expression"),
    UNEXPECTED_PARENTHESIS("unexpected )"),
    NESTS_TOO_DEEPLY("expression nests too deeply"),
    TOO_LARGE("expression too large");

    private final String text;

    Problem(String text) {
      this.text = text;
    }
  }

  RegexSyntaxException(Problem problem, String part) {
    super("error parsing regexp: " + problem.text + ": `" + part + "`", null, false, false);
  }

  /** Returns the message, never null. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
