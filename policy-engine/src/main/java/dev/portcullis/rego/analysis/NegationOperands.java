package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes out of {@code not} what Rego evaluates before it. {@code not f(input.x)} means {@code v =
 * input.x; not f(v)}: it is undefined, not true, where {@code input.x} is undefined. Operands of an
 * equality and a reference alone stay. Under {@code import future.keywords.not} negations are
 * bodies and everything stays.
 */
final class NegationOperands extends TermRewriter {
  private final Names names;
  private final boolean comparisonIsEquality;

  /**
   * Creates the pass.
   *
   * @param comparisonIsEquality whether {@code ==} counts as an equality: in rules it does, in
   *     queries not
   */
  NegationOperands(Names names, boolean comparisonIsEquality) {
    this.names = names;
    this.comparisonIsEquality = comparisonIsEquality;
  }

  @Override
  public Body body(Body body) {
    List<Expr> result = new ArrayList<>();
    boolean changed = false;
    for (Expr expr : body.exprs()) {
      Expr inner = expr(expr);
      if (inner.negated() && inner.statement() instanceof Expr.TermStatement s) {
        Expr.Statement statement = new Expr.TermStatement(operands(s.term(), inner, result));
        result.add(new Expr(inner.span(), true, statement, inner.with()));
      } else {
        result.add(inner);
      }
      changed = changed || result.get(result.size() - 1) != expr;
    }
    return changed ? new Body(body.span(), result) : body;
  }

  private Term operands(Term term, Expr owner, List<Expr> before) {
    if (!(term instanceof Term.Call call)) {
      return kept(term, owner, before);
    }
    boolean equality =
        call.arguments().size() == 2
            && (Terms.isCallOf(call, "eq")
                || comparisonIsEquality && Terms.isCallOf(call, "equal"));
    List<Term> arguments = new ArrayList<>();
    for (Term argument : call.arguments()) {
      arguments.add(equality ? kept(argument, owner, before) : moved(argument, owner, before));
    }
    return new Term.Call(call.span(), call.operator(), arguments);
  }

  private Term kept(Term term, Expr owner, List<Expr> before) {
    if (term instanceof Term.Ref ref) {
      return path(ref, owner, before);
    }
    if (Variables.isComprehension(term) || Terms.isRootDocument(term)) {
      return term;
    }
    return moved(term, owner, before);
  }

  private Term.Ref path(Term.Ref ref, Expr owner, List<Expr> before) {
    return new Term.Ref(ref.span(), ref.head(), moved(ref.path(), owner, before));
  }

  private List<Term> moved(List<Term> terms, Expr owner, List<Expr> before) {
    List<Term> result = new ArrayList<>();
    for (Term term : terms) {
      result.add(moved(term, owner, before));
    }
    return result;
  }

  private Term moved(Term term, Expr owner, List<Expr> before) {
    if (term instanceof Term.Ref ref) {
      return named(path(ref, owner, before), owner, before);
    }
    if (Variables.isComprehension(term) || Terms.isRootDocument(term)) {
      return named(term, owner, before);
    }
    if (term instanceof Term.ArrayTerm array) {
      return new Term.ArrayTerm(array.span(), moved(array.items(), owner, before));
    }
    if (term instanceof Term.SetTerm set) {
      return new Term.SetTerm(set.span(), moved(set.items(), owner, before));
    }
    if (term instanceof Term.ObjectTerm object) {
      List<Term.Entry> entries = new ArrayList<>();
      for (Term.Entry entry : object.entries()) {
        Term key = moved(entry.key(), owner, before);
        entries.add(new Term.Entry(key, moved(entry.value(), owner, before)));
      }
      return new Term.ObjectTerm(object.span(), entries);
    }
    return term;
  }

  private Term named(Term term, Expr owner, List<Expr> before) {
    Term.Var v = names.generated(term.span());
    before.add(Terms.equalityExpr(term.span(), v, term, owner.with()));
    return v;
  }
}
