package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.SourceText;
import dev.portcullis.rego.text.Span;
import dev.portcullis.rego.token.Token;
import dev.portcullis.rego.token.TokenKind;
import dev.portcullis.rego.token.TokenList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the parser stands in the tokens, with the faults found on the way there. Everything that a
 * parser must take back when it tries another way is in a {@link Mark}.
 */
final class TokenCursor {
  private final TokenList list;
  private final List<Token> tokens;
  private final ParserOptions options;
  private Map<String, TokenKind> keywords = new HashMap<>(TokenKind.KEYWORDS);

  /** The current token, or, with {@link #onSpace}, the token after the current blanks. */
  private int index = -1;

  private boolean onSpace;
  private TokenKind kind = TokenKind.WHITESPACE;
  private int wildcards;
  private @Nullable Fault faults;
  private @Nullable Hint hints;
  private int depth;

  /** A fault, and those before it. */
  record Fault(int offset, String message, @Nullable Fault before) {}

  private record Hint(String text, @Nullable Hint before) {}

  /** A state to come back to. */
  record Mark(
      int index,
      boolean onSpace,
      TokenKind kind,
      int wildcards,
      @Nullable Fault faults,
      @Nullable Hint hints) {}

  TokenCursor(TokenList list, ParserOptions options) {
    this.list = list;
    this.tokens = list.tokens();
    this.options = options;
  }

  ParserOptions options() {
    return options;
  }

  SourceText source() {
    return list.source();
  }

  int tokenCount() {
    return tokens.size();
  }

  // Moving

  /** Goes to the next token, over blanks. */
  void advance() {
    if (onSpace) {
      onSpace = false;
      arrive();
    } else if (index < tokens.size() - 1) {
      index++;
      arrive();
    }
  }

  /** Goes to the next token, or to the blanks before it if there are some. */
  void advanceToSpace() {
    if (onSpace || index == tokens.size() - 1 || !tokens.get(index + 1).spaceBefore()) {
      advance();
    } else {
      index++;
      onSpace = true;
      kind = TokenKind.WHITESPACE;
    }
  }

  /**
   * After a fault in the statement that begins at the token {@code first}, goes on to where the
   * next seems to begin: at a word at the start of a line.
   */
  void recover(int first) {
    index = Math.max(index, first + 1);
    while (index < tokens.size() - 1 && !isWordAtLineStart(tokens.get(index))) {
      index++;
    }
    index = Math.min(index, tokens.size() - 1);
    onSpace = false;
    arrive();
  }

  private boolean isWordAtLineStart(Token token) {
    return token.kind() == TokenKind.IDENT
        && token.newlineBefore()
        && source().text().charAt(token.start() - 1) == '\n';
  }

  private void arrive() {
    Token token = tokens.get(index);
    kind =
        token.kind() == TokenKind.IDENT
            ? keywords.getOrDefault(token.text(), TokenKind.IDENT)
            : token.kind();
    for (String error : token.errors()) {
      fault(token.start(), error);
    }
  }

  Mark mark() {
    return new Mark(index, onSpace, kind, wildcards, faults, hints);
  }

  void reset(Mark mark) {
    index = mark.index;
    onSpace = mark.onSpace;
    kind = mark.kind;
    wildcards = mark.wildcards;
    faults = mark.faults;
    hints = mark.hints;
  }

  /**
   * Goes the way from {@code before} to {@code after} again, with the faults found on it. False if
   * that way begins otherwise than here: a keyword may now be a name, and the wildcards on the way
   * must not get names that are taken.
   */
  boolean repeat(Mark before, Mark after) {
    boolean sameWildcards = before.wildcards == after.wildcards || before.wildcards == wildcards;
    if (before.kind != kind || !sameWildcards) {
      return false;
    }
    index = after.index;
    onSpace = after.onSpace;
    kind = after.kind;
    wildcards += after.wildcards - before.wildcards;
    Deque<Fault> again = new ArrayDeque<>();
    for (Fault f = after.faults; f != null && !same(f, before.faults); f = f.before) {
      again.push(f);
    }
    for (Fault f : again) {
      faults = new Fault(f.offset, f.message, faults);
    }
    return true;
  }

  // The current token

  TokenKind kind() {
    return kind;
  }

  boolean at(TokenKind expected) {
    return kind == expected;
  }

  /** Goes on if the current token is {@code expected}. */
  boolean accept(TokenKind expected) {
    if (kind != expected) {
      return false;
    }
    advance();
    return true;
  }

  /** The index of the current token, or of the token after the current blanks. */
  int index() {
    return index;
  }

  String text() {
    return onSpace ? "" : tokens.get(index).text();
  }

  /** The offset at which the current token starts; that of the blanks if it stands on some. */
  int start() {
    return onSpace ? previousEnd() : tokens.get(index).start();
  }

  int end() {
    return onSpace ? tokens.get(index).start() : tokens.get(index).end();
  }

  /** The offset after the last token before the current one. */
  int previousEnd() {
    return index <= 0 ? 0 : tokens.get(index - 1).end();
  }

  boolean newlineBefore() {
    return tokens.get(index).newlineBefore();
  }

  boolean commentBefore() {
    return tokens.get(index).commentBefore();
  }

  Span span() {
    return span(start(), end());
  }

  Span span(int start, int end) {
    return new Span(list.source(), start, Math.max(start, end));
  }

  /** The span from {@code start} to the last token before the current one. */
  Span spanFrom(int start) {
    return span(start, previousEnd());
  }

  /** Whether a dot or a bracket follows the current token without blanks between. */
  boolean refFollows() {
    if (onSpace || index >= tokens.size() - 1) {
      return false;
    }
    Token next = tokens.get(index + 1);
    return !next.spaceBefore()
        && (next.kind() == TokenKind.DOT || next.kind() == TokenKind.LEFT_BRACKET);
  }

  /** Takes a keyword at which a reference starts for the name that it then is. */
  boolean takeKeywordAsRefHead() {
    if (isKeywordAllowedInRef() && refFollows()) {
      kind = TokenKind.IDENT;
      return true;
    }
    return false;
  }

  void takeAsIdent() {
    kind = TokenKind.IDENT;
  }

  /** Whether the current token is a keyword that may be part of a reference. */
  boolean isKeywordAllowedInRef() {
    return options.has(ParserOptions.KEYWORDS_IN_REFS)
        && kind.isKeyword()
        && (isKeyword(kind.text(), options.version()) || keywords.containsKey(kind.text()));
  }

  static boolean isKeyword(String word, RegoVersion version) {
    return TokenKind.KEYWORDS.containsKey(word)
        || (version != RegoVersion.V0 && TokenKind.V1_KEYWORDS.containsKey(word));
  }

  Term.Var newWildcard(Span span) {
    return new Term.Var(span, "$" + wildcards++);
  }

  // Keywords

  boolean hasKeyword(String word) {
    return keywords.containsKey(word);
  }

  void addKeyword(String word, TokenKind tokenKind) {
    keywords.put(word, tokenKind);
    if (tokenKind == TokenKind.EVERY) {
      keywords.put("in", TokenKind.IN);
    }
  }

  /** Makes {@code words} the known keywords and returns those known before. */
  Map<String, TokenKind> swapKeywords(Map<String, TokenKind> words) {
    Map<String, TokenKind> before = keywords;
    keywords = words;
    return before;
  }

  Map<String, TokenKind> keywordsWith(Map<String, TokenKind> more) {
    Map<String, TokenKind> all = new HashMap<>(keywords);
    all.putAll(more);
    return all;
  }

  Map<String, TokenKind> keywordsWithout(Set<String> words) {
    Map<String, TokenKind> rest = new HashMap<>(keywords);
    rest.keySet().removeAll(words);
    return rest;
  }

  // Depth

  /** Goes one level down; false, with a fault, if that is too deep. */
  boolean enter() {
    if (depth >= NestingLimit.BRACKETS) {
      fault(start(), Messages.TOO_DEEP);
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  // Faults

  boolean hasFaults() {
    return faults != null;
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    return a == b;
  }

  boolean hasFaultsSince(Mark mark) {
    return !same(faults, mark.faults);
  }

  /** The faults since the last call, in the order in which they were found. */
  List<Fault> takeFaults() {
    List<Fault> found = new ArrayList<>();
    for (Fault f = faults; f != null; f = f.before) {
      found.add(f);
    }
    Collections.reverse(found);
    faults = null;
    hints = null;
    return found;
  }

  void hint(String text) {
    hints = new Hint(text, hints);
  }

  void fault(int offset, String message) {
    faults = new Fault(offset, message + hintText(), faults);
    hints = null;
  }

  /** Reports a fault at the current token. A line end counts as part of the line that it begins. */
  void fault(String message) {
    int at = start();
    boolean lineEnd = onSpace && source().text().charAt(at) == '\n';
    fault(lineEnd ? at + 1 : at, message);
  }

  private String hintText() {
    if (hints == null) {
      return "";
    }
    List<String> texts = new ArrayList<>();
    for (Hint h = hints; h != null; h = h.before) {
      texts.add(0, h.text);
    }
    return (texts.size() == 1 ? " (hint: " : " (hints: ") + String.join(", ", texts) + ")";
  }

  /** Reports that the current token cannot stand here. */
  void unexpected() {
    unexpected("");
  }

  /** Reports that the current token cannot stand here, and what could. */
  void unexpected(String note) {
    if (kind == TokenKind.ILLEGAL) {
      fault(Messages.ILLEGAL_TOKEN);
      return;
    }
    fault(unexpectedText(kind, note));
  }

  /** Goes back, keeping the faults, and reports that the token there cannot stand there. */
  void unexpectedAt(Mark mark, String note) {
    Fault found = faults;
    reset(mark);
    faults = found;
    unexpected(note);
  }

  private static String unexpectedText(TokenKind kind, String note) {
    String what = kind.text() + (kind.isKeyword() ? " keyword" : " token");
    return "unexpected " + what + (note.isEmpty() ? "" : ": " + note);
  }
}
