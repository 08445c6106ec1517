package dev.portcullis.rego.ast;

import java.util.List;

/**
 * Walks a tree in the order of the source. Each method visits one kind of node and by default
 * visits its children; a subclass overrides the methods of the nodes that it cares for and calls
 * {@code super} where it wants to go on below them.
 */
public abstract class TermWalker {

  /** Visits a rule: its head, its body and the rule of its {@code else}. */
  public void rule(Rule rule) {
    for (Rule next = rule; next != null; next = next.otherwise().orElse(null)) {
      head(next.head());
      body(next.body());
    }
  }

  /** Visits a head: its reference, arguments, key and value. */
  public void head(Rule.Head head) {
    term(head.ref());
    head.arguments().ifPresent(this::terms);
    head.key().ifPresent(this::term);
    head.value().ifPresent(this::term);
  }

  /** Visits a body: its expressions. */
  public void body(Body body) {
    for (Expr expr : body.exprs()) {
      expr(expr);
    }
  }

  /** Visits an expression: its statement, then the targets and values of its modifiers. */
  public void expr(Expr expr) {
    statement(expr.statement());
    for (Expr.With with : expr.with()) {
      with(with);
    }
  }

  /** Visits a modifier: its target and its value. */
  public void with(Expr.With with) {
    term(with.target());
    term(with.value());
  }

  /** Visits a statement: its terms and bodies. */
  public void statement(Expr.Statement statement) {
    if (statement instanceof Expr.TermStatement s) {
      term(s.term());
    } else if (statement instanceof Expr.SomeDecl s) {
      terms(s.variables());
    } else if (statement instanceof Expr.SomeIn s) {
      s.key().ifPresent(this::term);
      term(s.value());
      term(s.domain());
    } else if (statement instanceof Expr.Every s) {
      s.key().ifPresent(this::term);
      term(s.value());
      term(s.domain());
      body(s.body());
    } else if (statement instanceof Expr.NotBody s) {
      body(s.body());
    } else if (statement instanceof Expr.Logical s) {
      body(s.left().body());
      body(s.right().body());
    }
  }

  /** Visits a term: its children. */
  public void term(Term term) {
    term.accept(new Children());
  }

  /** Visits each of {@code terms}. */
  public final void terms(List<? extends Term> terms) {
    for (Term term : terms) {
      term(term);
    }
  }

  private final class Children implements Term.Visitor<Boolean> {
    @Override
    public Boolean scalar(Term.Scalar term) {
      return true;
    }

    @Override
    public Boolean variable(Term.Var term) {
      return true;
    }

    @Override
    public Boolean reference(Term.Ref term) {
      term(term.head());
      terms(term.path());
      return true;
    }

    @Override
    public Boolean array(Term.ArrayTerm term) {
      terms(term.items());
      return true;
    }

    @Override
    public Boolean object(Term.ObjectTerm term) {
      for (Term.Entry entry : term.entries()) {
        term(entry.key());
        term(entry.value());
      }
      return true;
    }

    @Override
    public Boolean set(Term.SetTerm term) {
      terms(term.items());
      return true;
    }

    @Override
    public Boolean arrayComprehension(Term.ArrayComprehension term) {
      term(term.head());
      body(term.body());
      return true;
    }

    @Override
    public Boolean setComprehension(Term.SetComprehension term) {
      term(term.head());
      body(term.body());
      return true;
    }

    @Override
    public Boolean objectComprehension(Term.ObjectComprehension term) {
      term(term.key());
      term(term.value());
      body(term.body());
      return true;
    }

    @Override
    public Boolean call(Term.Call term) {
      term(term.operator());
      terms(term.arguments());
      return true;
    }

    @Override
    public Boolean template(Term.TemplateString term) {
      for (Term.TemplatePart part : term.parts()) {
        if (part instanceof Term.TemplatePart.Interpolation interpolation) {
          expr(interpolation.expr());
        }
      }
      return true;
    }
  }
}
