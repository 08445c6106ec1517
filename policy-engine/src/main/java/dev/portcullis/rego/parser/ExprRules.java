package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an expression that stands where a rule is expected as the rule without a body that it
 * means: {@code p := 1}, {@code f(x) = y}, {@code p[x]}, {@code a.b.c}.
 */
final class ExprRules {
  private static final Set<String> OPERATORS =
      Set.of(
          "equal",
          "neq",
          "lt",
          "lte",
          "gt",
          "gte",
          "plus",
          "minus",
          "mul",
          "div",
          "rem",
          "and",
          "or",
          "internal.member_2",
          "internal.member_3");

  private ExprRules() {}

  /** What an expression is: a rule, or the reason why it is none. */
  record Reading(Optional<RuleDraft> rule, String problem) {
    static Reading of(Rule rule) {
      return new Reading(Optional.of(new RuleDraft(rule, false, false, List.of())), "");
    }

    static Reading problem(String text) {
      return new Reading(Optional.empty(), text);
    }
  }

  static Reading read(Body body) {
    if (body.exprs().size() != 1) {
      return Reading.problem("multiple expressions cannot be used for rule head");
    }
    Expr expr = body.exprs().get(0);
    if (!expr.with().isEmpty()) {
      return Reading.problem("expressions using with keyword cannot be used for rule head");
    }
    if (expr.negated()) {
      return Reading.problem("negated expressions cannot be used for rule head");
    }
    Expr.Statement statement = expr.statement();
    if (statement instanceof Expr.SomeDecl || statement instanceof Expr.SomeIn) {
      return Reading.problem("'some' declarations cannot be used for rule head");
    }
    if (!(statement instanceof Expr.TermStatement s)) {
      return Reading.problem("expression cannot be used for rule head");
    }
    Span span = expr.span();
    if (s.term() instanceof Term.Ref ref) {
      return reference(span, ref);
    }
    if (!(s.term() instanceof Term.Call call)) {
      return notAName(s.term());
    }
    return switch (call.name().orElse("")) {
      case "eq" -> equation(span, call, false);
      case "assign" -> equation(span, call, true);
      default -> function(span, call);
    };
  }

  private static Reading notAName(Term term) {
    return Reading.problem(Terms.kindName(term) + " cannot be used for rule name");
  }

  private static Reading invalidHead(Term term) {
    return Reading.problem("invalid rule head: " + AstText.of(term));
  }

  private static Reading reference(Span span, Term.Ref ref) {
    if (ref.path().isEmpty()) {
      return Reading.problem("refs cannot be used for rule head");
    }
    if (!(ref.head() instanceof Term.Var)) {
      return invalidHead(ref);
    }
    if (ref.path().size() > 1) {
      return Reading.of(
          single(span, ref, Optional.empty(), Generated.trueTerm(span), false, false));
    }
    Rule.Head head =
        new Rule.Head(
            span,
            Rule.Kind.MULTI_VALUE,
            new Term.Ref(ref.span(), ref.head(), List.of()),
            Optional.empty(),
            Optional.of(ref.path().get(0)),
            Optional.empty(),
            false,
            false);
    return Reading.of(
        new Rule(span, head, Generated.trueBody(span), false, Optional.empty(), false));
  }

  private static Reading equation(Span span, Term.Call call, boolean assigned) {
    if (call.arguments().size() != 2) {
      return Reading.problem("assignment requires two operands");
    }
    Term left = call.arguments().get(0);
    Term right = call.arguments().get(1);
    if (left instanceof Term.Var name) {
      Term.Ref ref = new Term.Ref(name.span(), name, List.of());
      return Reading.of(single(span, ref, Optional.empty(), right, true, assigned));
    }
    if (left instanceof Term.Ref ref) {
      return ref.head() instanceof Term.Var
          ? Reading.of(single(span, ref, Optional.empty(), right, true, assigned))
          : invalidHead(ref);
    }
    if (left instanceof Term.Call f && f.operator().head() instanceof Term.Var) {
      return Reading.of(single(span, f.operator(), arguments(f), right, true, assigned));
    }
    return notAName(left);
  }

  private static Reading function(Span span, Term.Call call) {
    if (OPERATORS.contains(call.name().orElse(""))) {
      return Reading.problem("rule name conflicts with built-in function");
    }
    if (call.arguments().isEmpty()) {
      return Reading.problem("rule argument list must take at least one argument");
    }
    if (!(call.operator().head() instanceof Term.Var)) {
      return invalidHead(call.operator());
    }
    return Reading.of(
        single(span, call.operator(), arguments(call), Generated.trueTerm(span), false, false));
  }

  private static Optional<List<Term>> arguments(Term.Call call) {
    return call.arguments().isEmpty() ? Optional.empty() : Optional.of(call.arguments());
  }

  private static Rule single(
      Span span,
      Term.Ref ref,
      Optional<List<Term>> arguments,
      Term value,
      boolean valueWritten,
      boolean assigned) {
    Rule.Head head =
        new Rule.Head(
            span,
            Rule.Kind.SINGLE_VALUE,
            ref,
            arguments,
            Optional.empty(),
            Optional.of(value),
            valueWritten,
            assigned);
    return new Rule(span, head, Generated.trueBody(span), false, Optional.empty(), false);
  }
}
