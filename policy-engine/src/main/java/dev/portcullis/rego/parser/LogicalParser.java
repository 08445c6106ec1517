package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.text.Span;
import dev.portcullis.rego.token.TokenKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses the experimental {@code and} and {@code or}, their operands in braces and their groups in
 * parentheses. A parenthesis may also begin a plain term, so groups are attempts.
 */
final class LogicalParser {
  private final TokenCursor cursor;
  private final LiteralParser literals;

  LogicalParser(TokenCursor cursor, LiteralParser literals) {
    this.cursor = cursor;
    this.literals = literals;
  }

  /**
   * What an attempt gave.
   *
   * @param committed whether it is what was tried; if not, the cursor stands where it stood
   * @param expr the expression; null if it has faults
   */
  record Attempt(boolean committed, @Nullable Expr expr) {
    static final Attempt NOT_MEANT = new Attempt(false, null);
    static final Attempt FAILED = new Attempt(true, null);

    static Attempt of(@Nullable Expr expr) {
      return new Attempt(true, expr);
    }
  }

  private record Group(boolean committed, Expr.@Nullable Operand operand) {
    static final Group NOT_MEANT = new Group(false, null);
    static final Group FAILED = new Group(true, null);
  }

  boolean isActive() {
    return cursor.hasKeyword("and") || cursor.hasKeyword("or");
  }

  boolean atOperator() {
    return cursor.at(TokenKind.LOGICAL_AND) || cursor.at(TokenKind.LOGICAL_OR);
  }

  /** Tries {@code { body } and …} and {@code ( … )} at the start of an expression. */
  Attempt leading() {
    int start = cursor.start();
    if (cursor.at(TokenKind.LEFT_BRACE)) {
      TokenCursor.Mark mark = cursor.mark();
      Body body = literals.bracedBody();
      if (body != null && atOperator()) {
        return Attempt.of(chainWithModifiers(new Expr.Operand(body, true), start));
      }
      cursor.reset(mark);
    } else if (cursor.at(TokenKind.LEFT_PAREN)) {
      Group group = group(false);
      if (group.committed) {
        return group.operand == null ? Attempt.FAILED : Attempt.of(rest(group.operand, start));
      }
    }
    return Attempt.NOT_MEANT;
  }

  /** Tries {@code ( … )} after {@code not}. */
  Attempt negatedGroup(int start) {
    Group group = group(true);
    if (!group.committed) {
      return Attempt.NOT_MEANT;
    }
    if (group.operand == null) {
      return Attempt.FAILED;
    }
    Expr not = literals.negation(start, group.operand.body(), group.operand.braces());
    return Attempt.of(rest(operand(not), start));
  }

  /** Parses the operators that follow {@code first}, whose {@code with} stands at an offset. */
  @Nullable Expr after(Expr first, int withAt) {
    if (withAt >= 0) {
      faultAtWith(withAt);
      return null;
    }
    return chainWithModifiers(operand(first), first.span().start());
  }

  private void faultAtWith(int offset) {
    String keyword = cursor.kind().text();
    cursor.hint(
        "Wrap the operand in `(...)` or `{...}` to scope, or move `with` after the `"
            + keyword
            + "` expression to apply it to the whole expression");
    cursor.fault(offset, "`with` modifier is not allowed on operand of `" + keyword + "`");
  }

  private static Expr.Operand operand(Expr expr) {
    return new Expr.Operand(new Body(expr.span(), List.of(expr)), false);
  }

  private @Nullable Expr rest(Expr.Operand operand, int start) {
    return atOperator()
        ? chainWithModifiers(operand, start)
        : literals.withModifiers(operand.body().exprs().get(0), start);
  }

  private @Nullable Expr chainWithModifiers(Expr.Operand first, int start) {
    Expr chain = chain(first, start);
    return chain == null ? null : literals.withModifiers(chain, start);
  }

  /** Parses {@code first and … or …}; {@code and} binds tighter. */
  private @Nullable Expr chain(Expr.Operand first, int start) {
    Expr.Operand left = conjunction(first, start);
    while (left != null && cursor.accept(TokenKind.LOGICAL_OR)) {
      int rightStart = cursor.start();
      Expr.Operand next = operand();
      Expr.Operand right = next == null ? null : conjunction(next, rightStart);
      left = right == null ? null : join(Expr.LogicalOperator.OR, left, right, start);
    }
    return left == null ? null : left.body().exprs().get(0);
  }

  private Expr.@Nullable Operand conjunction(Expr.Operand first, int start) {
    Expr.Operand left = first;
    while (left != null && cursor.accept(TokenKind.LOGICAL_AND)) {
      Expr.Operand right = operand();
      left = right == null ? null : join(Expr.LogicalOperator.AND, left, right, start);
    }
    return left;
  }

  private Expr.Operand join(
      Expr.LogicalOperator operator, Expr.Operand left, Expr.Operand right, int start) {
    Span span = cursor.spanFrom(start);
    Expr.Logical statement = new Expr.Logical(span, operator, left, right);
    return operand(new Expr(span, false, statement, List.of()));
  }

  private Expr.@Nullable Operand operand() {
    int start = cursor.start();
    if (cursor.at(TokenKind.LEFT_BRACE)) {
      Body body = literals.bracedBody();
      return body == null ? null : new Expr.Operand(body, true);
    }
    boolean negated = literals.acceptNot();
    boolean notBodies = literals.notBodies();
    if (negated && notBodies && cursor.at(TokenKind.LEFT_BRACE)) {
      Expr not = literals.notBody(start);
      return not == null ? null : operand(not);
    }
    if (cursor.at(TokenKind.LEFT_PAREN) && (!negated || notBodies)) {
      Group group = group(true);
      if (group.committed) {
        return group.operand == null || !negated
            ? group.operand
            : operand(literals.negation(start, group.operand.body(), group.operand.braces()));
      }
    }
    Expr expr = literals.expression();
    if (expr == null) {
      return null;
    }
    if (!negated) {
      return operand(expr);
    }
    return operand(
        notBodies
            ? literals.negation(start, new Body(expr.span(), List.of(expr)), false)
            : new Expr(cursor.spanFrom(start), true, expr.statement(), List.of()));
  }

  /**
   * Tries a group in parentheses.
   *
   * @param asOperand whether only an operand can stand here, so that braces are a body
   */
  private Group group(boolean asOperand) {
    if (!cursor.enter()) {
      return Group.FAILED;
    }
    try {
      return groupInside(asOperand);
    } finally {
      cursor.leave();
    }
  }

  private Group groupInside(boolean asOperand) {
    TokenCursor.Mark mark = cursor.mark();
    int open = cursor.start();
    cursor.advance();
    if (cursor.at(TokenKind.RIGHT_PAREN)) {
      if (asOperand) {
        cursor.fault(open, "empty parenthesized group");
        return Group.FAILED;
      }
      return notMeant(mark);
    }
    boolean brace = cursor.at(TokenKind.LEFT_BRACE);
    int start = cursor.start();
    Expr.Operand left = operand();
    if (left == null) {
      return asOperand && brace ? Group.FAILED : notMeant(mark);
    }
    if (atOperator()) {
      Expr chain = chainWithModifiers(left, start);
      return chain == null ? Group.FAILED : closed(operand(chain));
    }
    Expr sole = left.body().exprs().get(0);
    if (cursor.at(TokenKind.WITH) && !left.braces()) {
      int withAt = cursor.start();
      Expr modified = literals.withModifiers(sole, start);
      if (modified == null) {
        return Group.FAILED;
      }
      if (atOperator()) {
        faultAtWith(withAt);
        return Group.FAILED;
      }
      return closedAsOperand(operand(modified), asOperand, mark);
    }
    if (left.braces()) {
      return closedAsOperand(left, asOperand, mark);
    }
    boolean meant = sole.negated() || sole.statement() instanceof Expr.Logical;
    return meant ? closed(left) : notMeant(mark);
  }

  private Group notMeant(TokenCursor.Mark mark) {
    cursor.reset(mark);
    return Group.NOT_MEANT;
  }

  private Group closedAsOperand(Expr.Operand operand, boolean asOperand, TokenCursor.Mark mark) {
    Group group = closed(operand);
    return group.operand == null || asOperand || atOperator() ? group : notMeant(mark);
  }

  private Group closed(Expr.Operand operand) {
    if (!cursor.at(TokenKind.RIGHT_PAREN)) {
      cursor.fault("expected ) to close parenthesized group");
      return Group.FAILED;
    }
    cursor.advance();
    return new Group(true, operand);
  }
}
