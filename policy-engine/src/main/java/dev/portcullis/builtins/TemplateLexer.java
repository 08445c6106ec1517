package dev.portcullis.builtins;

import dev.portcullis.builtins.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a template of Go's {@code text/template} into pieces. */
final class TemplateLexer {
  private static final Set<String> KEYWORDS =
      Set.of(
          "block", "break", "continue", "define", "else", "end", "if", "range", "template", "with");

  private final String input;
  private final List<TemplateToken> tokens = new ArrayList<>();
  private int at;
  private int parentheses;
  private boolean failed;

  private TemplateLexer(String input) {
    this.input = input;
  }

  /** Returns the pieces; the last one is the end of the input or an error. */
  static List<TemplateToken> tokens(String input) {
    TemplateLexer lexer = new TemplateLexer(input);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (!failed && at < input.length()) {
      int left = input.indexOf("{{", at);
      if (left < 0) {
        add(Kind.TEXT, at, input.length());
        at = input.length();
        break;
      }
      boolean trim = isTrimMarkerAfter(left + 2);
      int end = left;
      while (trim && end > at && isSpace(input.charAt(end - 1))) {
        end--;
      }
      if (end > at) {
        add(Kind.TEXT, at, end);
      }
      at = left + (trim ? 4 : 2);
      // The space behind the marker belongs to the action, but comments follow it at once.
      if (input.startsWith("/*", trim ? left + 4 : left + 2)) {
        comment();
      } else {
        at = left + (trim ? 4 : 2);
        tokens.add(new TemplateToken(Kind.LEFT, "{{", left));
        action();
      }
    }
    if (!failed) {
      tokens.add(new TemplateToken(Kind.END_OF_INPUT, "", input.length()));
    }
  }

  private boolean isTrimMarkerAfter(int position) {
    return position + 1 < input.length()
        && input.charAt(position) == '-'
        && isSpace(input.charAt(position + 1));
  }

  private void comment() {
    int end = input.indexOf("*/", at + 2);
    if (end < 0) {
      fail("unclosed comment", at);
      return;
    }
    at = end + 2;
    if (!right(false)) {
      fail("comment ends before closing delimiter", at);
    }
  }

  /** Passes the end of an action, if it is here. */
  private boolean right(boolean emit) {
    boolean trim =
        at + 1 < input.length()
            && isSpace(input.charAt(at))
            && input.charAt(at + 1) == '-'
            && input.startsWith("}}", at + 2);
    int start = trim ? at + 2 : at;
    if (!input.startsWith("}}", start)) {
      return false;
    }
    if (emit) {
      tokens.add(new TemplateToken(Kind.RIGHT, "}}", start));
    }
    at = start + 2;
    while (trim && at < input.length() && isSpace(input.charAt(at))) {
      at++;
    }
    return true;
  }

  private void action() {
    parentheses = 0;
    while (!failed) {
      if (atRight()) {
        if (parentheses > 0) {
          fail("unclosed left paren", at);
        } else {
          right(true);
        }
        return;
      }
      if (at >= input.length()) {
        fail("unclosed action", at);
        return;
      }
      inside(input.codePointAt(at));
    }
  }

  private boolean atRight() {
    return input.startsWith("}}", at)
        || (at < input.length() && isSpace(input.charAt(at)) && input.startsWith("-}}", at + 1));
  }

  private void inside(int c) {
    int start = at;
    if (isSpace((char) c) && c < 0x80) {
      while (at < input.length() && isSpace(input.charAt(at)) && !(at > start && atRight())) {
        at++;
      }
      add(Kind.SPACE, start, at);
      return;
    }
    switch (c) {
      case '=' -> single(Kind.ASSIGN);
      case '|' -> single(Kind.PIPE);
      case ':' -> {
        if (input.startsWith(":=", at)) {
          at += 2;
          add(Kind.DECLARE, start, at);
        } else {
          fail("expected :=", at);
        }
      }
      case '(' -> {
        parentheses++;
        single(Kind.OPEN);
      }
      case ')' -> {
        if (--parentheses < 0) {
          fail("unexpected right paren", at);
        } else {
          single(Kind.CLOSE);
        }
      }
      case '"' -> quoted('"', Kind.STRING, "unterminated quoted string");
      case '\'' -> quoted('\'', Kind.RUNE, "unterminated character constant");
      case '`' -> raw();
      case '$' -> name(Kind.VARIABLE);
      default -> wordOrNumber(c);
    }
  }

  private void wordOrNumber(int c) {
    boolean digitNext =
        at + 1 < input.length() && input.charAt(at + 1) >= '0' && input.charAt(at + 1) <= '9';
    if (c == '.' && !digitNext) {
      name(Kind.FIELD);
    } else if (c == '.' || c == '+' || c == '-' || (c >= '0' && c <= '9')) {
      number();
    } else if (isAlphanumeric(c)) {
      name(Kind.IDENTIFIER);
    } else if (c > 0x20 && c < 0x7F) {
      single(Kind.CHARACTER);
    } else {
      fail("unrecognized character in action: " + unicode(c), at);
    }
  }

  private static String unicode(int c) {
    StringBuilder out = new StringBuilder();
    GoVerb verb = new GoVerb(out);
    verb.flag('#');
    verb.print(new GoArgument.Whole(c, "int32"), 'U');
    return out.toString();
  }

  private void single(Kind kind) {
    add(kind, at, at + 1);
    at++;
  }

  private void quoted(char quote, Kind kind, String problem) {
    int start = at++;
    while (at < input.length() && input.charAt(at) != quote && input.charAt(at) != '\n') {
      if (input.charAt(at) == '\\') {
        at++;
        if (at < input.length() && input.charAt(at) == '\n') {
          break;
        }
      }
      at++;
    }
    if (at >= input.length() || input.charAt(at) != quote) {
      fail(problem, start);
      return;
    }
    at++;
    add(kind, start, at);
  }

  private void raw() {
    int end = input.indexOf('`', at + 1);
    if (end < 0) {
      fail("unterminated raw quoted string", at);
      return;
    }
    add(Kind.STRING, at, end + 1);
    at = end + 1;
  }

  private void name(Kind kind) {
    int start = at;
    if (kind != Kind.IDENTIFIER) {
      at++;
    }
    while (at < input.length() && isAlphanumeric(input.codePointAt(at))) {
      at += Character.charCount(input.codePointAt(at));
    }
    if (!atTerminator()) {
      fail("bad character " + unicode(input.codePointAt(at)), start);
      return;
    }
    String word = input.substring(start, at);
    Kind actual =
        switch (kind) {
          case FIELD -> word.length() == 1 ? Kind.DOT : Kind.FIELD;
          case IDENTIFIER ->
              KEYWORDS.contains(word)
                  ? Kind.KEYWORD
                  : word.equals("nil")
                      ? Kind.NIL
                      : word.equals("true") || word.equals("false")
                          ? Kind.BOOLEAN
                          : Kind.IDENTIFIER;
          default -> kind;
        };
    tokens.add(new TemplateToken(actual, word, start));
  }

  private boolean atTerminator() {
    if (at >= input.length() || input.startsWith("}}", at)) {
      return true;
    }
    char c = input.charAt(at);
    return isSpace(c) || c == '.' || c == ',' || c == '|' || c == ':' || c == ')' || c == '(';
  }

  private void number() {
    int start = at;
    accept("+-");
    String digits = "0123456789_";
    boolean hexadecimal = false;
    boolean decimal = true;
    if (accept("0")) {
      if (accept("xX")) {
        digits = "0123456789abcdefABCDEF_";
        hexadecimal = true;
        decimal = false;
      } else if (accept("oO")) {
        digits = "01234567_";
        decimal = false;
      } else if (accept("bB")) {
        digits = "01_";
        decimal = false;
      }
    }
    acceptAll(digits);
    if (accept(".")) {
      acceptAll(digits);
    }
    if ((decimal && accept("eE")) || (hexadecimal && accept("pP"))) {
      accept("+-");
      acceptAll("0123456789_");
    }
    accept("i");
    if (at < input.length() && isAlphanumeric(input.codePointAt(at))) {
      at += Character.charCount(input.codePointAt(at));
      fail("bad number syntax: " + GoQuote.quote(input.substring(start, at)), start);
      return;
    }
    add(Kind.NUMBER, start, at);
  }

  private boolean accept(String any) {
    if (at < input.length() && any.indexOf(input.charAt(at)) >= 0) {
      at++;
      return true;
    }
    return false;
  }

  private void acceptAll(String any) {
    boolean more = true;
    while (more) {
      more = accept(any);
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private static boolean isAlphanumeric(int c) {
    return c == '_'
        || Character.isLetter(c)
        || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
  }

  private void add(Kind kind, int from, int to) {
    tokens.add(new TemplateToken(kind, input.substring(from, to), from));
  }

  private void fail(String message, int position) {
    failed = true;
    tokens.add(new TemplateToken(Kind.ERROR, message, position));
  }
}
