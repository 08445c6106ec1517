package dev.portcullis.rego.parser;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import dev.portcullis.rego.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses terms. A method that answers null has left a fault, unless it says otherwise; the cursor
 * stands after a term that was parsed.
 *
 * <p>Braces and brackets are tried as one thing and then as another, so the terms that were parsed
 * are remembered by their first token: trying again costs nothing and nesting stays linear.
 */
final class TermParser {
  static final String MEMBER = "internal.member_2";
  static final String MEMBER_WITH_KEY = "internal.member_3";
  private static final String SET_CONSTRUCTOR = "set";

  private final TokenCursor cursor;
  private final LiteralParser literals;
  private @Nullable Remembered[] memory;

  /** A term, or null for one that failed, and the way that was gone for it. */
  private record Remembered(@Nullable Term term, TokenCursor.Mark before, TokenCursor.Mark after) {}

  TermParser(TokenCursor cursor, LiteralParser literals) {
    this.cursor = cursor;
    this.literals = literals;
    this.memory = new @Nullable Remembered[cursor.tokenCount()];
  }

  /** Runs {@code parse} without what is remembered: with other keywords terms read otherwise. */
  <T> @Nullable T afresh(java.util.function.Supplier<@Nullable T> parse) {
    @Nullable Remembered[] kept = memory;
    memory = new @Nullable Remembered[cursor.tokenCount()];
    try {
      return parse.get();
    } finally {
      memory = kept;
    }
  }

  // Operators

  /** Parses a term with operators, {@code k, v in xs} included. */
  @Nullable Term infix() {
    return infix(true);
  }

  /** Parses a term with operators, where a comma ends it. */
  @Nullable Term infixInList() {
    return infix(false);
  }

  private @Nullable Term infix(boolean keyAllowed) {
    int start = cursor.start();
    Term left = binary(0, start);
    while (left != null) {
      Term joined = membership(left, keyAllowed, start);
      if (joined == null) {
        return left;
      }
      left = joined;
      if (!cursor.at(TokenKind.IN)) {
        return left;
      }
    }
    return null;
  }

  /**
   * Parses what follows {@code left} in a membership test; null, maybe without a fault, if none.
   */
  private @Nullable Term membership(Term left, boolean keyAllowed, int start) {
    if (keyAllowed && cursor.at(TokenKind.COMMA)) {
      TokenCursor.Mark mark = cursor.mark();
      cursor.advance();
      Term value = binary(0, start);
      if (value != null && cursor.at(TokenKind.IN)) {
        Span operator = cursor.span();
        cursor.advance();
        Term domain = binary(0, cursor.start());
        if (domain != null) {
          return call(start, Refs.dotted(operator, MEMBER_WITH_KEY), List.of(left, value, domain));
        }
      }
      cursor.reset(mark);
    }
    cursor.takeKeywordAsRefHead();
    if (cursor.at(TokenKind.IN)) {
      Span operator = cursor.span();
      cursor.advance();
      Term domain = binary(0, cursor.start());
      if (domain != null) {
        return call(start, Refs.dotted(operator, MEMBER), List.of(left, domain));
      }
    }
    return null;
  }

  private Term call(int start, Term.Ref operator, List<Term> arguments) {
    return new Term.Call(cursor.spanFrom(start), operator, arguments);
  }

  /** Parses operators that bind at least as tight as {@code weakest}, from the left. */
  private @Nullable Term binary(int weakest, int start) {
    Term left = term();
    while (left != null) {
      int strength = strength(cursor.kind());
      if (strength < weakest) {
        return left;
      }
      Term.Ref operator = Refs.of(cursor.span(), cursor.kind().text());
      cursor.advance();
      Term right = binary(strength + 1, cursor.start());
      if (right == null) {
        return left;
      }
      left = call(start, operator, List.of(left, right));
    }
    return null;
  }

  /** How tight an operator binds; negative for what is none. */
  private static int strength(TokenKind kind) {
    return switch (kind) {
      case EQUAL, NOT_EQUAL, LESS, GREATER, LESS_EQUAL, GREATER_EQUAL -> 0;
      case OR -> 1;
      case AND -> 2;
      case PLUS, MINUS -> 3;
      case MUL, DIV, REM -> 4;
      default -> -1;
    };
  }

  // Operands

  /** Parses a term without operators. */
  @Nullable Term term() {
    if (!cursor.enter()) {
      return null;
    }
    try {
      int at = cursor.index();
      Remembered remembered = memory[at];
      if (remembered != null && cursor.repeat(remembered.before, remembered.after)) {
        return remembered.term;
      }
      TokenCursor.Mark before = cursor.mark();
      Term term = operand();
      memory[at] = new Remembered(term, before, cursor.mark());
      return term;
    } finally {
      cursor.leave();
    }
  }

  private @Nullable Term operand() {
    if (cursor.at(TokenKind.MINUS)) {
      Span minus = cursor.span();
      TokenCursor.Mark mark = cursor.mark();
      cursor.advance();
      if (cursor.at(TokenKind.IDENT) || cursor.at(TokenKind.CONTAINS)) {
        Term term = finish(variable());
        return term == null
            ? null
            : call(
                minus.start(),
                Refs.of(minus, TokenKind.MINUS.text()),
                List.of(new Term.Scalar(minus, NumberValue.of(0)), term));
      }
      cursor.reset(mark);
      return finish(number());
    }
    return finish(head());
  }

  private @Nullable Term head() {
    return switch (cursor.kind()) {
      case NULL -> new Term.Scalar(cursor.span(), NullValue.NULL);
      case TRUE -> new Term.Scalar(cursor.span(), BooleanValue.TRUE);
      case FALSE -> new Term.Scalar(cursor.span(), BooleanValue.FALSE);
      case DOT, NUMBER -> number();
      case STRING -> string();
      case TEMPLATE_PART, TEMPLATE_END -> literals.template(false);
      case RAW_TEMPLATE_PART, RAW_TEMPLATE_END -> literals.template(true);
      case IDENT, CONTAINS -> variable();
      case LEFT_BRACKET -> array();
      case LEFT_BRACE -> setOrObject();
      case LEFT_PAREN -> parenthesised();
      default -> {
        cursor.unexpected();
        yield null;
      }
    };
  }

  private @Nullable Term parenthesised() {
    int start = cursor.start();
    cursor.advance();
    Term inner = infix();
    if (inner == null) {
      return null;
    }
    if (!cursor.at(TokenKind.RIGHT_PAREN)) {
      cursor.fault("non-terminated expression");
      return null;
    }
    return Terms.withSpan(inner, cursor.span(start, cursor.end()));
  }

  /** Takes the current token for a variable, without moving. */
  Term.Var variable() {
    String name = cursor.text();
    return name.equals("_") ? cursor.newWildcard(cursor.span()) : new Term.Var(cursor.span(), name);
  }

  private @Nullable Term number() {
    int start = cursor.start();
    boolean negative = cursor.at(TokenKind.MINUS);
    if (negative) {
      cursor.advance();
      if (!cursor.at(TokenKind.NUMBER) && !cursor.at(TokenKind.DOT)) {
        cursor.unexpected(Messages.EXPECTED_NUMBER);
        return null;
      }
    }
    boolean dot = cursor.at(TokenKind.DOT);
    if (dot) {
      cursor.advance();
      if (!cursor.at(TokenKind.NUMBER)) {
        cursor.unexpected(Messages.EXPECTED_NUMBER);
        return null;
      }
    }
    String text = cursor.text();
    switch (Literals.check(text, dot)) {
      case LEADING_ZERO -> cursor.unexpected("expected number without leading zero");
      case INVALID -> cursor.unexpected("invalid float");
      case TOO_BIG -> cursor.fault("number too big");
      case NONE -> {
        return new Term.Scalar(
            cursor.span(start, cursor.end()), Literals.number(text, negative, dot));
      }
    }
    return null;
  }

  private @Nullable Term string() {
    String text = cursor.text();
    String inner = text.substring(1, text.length() - 1);
    String value = text.charAt(0) == '"' ? Literals.unescape(inner) : inner;
    if (value == null) {
      cursor.fault("illegal string literal: " + text);
      return null;
    }
    return new Term.Scalar(cursor.span(), StringValue.of(value));
  }

  // References and calls

  /** Steps over the last token of {@code head} and parses the reference that it may begin. */
  private @Nullable Term finish(@Nullable Term head) {
    if (head == null) {
      return null;
    }
    cursor.advanceToSpace();
    return refOrHead(head);
  }

  /** Parses the reference that begins a rule's head; {@code head} is the current token. */
  @Nullable Term finishHead(Term head) {
    cursor.advanceToSpace();
    if (strength(cursor.kind()) >= 0) {
      cursor.unexpected();
    } else if (cursor.at(TokenKind.WHITESPACE)) {
      cursor.advance();
    }
    return refOrHead(head);
  }

  private @Nullable Term refOrHead(Term head) {
    switch (cursor.kind()) {
      case LEFT_PAREN, DOT, LEFT_BRACKET -> {
        return reference(head);
      }
      case WHITESPACE -> cursor.advance();
      default -> {}
    }
    return head instanceof Term.Var v && Terms.isRootDocument(v.name())
        ? new Term.Ref(head.span(), head, List.of())
        : head;
  }

  private @Nullable Term reference(Term head) {
    if (head instanceof Term.Scalar
        || head instanceof Term.Ref
        || head instanceof Term.TemplateString) {
      cursor.fault(
          head.span().start(), "illegal ref (head cannot be " + Terms.kindName(head) + ")");
    }
    return path(head);
  }

  private @Nullable Term path(Term first) {
    int start = first.span().start();
    Term head = first;
    List<Term> path = new ArrayList<>();
    while (true) {
      switch (cursor.kind()) {
        case DOT -> {
          cursor.advanceToSpace();
          if (!cursor.at(TokenKind.IDENT) && !cursor.isKeywordAllowedInRef()) {
            cursor.unexpected("expected " + TokenKind.IDENT.text());
            return null;
          }
          path.add(new Term.Scalar(cursor.span(), StringValue.of(cursor.text())));
          cursor.advanceToSpace();
        }
        case LEFT_BRACKET -> {
          cursor.advance();
          Term step = infix();
          if (step == null) {
            return null;
          }
          if (!cursor.at(TokenKind.RIGHT_BRACKET)) {
            cursor.unexpected("expected " + TokenKind.LEFT_BRACKET.text());
            return null;
          }
          path.add(step);
          cursor.advanceToSpace();
        }
        case LEFT_PAREN -> {
          Term called = call(new Term.Ref(cursor.spanFrom(start), head, path), start);
          if (called == null) {
            return null;
          }
          if (cursor.at(TokenKind.DOT) || cursor.at(TokenKind.LEFT_BRACKET)) {
            head = called;
            path = new ArrayList<>();
            continue;
          }
          if (cursor.at(TokenKind.WHITESPACE)) {
            cursor.advance();
          }
          return called;
        }
        case WHITESPACE -> {
          Term.Ref ref = new Term.Ref(cursor.spanFrom(start), head, path);
          cursor.advance();
          return ref;
        }
        default -> {
          return new Term.Ref(cursor.spanFrom(start), head, path);
        }
      }
    }
  }

  private @Nullable Term call(Term.Ref operator, int start) {
    cursor.advance();
    List<Term> arguments = new ArrayList<>();
    if (!list(TokenKind.RIGHT_PAREN, arguments)) {
      return null;
    }
    Span span = cursor.span(start, cursor.end());
    cursor.advanceToSpace();
    boolean emptySet =
        arguments.isEmpty() && operator.startsWith(SET_CONSTRUCTOR) && operator.path().isEmpty();
    return emptySet ? new Term.SetTerm(span, List.of()) : new Term.Call(span, operator, arguments);
  }

  // Composites

  private @Nullable Term array() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.at(TokenKind.RIGHT_BRACKET)) {
      return new Term.ArrayTerm(cursor.span(start, cursor.end()), List.of());
    }
    // A leading comma has always been accepted.
    boolean comprehension = !cursor.accept(TokenKind.COMMA);
    TokenCursor.Mark mark = cursor.mark();
    // No operators yet: in [1 | 1] the bar begins the body of a comprehension.
    Term head = term();
    if (head == null) {
      return null;
    }
    if (cursor.at(TokenKind.OR) && comprehension) {
      cursor.advance();
      Body body = literals.body(TokenKind.RIGHT_BRACKET);
      if (body != null) {
        return new Term.ArrayComprehension(cursor.span(start, cursor.end()), head, body);
      }
      if (!cursor.at(TokenKind.COMMA)) {
        return null;
      }
    }
    cursor.reset(mark);
    List<Term> items = new ArrayList<>();
    return list(TokenKind.RIGHT_BRACKET, items)
        ? new Term.ArrayTerm(cursor.span(start, cursor.end()), items)
        : null;
  }

  private @Nullable Term setOrObject() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.at(TokenKind.RIGHT_BRACE)) {
      return new Term.ObjectTerm(cursor.span(start, cursor.end()), List.of());
    }
    boolean comprehension = !cursor.accept(TokenKind.COMMA);
    TokenCursor.Mark mark = cursor.mark();
    Term head = term();
    if (head == null) {
      return null;
    }
    switch (cursor.kind()) {
      case OR -> {
        if (comprehension) {
          return setComprehension(start, head, mark);
        }
      }
      case RIGHT_BRACE, COMMA -> {
        return set(start, mark);
      }
      case COLON -> {
        return object(start, head, comprehension);
      }
      default -> {}
    }
    cursor.reset(mark);
    head = infixInList();
    if (head == null) {
      return null;
    }
    switch (cursor.kind()) {
      case RIGHT_BRACE, COMMA -> {
        return set(start, mark);
      }
      case COLON -> {
        return object(start, head, comprehension);
      }
      default -> {
        cursor.unexpected("non-terminated set");
        return null;
      }
    }
  }

  private @Nullable Term setComprehension(int start, Term head, TokenCursor.Mark mark) {
    cursor.advance();
    Body body = literals.body(TokenKind.RIGHT_BRACE);
    if (body != null) {
      return new Term.SetComprehension(cursor.span(start, cursor.end()), head, body);
    }
    return cursor.at(TokenKind.COMMA) ? set(start, mark) : null;
  }

  private @Nullable Term set(int start, TokenCursor.Mark firstItem) {
    cursor.reset(firstItem);
    List<Term> items = new ArrayList<>();
    return list(TokenKind.RIGHT_BRACE, items)
        ? new Term.SetTerm(cursor.span(start, cursor.end()), items)
        : null;
  }

  private @Nullable Term object(int start, Term key, boolean comprehension) {
    cursor.advance();
    TokenCursor.Mark mark = cursor.mark();
    Term value = term();
    if (value == null) {
      return null;
    }
    if (comprehension && (cursor.at(TokenKind.RIGHT_BRACE) || cursor.at(TokenKind.COMMA))) {
      Term object = objectItems(start, key, value);
      if (object == null) {
        cursor.unexpectedAt(mark, Messages.NON_TERMINATED_OBJECT);
      }
      return object;
    }
    if (comprehension && cursor.at(TokenKind.OR)) {
      Term object = objectComprehension(start, key, value);
      if (object != null) {
        return object;
      }
    }
    cursor.reset(mark);
    value = infixInList();
    if (value == null) {
      return null;
    }
    if (cursor.at(TokenKind.RIGHT_BRACE) || cursor.at(TokenKind.COMMA)) {
      return objectItems(start, key, value);
    }
    cursor.unexpected(Messages.NON_TERMINATED_OBJECT);
    return null;
  }

  private @Nullable Term objectComprehension(int start, Term key, Term value) {
    cursor.advance();
    Body body = literals.body(TokenKind.RIGHT_BRACE);
    return body == null
        ? null
        : new Term.ObjectComprehension(cursor.span(start, cursor.end()), key, value, body);
  }

  private @Nullable Term objectItems(int start, Term key, Term value) {
    List<Term.Entry> entries = new ArrayList<>();
    entries.add(new Term.Entry(key, value));
    while (cursor.accept(TokenKind.COMMA)) {
      if (cursor.at(TokenKind.RIGHT_BRACE)) {
        break;
      }
      Term nextKey = infixInList();
      if (nextKey == null) {
        return null;
      }
      if (!cursor.at(TokenKind.COLON)) {
        cursor.unexpected("expected " + quoted(TokenKind.COLON));
        return null;
      }
      cursor.advance();
      Term nextValue = infixInList();
      if (nextValue == null) {
        return null;
      }
      entries.add(new Term.Entry(nextKey, nextValue));
    }
    if (!cursor.at(TokenKind.RIGHT_BRACE)) {
      expectedCommaOr(TokenKind.RIGHT_BRACE);
      return null;
    }
    return new Term.ObjectTerm(cursor.span(start, cursor.end()), entries);
  }

  /** Parses terms up to {@code end}, which becomes the current token; false if that fails. */
  private boolean list(TokenKind end, List<Term> items) {
    while (!cursor.at(end)) {
      Term item = infixInList();
      if (item == null) {
        return false;
      }
      items.add(item);
      if (!cursor.at(end) && !cursor.accept(TokenKind.COMMA)) {
        expectedCommaOr(end);
        return false;
      }
    }
    return true;
  }

  private void expectedCommaOr(TokenKind end) {
    cursor.unexpected("expected " + quoted(TokenKind.COMMA) + " or " + quoted(end));
  }

  private static String quoted(TokenKind kind) {
    return '"' + kind.text() + '"';
  }
}
