package dev.portcullis.rego.token;

import dev.portcullis.rego.text.SourceText;
import dev.portcullis.rego.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a text into tokens. It never fails: what is no token becomes {@link TokenKind#ILLEGAL}.
 *
 * <p>A fault of a character belongs to the token that is being read when the character comes into
 * sight, which is the token before it; so do OPA's error locations say.
 */
public final class Lexer {
  private static final int END = -1;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final SourceText source;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Span> comments = new ArrayList<>();
  private final Deque<Template> templates = new ArrayDeque<>();

  /** The offset of {@link #current}. */
  private int offset;

  private int current;
  private List<String> errors = List.of();
  private boolean space;
  private boolean newline;
  private boolean comment;
  private int depth;
  private int maxDepth;

  /** A template string whose expression is being read. */
  private record Template(boolean raw, int depth) {}

  private Lexer(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /** Returns the tokens of {@code source}. */
  public static TokenList lex(SourceText source) {
    Lexer lexer = new Lexer(source);
    lexer.run();
    return new TokenList(source, lexer.tokens, lexer.comments, lexer.maxDepth);
  }

  private void run() {
    read();
    if (current == BYTE_ORDER_MARK) {
      advance();
    }
    while (current != END) {
      token();
    }
    if (!errors.isEmpty()) {
      add(TokenKind.ILLEGAL, text.length());
    }
    add(TokenKind.EOF, text.length());
  }

  /** Takes the character at {@link #offset} into sight. */
  private void read() {
    if (offset >= text.length()) {
      current = END;
      return;
    }
    current = text.codePointAt(offset);
    if (current == 0) {
      error("illegal null character");
    } else if (current >= Character.MIN_SURROGATE && current <= Character.MAX_SURROGATE) {
      error("illegal utf-8 character");
    } else if (current == BYTE_ORDER_MARK && offset > 0) {
      error("illegal byte-order mark");
    }
  }

  private void advance() {
    if (current != END) {
      offset += Character.charCount(current);
    }
    read();
  }

  private void error(String message) {
    if (errors.isEmpty()) {
      errors = new ArrayList<>();
    }
    errors.add(message);
  }

  private void add(TokenKind kind, int start) {
    TokenKind shown = errors.isEmpty() ? kind : TokenKind.ILLEGAL;
    String shownText = hasText(kind) ? text.substring(start, offset) : "";
    tokens.add(new Token(shown, start, offset, shownText, space, newline, comment, errors));
    errors = List.of();
    space = false;
    newline = false;
    comment = false;
  }

  private static boolean hasText(TokenKind kind) {
    return switch (kind) {
      case IDENT,
          NUMBER,
          STRING,
          TEMPLATE_PART,
          TEMPLATE_END,
          RAW_TEMPLATE_PART,
          RAW_TEMPLATE_END ->
          true;
      default -> false;
    };
  }

  private void token() {
    int start = offset;
    if (isBlank(current)) {
      boolean lineEnd = current == '\n';
      advance();
      if (errors.isEmpty()) {
        space = true;
        newline |= lineEnd;
      } else {
        add(TokenKind.ILLEGAL, start);
        space = true;
        newline = lineEnd;
      }
    } else if (isLetter(current)) {
      word();
      add(TokenKind.IDENT, start);
    } else if (isDecimal(current)) {
      number();
      add(TokenKind.NUMBER, start);
    } else {
      int first = current;
      advance();
      switch (first) {
        case '#' -> comment(start);
        case '"' -> {
          string();
          add(TokenKind.STRING, start);
        }
        case '`' -> {
          rawString();
          add(TokenKind.STRING, start);
        }
        case '$' -> template(start);
        case '}' -> closeBrace(start);
        default -> add(punctuation(first), start);
      }
    }
  }

  private TokenKind punctuation(int first) {
    return switch (first) {
      case '[' -> open(TokenKind.LEFT_BRACKET);
      case ']' -> close(TokenKind.RIGHT_BRACKET);
      case '{' -> open(TokenKind.LEFT_BRACE);
      case '(' -> open(TokenKind.LEFT_PAREN);
      case ')' -> close(TokenKind.RIGHT_PAREN);
      case ',' -> TokenKind.COMMA;
      case ';' -> TokenKind.SEMICOLON;
      case '.' -> TokenKind.DOT;
      case '+' -> TokenKind.PLUS;
      case '-' -> TokenKind.MINUS;
      case '*' -> TokenKind.MUL;
      case '/' -> TokenKind.DIV;
      case '%' -> TokenKind.REM;
      case '&' -> TokenKind.AND;
      case '|' -> TokenKind.OR;
      case ':' -> withEquals(TokenKind.COLON, TokenKind.ASSIGN);
      case '=' -> withEquals(TokenKind.UNIFY, TokenKind.EQUAL);
      case '>' -> withEquals(TokenKind.GREATER, TokenKind.GREATER_EQUAL);
      case '<' -> withEquals(TokenKind.LESS, TokenKind.LESS_EQUAL);
      case '!' -> {
        TokenKind kind = withEquals(TokenKind.ILLEGAL, TokenKind.NOT_EQUAL);
        if (kind == TokenKind.ILLEGAL) {
          error("illegal ! character");
        }
        yield kind;
      }
      default -> TokenKind.ILLEGAL;
    };
  }

  private TokenKind withEquals(TokenKind without, TokenKind with) {
    if (current != '=') {
      return without;
    }
    advance();
    return with;
  }

  private TokenKind open(TokenKind kind) {
    depth++;
    maxDepth = Math.max(maxDepth, depth);
    return kind;
  }

  private TokenKind close(TokenKind kind) {
    depth--;
    return kind;
  }

  private void closeBrace(int start) {
    Template template = templates.peek();
    boolean endsExpression = template != null && template.depth == depth;
    close(TokenKind.RIGHT_BRACE);
    add(TokenKind.RIGHT_BRACE, start);
    if (endsExpression && template != null) {
      templates.pop();
      templateText(template.raw, start);
    }
  }

  private void comment(int start) {
    while (current != '\n' && current != END) {
      advance();
    }
    if (errors.isEmpty()) {
      int end = text.charAt(offset - 1) == '\r' ? offset - 1 : offset;
      comments.add(new Span(source, start, end));
      comment = true;
    } else {
      add(TokenKind.ILLEGAL, start);
    }
  }

  private void word() {
    while (isLetter(current) || isDigit(current)) {
      advance();
    }
  }

  private void number() {
    decimals();
    if (current == '.') {
      advance();
      if (!decimals()) {
        error("expected fraction");
      }
    }
    if (current == 'e' || current == 'E') {
      advance();
      if (current == '+' || current == '-') {
        advance();
      }
      if (!decimals()) {
        error("expected exponent");
      }
    }
    if (isLetter(current)) {
      error("illegal number format");
      word();
    }
  }

  private boolean decimals() {
    boolean found = false;
    while (isDecimal(current)) {
      advance();
      found = true;
    }
    return found;
  }

  private void string() {
    while (true) {
      int c = current;
      if (c == '\n' || c == END) {
        error("non-terminated string");
        return;
      }
      advance();
      if (c == '"') {
        return;
      }
      if (c == '\\') {
        escape(false);
      }
    }
  }

  /** Steps over what follows a backslash; in a template an opening brace may. */
  private void escape(boolean braceAllowed) {
    switch (current) {
      case '\\', '"', '/', 'b', 'f', 'n', 'r', 't' -> advance();
      case 'u' -> {
        for (int i = 0; i < 4; i++) {
          advance();
        }
      }
      case '{' -> {
        if (braceAllowed) {
          advance();
        } else {
          error("illegal escape sequence");
        }
      }
      default -> error("illegal escape sequence");
    }
  }

  private void rawString() {
    while (current != '`') {
      if (current == END) {
        error("non-terminated string");
        return;
      }
      advance();
    }
    advance();
  }

  private void template(int start) {
    if (current == '"' || current == '`') {
      boolean raw = current == '`';
      advance();
      templateText(raw, start);
    } else {
      error("illegal $ character");
      add(TokenKind.ILLEGAL, start);
    }
  }

  /** Reads a template string's text up to its end or its next expression. */
  private void templateText(boolean raw, int start) {
    char quote = raw ? '`' : '"';
    while (true) {
      int c = current;
      if (c == END || (c == '\n' && !raw)) {
        error("non-terminated string");
        add(TokenKind.ILLEGAL, textStart(start));
        return;
      }
      advance();
      if (c == quote) {
        add(raw ? TokenKind.RAW_TEMPLATE_END : TokenKind.TEMPLATE_END, start);
        return;
      }
      if (c == '{') {
        open(TokenKind.LEFT_BRACE);
        templates.push(new Template(raw, depth));
        add(raw ? TokenKind.RAW_TEMPLATE_PART : TokenKind.TEMPLATE_PART, start);
        return;
      }
      if (c == '\\' && raw && current == '{') {
        advance();
      } else if (c == '\\' && !raw) {
        escape(true);
      }
    }
  }

  /** Where the text after an expression's brace begins, on the next line if that ends the line. */
  private int textStart(int start) {
    if (text.charAt(start) != '}') {
      return start;
    }
    return text.startsWith("\n", start + 1) ? start + 2 : start + 1;
  }

  private static boolean isBlank(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDecimal(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigit(int c) {
    return isDecimal(c) || (c >= 0x80 && Character.isDigit(c));
  }
}
