package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions about terms and expressions, and makers of common ones. */
public final class Terms {
  private Terms() {}

  /** Returns {@code left = right}. */
  public static Term.Call equality(Span span, Term left, Term right) {
    return new Term.Call(span, Refs.of(span, "eq"), List.of(left, right));
  }

  /** Returns the expression {@code left = right}. */
  public static Expr equalityExpr(Span span, Term left, Term right, List<Expr.With> with) {
    return new Expr(
        span, false, new Expr.TermStatement(equality(span, left, right)), List.copyOf(with));
  }

  /** Returns the body {@code true}. */
  public static Body trueBody(Span span) {
    return new Body(span, List.of(Expr.of(new Term.Scalar(span, BooleanValue.TRUE))));
  }

  /** Returns whether the body is {@code true} alone, as of a rule that has none. */
  public static boolean isTrue(List<Expr> body) {
    return body.size() == 1
        && body.get(0).statement() instanceof Expr.TermStatement s
        && s.term() instanceof Term.Scalar scalar
        && scalar.value() == BooleanValue.TRUE
        && !body.get(0).negated()
        && body.get(0).with().isEmpty();
  }

  /** Returns {@code body} followed by {@code more}, which replaces a body that is only true. */
  public static Body append(Body body, List<Expr> more) {
    if (more.isEmpty()) {
      return body;
    }
    List<Expr> all = new ArrayList<>(isTrue(body.exprs()) ? List.of() : body.exprs());
    all.addAll(more);
    return new Body(body.span(), all);
  }

  /** Returns the call that an expression consists of, negated or not. */
  public static Optional<Term.Call> call(Expr expr) {
    return expr.statement() instanceof Expr.TermStatement s && s.term() instanceof Term.Call call
        ? Optional.of(call)
        : Optional.empty();
  }

  /** Returns whether the call is of the builtin {@code name}. */
  public static boolean isCallOf(Term.Call call, String name) {
    return call.operator().path().isEmpty() && call.operator().startsWith(name);
  }

  /** Returns whether the expression is {@code left := right}. */
  public static boolean isAssignment(Expr expr) {
    return call(expr).map(c -> isCallOf(c, "assign")).orElse(false);
  }

  /** Returns whether the expression is {@code left = right}. */
  public static boolean isEquality(Expr expr) {
    return call(expr).map(c -> isCallOf(c, "eq")).orElse(false);
  }

  /** Returns whether the term is {@code input} or {@code data} alone. */
  public static boolean isRootDocument(Term term) {
    return term instanceof Term.Var v && Names.isRoot(v.name())
        || term instanceof Term.Ref ref
            && ref.path().isEmpty()
            && ref.head() instanceof Term.Var head
            && Names.isRoot(head.name());
  }

  /** Returns whether the term is a reference or holds one, or a comprehension. */
  public static boolean requiresEvaluation(Term term) {
    EvaluationFinder finder = new EvaluationFinder();
    finder.term(term);
    return finder.found;
  }

  /** Returns whether the term is null, a boolean, a number or a string. */
  public static boolean isScalar(Term term) {
    return term instanceof Term.Scalar;
  }

  /** Returns whether the term has no variables and nothing to evaluate. */
  public static boolean isConstant(Term term) {
    ConstantFinder finder = new ConstantFinder();
    finder.term(term);
    return finder.constant;
  }

  private static final class EvaluationFinder extends TermWalker {
    private boolean found;

    @Override
    public void term(Term term) {
      if (term instanceof Term.Ref
          || term instanceof Term.TemplateString
          || Variables.isComprehension(term)
          || isRootDocument(term)) {
        found = true;
      }
      if (!found) {
        super.term(term);
      }
    }
  }

  private static final class ConstantFinder extends TermWalker {
    private boolean constant = true;

    @Override
    public void term(Term term) {
      if (term instanceof Term.Var
          || term instanceof Term.Ref
          || term instanceof Term.Call
          || term instanceof Term.TemplateString
          || Variables.isComprehension(term)) {
        constant = false;
      }
      if (constant) {
        super.term(term);
      }
    }
  }
}
