package dev.portcullis.rego.analysis.safety;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.Builtin.Trait;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.analysis.Variables;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of what {@code print} and templates show have their values before. Both may show
 * what is undefined, and so give no values themselves. Takes trees that are not flat yet.
 */
public final class DeclarationCheck {
  private final Functions functions;
  private final Outputs outputs;
  private final Problems problems;

  /** Creates the check. */
  public DeclarationCheck(Functions functions, Problems problems) {
    this.functions = functions;
    this.outputs = new Outputs(functions);
    this.problems = problems;
  }

  /** Checks a rule without regard to its {@code else}. */
  public void rule(Rule rule) {
    Variables arguments = Variables.all();
    rule.head().arguments().ifPresent(arguments::terms);
    Known given = new Known(Optional.empty());
    given.addAll(Set.of("input", "data"));
    given.addAll(arguments.names());
    Known bound = new Known(Optional.of(given));
    body(rule.body(), given, bound);
    new Closures(bound, bound).head(rule.head());
  }

  /** Checks a query. */
  public void query(Body query) {
    Known given = new Known(Optional.empty());
    given.addAll(Set.of("input", "data"));
    body(query, given, new Known(Optional.of(given)));
  }

  /**
   * Checks a body.
   *
   * @param around what the enclosing bodies bind
   * @param whole takes what this body binds
   */
  private void body(Body body, Known around, Known whole) {
    for (Expr expr : body.exprs()) {
      whole.addAll(outputs(expr, whole));
    }
    Known before = new Known(Optional.of(around));
    for (Expr expr : body.exprs()) {
      print(expr, before);
      new Closures(before, whole).expr(expr);
      before.addAll(outputs(expr, before));
    }
  }

  private Set<String> outputs(Expr expr, Known known) {
    return outputs.of(BodyOrder.asEquality(expr, () -> new Term.Var(expr.span(), "#key")), known);
  }

  private void print(Expr expr, Known before) {
    Optional<Term.Call> call = Terms.call(expr);
    if (call.isEmpty() || !Terms.isCallOf(call.get(), "print")) {
      return;
    }
    for (Term argument : call.get().arguments()) {
      undeclared(argument, before, true);
    }
  }

  private void undeclared(Term term, Known known, boolean declaredSuffices) {
    for (String name : Variables.visibleIn(term)) {
      boolean declared = declaredSuffices && name.indexOf('#') >= 0;
      if (!declared && !known.contains(name)) {
        problems.error(
            DiagnosticCode.REGO_COMPILE_ERROR,
            term.span(),
            "var " + Names.original(name) + " is undeclared");
      }
    }
  }

  /** Checks the templates and the bodies within an expression. */
  private final class Closures extends TermWalker {
    private final Known before;
    private final Known whole;

    Closures(Known before, Known whole) {
      this.before = before;
      this.whole = whole;
    }

    private void closure(Body body, List<Term> heads) {
      Known inner = new Known(Optional.of(whole));
      body(body, before, inner);
      heads.forEach(new Closures(inner, inner)::term);
    }

    private void body(Body body, Known around, Known inner) {
      DeclarationCheck.this.body(body, around, inner);
    }

    @Override
    public void term(Term term) {
      if (term instanceof Term.ArrayComprehension c) {
        closure(c.body(), List.of(c.head()));
      } else if (term instanceof Term.SetComprehension c) {
        closure(c.body(), List.of(c.head()));
      } else if (term instanceof Term.ObjectComprehension c) {
        closure(c.body(), List.of(c.key(), c.value()));
      } else if (term instanceof Term.TemplateString template) {
        template.parts().forEach(this::part);
        super.term(term);
      } else {
        super.term(term);
      }
    }

    private void part(Term.TemplatePart part) {
      if (!(part instanceof Term.TemplatePart.Interpolation interpolation)
          || !(interpolation.expr().statement() instanceof Expr.TermStatement s)
          || s.term() instanceof Term.Var) {
        return;
      }
      if (s.term() instanceof Term.Call call
          && functions.builtin(call.operator()).filter(b -> b.has(Trait.RELATION)).isPresent()) {
        problems.error(
            DiagnosticCode.REGO_COMPILE_ERROR,
            call.span(),
            "illegal call to relation built-in '"
                + TermText.of(call.operator())
                + "' that may cause multiple outputs");
      } else {
        undeclared(s.term(), whole, false);
      }
    }

    @Override
    public void statement(Expr.Statement statement) {
      if (statement instanceof Expr.Every every) {
        term(every.domain());
        before.addAll(Variables.allIn(every.value()));
        every.key().ifPresent(key -> before.addAll(Variables.allIn(key)));
        closure(every.body(), List.of());
      } else if (statement instanceof Expr.NotBody not) {
        closure(not.body(), List.of());
      } else if (statement instanceof Expr.Logical logical) {
        closure(logical.left().body(), List.of());
        closure(logical.right().body(), List.of());
      } else {
        super.statement(statement);
      }
    }
  }
}
