package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import dev.portcullis.rego.token.TokenKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Parses bodies and their expressions. A method that answers null has left a fault; the cursor
 * stands after what was parsed, for a body at the token that ends it.
 */
final class LiteralParser {
  private static final String EXPECTED_EVERY = "expected `x[, y] in xs { ... }` expression";

  private final TokenCursor cursor;
  private final TermParser terms;
  private final LogicalParser logical;
  private final TemplateParser templates;

  /** Whether {@code not} negates a body: {@code future.keywords.not}. */
  private boolean notBodies;

  LiteralParser(TokenCursor cursor) {
    this.cursor = cursor;
    this.terms = new TermParser(cursor, this);
    this.logical = new LogicalParser(cursor, this);
    this.templates = new TemplateParser(cursor, this);
  }

  TermParser terms() {
    return terms;
  }

  boolean notBodies() {
    return notBodies;
  }

  void allowNotBodies() {
    notBodies = true;
  }

  @Nullable Term template(boolean raw) {
    return templates.parse(raw);
  }

  // Bodies

  /** Parses a body up to {@code end}. */
  @Nullable Body body(TokenKind end) {
    if (!cursor.enter()) {
      return null;
    }
    try {
      return query(false, end);
    } finally {
      cursor.leave();
    }
  }

  /**
   * Parses expressions.
   *
   * @param semicolonsOnly whether only a semicolon, and no line end, joins two expressions
   */
  @Nullable Body query(boolean semicolonsOnly, TokenKind end) {
    if (cursor.at(end)) {
      cursor.fault("found empty body");
      return null;
    }
    int start = cursor.start();
    List<Expr> exprs = new ArrayList<>();
    while (true) {
      Expr expr = literal();
      if (expr == null) {
        return null;
      }
      exprs.add(expr);
      if (cursor.accept(TokenKind.SEMICOLON)) {
        continue;
      }
      if (cursor.at(end) || semicolonsOnly) {
        return new Body(cursor.spanFrom(start), exprs);
      }
      if (!cursor.newlineBefore()) {
        if (!cursor.hasFaults()) {
          cursor.unexpected("expected \\n or ; or " + end.text());
        }
        return null;
      }
    }
  }

  /** Parses {@code { body }} and steps over the closing brace. */
  @Nullable Body bracedBody() {
    cursor.advance();
    Body body = body(TokenKind.RIGHT_BRACE);
    if (body != null) {
      cursor.advance();
    }
    return body;
  }

  // Expressions

  @Nullable Expr literal() {
    int start = cursor.start();
    if (logical.isActive()) {
      LogicalParser.Attempt group = logical.leading();
      if (group.committed()) {
        return group.expr();
      }
    }
    if (cursor.takeKeywordAsRefHead()) {
      return plain(start, false);
    }
    boolean negated = acceptNot();
    if (negated && notBodies && cursor.at(TokenKind.LEFT_BRACE)) {
      Expr expr = notBody(start);
      return expr == null ? null : withModifiers(expr, start);
    }
    return switch (cursor.kind()) {
      case SOME -> negated ? illegalNegation("some") : some(start);
      case EVERY -> negated ? illegalNegation("every") : every(start);
      default -> plain(start, negated);
    };
  }

  /** Steps over {@code not} unless it begins a reference. */
  boolean acceptNot() {
    return cursor.at(TokenKind.NOT) && !cursor.refFollows() && cursor.accept(TokenKind.NOT);
  }

  private @Nullable Expr illegalNegation(String keyword) {
    cursor.unexpected("illegal negation of '" + keyword + "'");
    return null;
  }

  /** Parses {@code { body }} after {@code not}. */
  @Nullable Expr notBody(int start) {
    Body body = bracedBody();
    return body == null ? null : negation(start, body, true);
  }

  Expr negation(int start, Body body, boolean braces) {
    Span span = cursor.spanFrom(start);
    return new Expr(span, true, new Expr.NotBody(span, body, braces), List.of());
  }

  private @Nullable Expr plain(int start, boolean negated) {
    if (negated && notBodies && logical.isActive() && cursor.at(TokenKind.LEFT_PAREN)) {
      LogicalParser.Attempt group = logical.negatedGroup(start);
      if (group.committed()) {
        return group.expr();
      }
    }
    TokenCursor.Mark mark = cursor.mark();
    Expr expr = expression();
    if (expr == null) {
      return null;
    }
    int withAt = cursor.at(TokenKind.WITH) ? cursor.start() : -1;
    List<Expr.With> with = modifiers();
    if (with == null) {
      return null;
    }
    hintAtEvery(expr, mark);
    Expr result;
    if (negated && notBodies) {
      Body body = new Body(expr.span(), List.of(expr));
      Expr outer = negation(start, body, false);
      result = new Expr(outer.span(), true, outer.statement(), with);
    } else {
      result = new Expr(cursor.spanFrom(start), negated, expr.statement(), with);
    }
    return logical.atOperator() ? logical.after(result, withAt) : result;
  }

  /** Parses a term, an assignment or a unification, without {@code not} and {@code with}. */
  @Nullable Expr expression() {
    int start = cursor.start();
    Term left = terms.infix();
    if (left == null) {
      return null;
    }
    if (cursor.at(TokenKind.ASSIGN) || cursor.at(TokenKind.UNIFY)) {
      Term.Ref operator = Refs.of(cursor.span(), cursor.kind().text());
      cursor.advance();
      Term right = terms.infix();
      if (right == null) {
        return null;
      }
      left = new Term.Call(cursor.spanFrom(start), operator, List.of(left, right));
    }
    return new Expr(cursor.spanFrom(start), false, new Expr.TermStatement(left), List.of());
  }

  // Modifiers

  /** Adds the modifiers that follow. */
  @Nullable Expr withModifiers(Expr expr, int start) {
    List<Expr.With> with = modifiers();
    return with == null
        ? null
        : new Expr(cursor.spanFrom(start), expr.negated(), expr.statement(), with);
  }

  private @Nullable List<Expr.With> modifiers() {
    List<Expr.With> modifiers = new ArrayList<>();
    while (cursor.at(TokenKind.WITH)) {
      int start = cursor.start();
      cursor.advance();
      if (!cursor.at(TokenKind.IDENT)) {
        cursor.unexpected("expected ident");
        return null;
      }
      Term target = terms.term();
      if (target == null) {
        return null;
      }
      if (!(target instanceof Term.Ref || target instanceof Term.Var)) {
        cursor.unexpected("expected with target path");
      }
      if (!cursor.at(TokenKind.AS)) {
        cursor.unexpected("expected as keyword");
        return null;
      }
      cursor.advance();
      Term value = terms.infix();
      if (value == null) {
        return null;
      }
      modifiers.add(new Expr.With(cursor.spanFrom(start), target, value));
    }
    return modifiers;
  }

  // some and every

  private @Nullable Expr some(int start) {
    TokenCursor.Mark mark = cursor.mark();
    Span keyword = cursor.span();
    cursor.advance();
    Term term = terms.infix();
    if (term instanceof Term.Call call) {
      Optional<Membership> membership = Membership.of(call);
      if (membership.isEmpty()) {
        cursor.unexpected("expected `x in xs` or `x, y in xs` expression");
        return null;
      }
      Membership m = membership.get();
      Expr.SomeIn statement =
          new Expr.SomeIn(cursor.spanFrom(start), m.key(), m.value(), m.domain());
      return withModifiers(new Expr(statement.span(), false, statement, List.of()), start);
    }
    cursor.reset(mark);
    hintAtSomeIn(mark);
    List<Term.Var> variables = new ArrayList<>();
    do {
      cursor.advance();
      if (!cursor.at(TokenKind.IDENT)) {
        cursor.unexpected(Messages.EXPECTED_VAR);
        return null;
      }
      variables.add(terms.variable());
      cursor.advance();
    } while (cursor.at(TokenKind.COMMA));
    Span span = cursor.spanFrom(keyword.start());
    return new Expr(span, false, new Expr.SomeDecl(span, variables), List.of());
  }

  private @Nullable Expr every(int start) {
    cursor.advance();
    Term term = terms.infix();
    if (term == null) {
      return null;
    }
    Optional<Membership> membership =
        term instanceof Term.Call call ? Membership.of(call) : Optional.empty();
    if (membership.isEmpty()) {
      cursor.unexpected(EXPECTED_EVERY);
      return null;
    }
    Membership m = membership.get();
    if (m.key().isPresent() && !(m.key().get() instanceof Term.Var)) {
      cursor.unexpected("expected key to be a variable");
      return null;
    }
    if (!(m.value() instanceof Term.Var)) {
      cursor.unexpected("expected value to be a variable");
      return null;
    }
    if (!cursor.at(TokenKind.LEFT_BRACE)) {
      cursor.unexpected("missing body");
      return null;
    }
    Body body = bracedBody();
    if (body == null) {
      return null;
    }
    Span span = cursor.spanFrom(start);
    Expr.Every statement = new Expr.Every(span, m.key(), m.value(), m.domain(), body);
    return withModifiers(new Expr(span, false, statement, List.of()), start);
  }

  /** The operands of {@code value in domain} and {@code key, value in domain}. */
  private record Membership(Optional<Term> key, Term value, Term domain) {
    static Optional<Membership> of(Term.Call call) {
      List<Term> a = call.arguments();
      String name = call.name().orElse("");
      if (name.equals(TermParser.MEMBER) && a.size() == 2) {
        return Optional.of(new Membership(Optional.empty(), a.get(0), a.get(1)));
      }
      if (name.equals(TermParser.MEMBER_WITH_KEY) && a.size() == 3) {
        return Optional.of(new Membership(Optional.of(a.get(0)), a.get(1), a.get(2)));
      }
      return Optional.empty();
    }
  }

  // Hints: what would parse if a keyword were imported

  private void hintAtSomeIn(TokenCursor.Mark atSome) {
    if (cursor.options().version() == RegoVersion.V1) {
      return;
    }
    Term term =
        inFuture(
            () -> {
              cursor.advance();
              return terms.infix();
            });
    cursor.reset(atSome);
    if (term instanceof Term.Call call && Membership.of(call).isPresent()) {
      cursor.hint("`import future.keywords.in` for `some x in xs` expressions");
    }
  }

  private void hintAtEvery(Expr expr, TokenCursor.Mark before) {
    if (cursor.options().version() == RegoVersion.V1
        || !(expr.statement() instanceof Expr.TermStatement s)
        || !(s.term() instanceof Term.Var v)
        || !v.name().equals("every")) {
      return;
    }
    TokenCursor.Mark mark = cursor.mark();
    cursor.reset(before);
    Expr every = inFuture(() -> every(cursor.start()));
    cursor.reset(mark);
    if (every != null) {
      cursor.hint("`import future.keywords.every` for `every x in xs { ... }` expressions");
    }
  }

  private <T> @Nullable T inFuture(Supplier<@Nullable T> parse) {
    Map<String, TokenKind> future = new HashMap<>(TokenKind.V1_KEYWORDS);
    future.putAll(TokenKind.FUTURE_KEYWORDS);
    Map<String, TokenKind> kept = cursor.swapKeywords(cursor.keywordsWith(future));
    try {
      return terms.afresh(parse);
    } finally {
      cursor.swapKeywords(kept);
    }
  }
}
