package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a document into tokens. Columns count code points. */
final class Lexer {
  private final int[] in;
  private int at;
  private int start;
  private int line = 1;
  private int lineStart;
  private @Nullable GraphqlError failure;

  Lexer(String text) {
    in = text.codePoints().toArray();
  }

  /** Returns why the last token was invalid. */
  GraphqlError failure() {
    GraphqlError known = failure;
    return known == null ? GraphqlError.of("invalid token") : known;
  }

  /** Returns the next token; invalid input is a token of its own. */
  Token next() {
    skipBlanks();
    start = at;
    if (at >= in.length) {
      return token(Kind.EOF, "");
    }
    int c = in[at++];
    Kind punctuation = punctuation(c);
    if (punctuation != null) {
      return token(punctuation, "");
    }
    if (c == '.' && at + 1 < in.length && in[at] == '.' && in[at + 1] == '.') {
      at += 2;
      return token(Kind.SPREAD, "");
    }
    if (c == '#') {
      return comment();
    }
    if (isNameStart(c)) {
      return name();
    }
    if (c == '-' || isDigit(c)) {
      return number();
    }
    if (c == '"') {
      boolean block = at + 1 < in.length && in[at] == '"' && in[at + 1] == '"';
      return block ? blockString() : string();
    }
    at--;
    if (c < 0x20) {
      return invalid("Cannot contain the invalid character \"" + escape(c) + "\"");
    }
    return invalid(
        c == '\''
            ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
            : "Cannot parse the unexpected character \"" + Character.toString(c) + "\".");
  }

  private static @Nullable Kind punctuation(int c) {
    return switch (c) {
      case '!' -> Kind.BANG;
      case '$' -> Kind.DOLLAR;
      case '&' -> Kind.AMP;
      case '(' -> Kind.PAREN_L;
      case ')' -> Kind.PAREN_R;
      case ':' -> Kind.COLON;
      case '=' -> Kind.EQUALS;
      case '@' -> Kind.AT;
      case '[' -> Kind.BRACKET_L;
      case ']' -> Kind.BRACKET_R;
      case '{' -> Kind.BRACE_L;
      case '}' -> Kind.BRACE_R;
      case '|' -> Kind.PIPE;
      default -> null;
    };
  }

  private void skipBlanks() {
    while (at < in.length) {
      switch (in[at]) {
        case ' ', '\t', ',', 0xFEFF -> at++;
        case '\n' -> {
          at++;
          newLine();
        }
        case '\r' -> {
          at++;
          newLine();
          if (at < in.length && in[at] == '\n') {
            at++;
          }
        }
        default -> {
          return;
        }
      }
    }
  }

  private void newLine() {
    line++;
    lineStart = at;
  }

  private Token token(Kind kind, String value) {
    return new Token(kind, value, line, start - lineStart + 1);
  }

  private Token invalid(String message) {
    int column = at - lineStart + 1;
    failure = GraphqlError.at(line, column, message);
    return new Token(Kind.INVALID, "", line, column);
  }

  private String text(int from, int to) {
    return new String(in, from, to - from);
  }

  private static String escape(int c) {
    return String.format("\\u%04x", c);
  }

  private Token comment() {
    while (at < in.length && (in[at] > 0x1F || in[at] == '\t')) {
      at++;
    }
    return token(Kind.COMMENT, text(start, at));
  }

  private static boolean isNameStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private Token name() {
    while (at < in.length && (isNameStart(in[at]) || isDigit(in[at]))) {
      at++;
    }
    return token(Kind.NAME, text(start, at));
  }

  private boolean accept(int one, int other) {
    if (at < in.length && (in[at] == one || in[at] == other)) {
      at++;
      return true;
    }
    return false;
  }

  private int digits() {
    int from = at;
    while (at < in.length && isDigit(in[at])) {
      at++;
    }
    return at - from;
  }

  private Token number() {
    at--;
    accept('-', '-');
    if (accept('0', '0')) {
      int extra = digits();
      if (extra > 0) {
        at -= extra;
        return invalid("Invalid number, unexpected digit after 0: " + describeNext() + ".");
      }
    } else if (digits() == 0) {
      return digitExpected();
    }
    boolean fraction = accept('.', '.');
    if (fraction && digits() == 0) {
      return digitExpected();
    }
    boolean exponent = accept('e', 'E');
    if (exponent) {
      accept('-', '+');
      if (digits() == 0) {
        return digitExpected();
      }
    }
    return token(fraction || exponent ? Kind.FLOAT : Kind.INT, text(start, at));
  }

  private Token digitExpected() {
    return invalid("Invalid number, expected digit but got: " + describeNext() + ".");
  }

  private String describeNext() {
    return at < in.length ? "\"" + Character.toString(in[at]) + "\"" : "<EOF>";
  }

  private Token string() {
    StringBuilder value = new StringBuilder();
    start++;
    while (at < in.length && in[at] != '\n' && in[at] != '\r') {
      int c = in[at];
      if (c < 0x20 && c != '\t') {
        return invalid("Invalid character within String: \"" + escape(c) + "\".");
      }
      if (c == '"') {
        Token token = token(Kind.STRING, value.toString());
        at++;
        return token;
      }
      if (c == '\\') {
        Token problem = escaped(value);
        if (problem != null) {
          return problem;
        }
      } else {
        value.appendCodePoint(c);
        at++;
      }
    }
    return invalid("Unterminated string.");
  }

  /** Reads an escape sequence; returns an invalid token if it is none. */
  private @Nullable Token escaped(StringBuilder value) {
    if (at + 1 >= in.length) {
      at++;
      return invalid("Invalid character escape sequence.");
    }
    int escape = in[at + 1];
    if (escape == 'u') {
      return unicode(value);
    }
    int plain = "\"/\\bfnrt".indexOf(escape);
    if (plain < 0) {
      at++;
      return invalid("Invalid character escape sequence: \\" + Character.toString(escape) + ".");
    }
    value.append("\"/\\\b\f\n\r\t".charAt(plain));
    at += 2;
    return null;
  }

  private @Nullable Token unicode(StringBuilder value) {
    if (at + 6 >= in.length) {
      at++;
      return invalid("Invalid character escape sequence: \\" + text(at, in.length) + ".");
    }
    String hex = text(at + 2, at + 6);
    if (!hex.matches("[0-9a-fA-F]{4}")) {
      at++;
      return invalid("Invalid character escape sequence: \\" + text(at, at + 5) + ".");
    }
    value.appendCodePoint(Integer.parseInt(hex, 16));
    at += 6;
    return null;
  }

  private Token blockString() {
    StringBuilder raw = new StringBuilder();
    start += 3;
    at += 2;
    while (at < in.length) {
      int c = in[at];
      int quotes = quotes();
      if (quotes >= 3) {
        raw.append("\"".repeat(quotes - 3));
        Token token = token(Kind.BLOCK_STRING, dedent(raw.toString()));
        at += quotes;
        return token;
      }
      if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') {
        return invalid("Invalid character within String: \"" + escape(c) + "\".");
      }
      if (c == '\\' && at + 3 < in.length && text(at + 1, at + 4).equals("\"\"\"")) {
        raw.append("\"\"\"");
        at += 4;
      } else if (c == '\r' || c == '\n') {
        at += c == '\r' && at + 1 < in.length && in[at + 1] == '\n' ? 2 : 1;
        raw.append('\n');
        newLine();
      } else {
        raw.appendCodePoint(c);
        at++;
      }
    }
    return invalid("Unterminated string.");
  }

  private int quotes() {
    int end = at;
    while (end < in.length && in[end] == '"') {
      end++;
    }
    return end - at;
  }

  /** Returns a block string's value: common indentation and blank lines at the ends removed. */
  private static String dedent(String raw) {
    List<String> lines = new ArrayList<>(List.of(raw.split("\n", -1)));
    int common = Integer.MAX_VALUE;
    for (String each : lines) {
      common = Math.min(common, indentation(each));
    }
    for (int i = 1; i < lines.size() && common != Integer.MAX_VALUE; i++) {
      String each = lines.get(i);
      lines.set(i, each.length() < common ? "" : each.substring(common));
    }
    int from = 0;
    int to = lines.size();
    while (from < to && indentation(lines.get(from)) == Integer.MAX_VALUE) {
      from++;
    }
    while (from < to && indentation(lines.get(to - 1)) == Integer.MAX_VALUE) {
      to--;
    }
    return String.join("\n", lines.subList(from, to));
  }

  private static int indentation(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }
}
