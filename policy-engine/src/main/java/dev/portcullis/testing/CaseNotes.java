package dev.portcullis.testing;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Calls of {@code internal.test_case}, by which a test notes the case that it begins: a case that
 * is begun and never finished has failed. The call stands as early in the body as its variables are
 * known.
 */
final class CaseNotes {
  private static final String NAME = "internal.test_case";

  private CaseNotes() {}

  /** Takes the notes of one evaluation: a service of the host. */
  record Notebook(Set<ArrayValue> cases) {
    static Notebook empty() {
      return new Notebook(new LinkedHashSet<>());
    }
  }

  /** Returns the builtin that writes into the evaluation's {@link Notebook}. */
  static Builtin builtin() {
    return Builtin.named(NAME)
        .doc("Names the case that a parameterised test runs.")
        .arg("", RegoType.arrayOf(RegoType.ANY))
        .trait(Builtin.Trait.NON_DETERMINISTIC)
        .body(
            Operand.ARRAY,
            (ctx, names) -> {
              ctx.host().find(Notebook.class).ifPresent(notes -> notes.cases().add(names));
              return BooleanValue.TRUE;
            });
  }

  /** Returns {@code rule} with a note of the case {@code names}, unless its author wrote one. */
  static Rule insert(Rule rule, List<Term> names) {
    if (isCalled(rule.body())) {
      return rule;
    }
    Span span = rule.head().span();
    Expr note =
        Expr.of(
            new Term.Call(span, Refs.dotted(span, NAME), List.of(new Term.ArrayTerm(span, names))));
    List<Expr> exprs = new ArrayList<>(rule.body().exprs());
    exprs.add(place(exprs, variables(names)), note);
    return new Rule(
        rule.span(),
        rule.head(),
        new Body(rule.body().span(), exprs),
        rule.bodyWritten(),
        rule.otherwise(),
        rule.isDefault());
  }

  private static boolean isCalled(Body body) {
    boolean[] found = {false};
    new TermWalker() {
      @Override
      public void term(Term term) {
        found[0] |= term instanceof Term.Call call && call.name().filter(NAME::equals).isPresent();
        super.term(term);
      }
    }.body(body);
    return found[0];
  }

  private static Set<String> variables(List<Term> terms) {
    Set<String> names = new HashSet<>();
    new Variables(names).terms(terms);
    return names;
  }

  /** Returns the place after the first expressions that mention each of {@code variables}. */
  private static int place(List<Expr> exprs, Set<String> variables) {
    Set<String> unseen = new HashSet<>(variables);
    int place = 0;
    for (int i = 0; i < exprs.size() && !unseen.isEmpty(); i++) {
      Expr expr = exprs.get(i);
      if (!(expr.statement() instanceof Expr.SomeDecl)) {
        Set<String> mentioned = new HashSet<>();
        new Variables(mentioned).expr(expr);
        if (unseen.removeAll(mentioned)) {
          place = i + 1;
        }
      }
    }
    return place;
  }

  /** Collects variables outside of comprehensions, whose variables are their own. */
  private static final class Variables extends TermWalker {
    private final Set<String> names;

    Variables(Set<String> names) {
      this.names = names;
    }

    @Override
    public void term(Term term) {
      if (term instanceof Term.Var v) {
        names.add(v.name());
      } else if (!(term instanceof Term.ArrayComprehension
          || term instanceof Term.SetComprehension
          || term instanceof Term.ObjectComprehension)) {
        super.term(term);
      }
    }

    @Override
    public void statement(Expr.Statement statement) {
      if (statement instanceof Expr.Every every) {
        term(every.domain());
      } else {
        super.statement(statement);
      }
    }
  }
}
