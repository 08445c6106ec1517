package dev.portcullis.rego.ast;

import dev.portcullis.rego.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One expression of a body.
 *
 * @param span where it stands, with its {@code not} and {@code with}
 * @param negated whether {@code not} stands before it
 * @param statement what it says
 * @param with its modifiers, in the order of the source
 */
public record Expr(Span span, boolean negated, Statement statement, List<With> with) {
  /** Copies the modifiers. */
  public Expr {
    with = List.copyOf(with);
  }

  /** Returns a plain expression. */
  public static Expr of(Term term) {
    return new Expr(term.span(), false, new TermStatement(term), List.of());
  }

  /** What an expression says. */
  public sealed interface Statement {}

  /**
   * A term that must be defined and not false. {@code x := e}, {@code x = e} and {@code x == e} are
   * {@link Term.Call}s of {@code assign}, {@code eq} and {@code equal}.
   */
  public record TermStatement(Term term) implements Statement {}

  /** {@code some x, y}. The analysis removes it. */
  public record SomeDecl(Span span, List<Term.Var> variables) implements Statement {
    /** Copies the variables. */
    public SomeDecl {
      variables = List.copyOf(variables);
    }
  }

  /**
   * {@code some value in domain} or {@code some key, value in domain}; key and value may be
   * patterns.
   */
  public record SomeIn(Span span, Optional<Term> key, Term value, Term domain)
      implements Statement {}

  /** {@code every value in domain { body }} or {@code every key, value in domain { body }}. */
  public record Every(Span span, Optional<Term> key, Term value, Term domain, Body body)
      implements Statement {}

  /**
   * What {@code not} negates where {@code import future.keywords.not} holds: a body of its own, so
   * that everything in it, nested calls included, is under the negation. The expression is negated.
   *
   * @param braces whether it is written {@code not { … }} rather than {@code not expression}
   */
  public record NotBody(Span span, Body body, boolean braces) implements Statement {}

  /**
   * {@code left and right} or {@code left or right}: the experimental operators, which only a
   * feature of the parser's options allows.
   */
  public record Logical(Span span, LogicalOperator operator, Operand left, Operand right)
      implements Statement {}

  /** The operators of {@link Logical}. */
  public enum LogicalOperator {
    /** Both operands must hold. */
    AND,
    /** One operand must hold. */
    OR;

    /** Returns the operator as it is written. */
    public String keyword() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * An operand of {@link Logical}.
   *
   * @param braces whether it is written in braces
   */
  public record Operand(Body body, boolean braces) {}

  /**
   * {@code with target as value}.
   *
   * @param target a reference into {@code input} or {@code data}, or the name of a function
   * @param value what stands there instead, or the name of a function
   */
  public record With(Span span, Term target, Term value) {}
}
