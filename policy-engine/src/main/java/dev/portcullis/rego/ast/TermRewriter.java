package dev.portcullis.rego.ast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a tree. Each method answers with what shall stand in the place of one kind of node and
 * by default rewrites its children; a subclass overrides the methods of the nodes that it changes.
 * A node below which nothing changes is returned as it is, not copied.
 */
public abstract class TermRewriter {

  /** Rewrites a rule: its head, its body and the rule of its {@code else}. */
  public Rule rule(Rule rule) {
    List<Rule> chain = new ArrayList<>();
    for (Rule next = rule; next != null; next = next.otherwise().orElse(null)) {
      chain.add(next);
    }
    Optional<Rule> rewritten = Optional.empty();
    for (int i = chain.size() - 1; i >= 0; i--) {
      Rule old = chain.get(i);
      Rule.Head head = head(old.head());
      Body body = body(old.body());
      boolean same = same(head, old.head()) && same(body, old.body()) && sameRule(old, rewritten);
      rewritten =
          Optional.of(
              same
                  ? old
                  : new Rule(
                      old.span(), head, body, old.bodyWritten(), rewritten, old.isDefault()));
    }
    return rewritten.orElseThrow();
  }

  private static boolean sameRule(Rule old, Optional<Rule> otherwise) {
    return same(old.otherwise().orElse(null), otherwise.orElse(null));
  }

  /** Rewrites a head: its reference, arguments, key and value. */
  public Rule.Head head(Rule.Head head) {
    Term.Ref ref = headRef(head.ref());
    Optional<List<Term>> arguments = optional(head.arguments(), this::terms);
    Optional<Term> key = optional(head.key(), this::term);
    Optional<Term> value = optional(head.value(), this::term);
    if (same(ref, head.ref())
        && same(arguments, head.arguments())
        && same(key, head.key())
        && same(value, head.value())) {
      return head;
    }
    return new Rule.Head(
        head.span(), head.kind(), ref, arguments, key, value, head.valueWritten(), head.assigned());
  }

  /** Rewrites the reference of a head; by default only the terms of its path. */
  public Term.Ref headRef(Term.Ref ref) {
    List<Term> path = terms(ref.path());
    return same(path, ref.path()) ? ref : new Term.Ref(ref.span(), ref.head(), path);
  }

  /** Rewrites a body: its expressions. */
  public Body body(Body body) {
    List<Expr> exprs = list(body.exprs(), this::expr);
    return same(exprs, body.exprs()) ? body : new Body(body.span(), exprs);
  }

  /** Rewrites an expression: its statement and its modifiers. */
  public Expr expr(Expr expr) {
    Expr.Statement statement = statement(expr.statement());
    List<Expr.With> with = list(expr.with(), this::with);
    return same(statement, expr.statement()) && same(with, expr.with())
        ? expr
        : new Expr(expr.span(), expr.negated(), statement, with);
  }

  /** Rewrites a modifier: its target and its value. */
  public Expr.With with(Expr.With with) {
    Term target = term(with.target());
    Term value = term(with.value());
    return same(target, with.target()) && same(value, with.value())
        ? with
        : new Expr.With(with.span(), target, value);
  }

  /** Rewrites a statement: its terms and bodies. The variables of {@code some} stay. */
  public Expr.Statement statement(Expr.Statement statement) {
    if (statement instanceof Expr.TermStatement s) {
      Term term = term(s.term());
      return same(term, s.term()) ? s : new Expr.TermStatement(term);
    } else if (statement instanceof Expr.SomeIn s) {
      return someIn(s);
    } else if (statement instanceof Expr.Every s) {
      return every(s);
    } else if (statement instanceof Expr.NotBody s) {
      Body body = body(s.body());
      return same(body, s.body()) ? s : new Expr.NotBody(s.span(), body, s.braces());
    } else if (statement instanceof Expr.Logical s) {
      Expr.Operand left = operand(s.left());
      Expr.Operand right = operand(s.right());
      return same(left, s.left()) && same(right, s.right())
          ? s
          : new Expr.Logical(s.span(), s.operator(), left, right);
    }
    return statement;
  }

  private Expr.SomeIn someIn(Expr.SomeIn s) {
    Optional<Term> key = optional(s.key(), this::term);
    Term value = term(s.value());
    Term domain = term(s.domain());
    return same(key, s.key()) && same(value, s.value()) && same(domain, s.domain())
        ? s
        : new Expr.SomeIn(s.span(), key, value, domain);
  }

  private Expr.Every every(Expr.Every s) {
    Optional<Term> key = optional(s.key(), this::term);
    Term value = term(s.value());
    Term domain = term(s.domain());
    Body body = body(s.body());
    return same(key, s.key())
            && same(value, s.value())
            && same(domain, s.domain())
            && same(body, s.body())
        ? s
        : new Expr.Every(s.span(), key, value, domain, body);
  }

  private Expr.Operand operand(Expr.Operand operand) {
    Body body = body(operand.body());
    return same(body, operand.body()) ? operand : new Expr.Operand(body, operand.braces());
  }

  /** Rewrites a term: its children. */
  public Term term(Term term) {
    return term.accept(new Children());
  }

  /** Rewrites each of {@code terms}. */
  public final List<Term> terms(List<Term> terms) {
    return list(terms, this::term);
  }

  /** Whether nothing was rewritten; equal is not enough, since places differ in equal trees. */
  private static boolean same(@Nullable Object rewritten, @Nullable Object old) {
    return rewritten == old;
  }

  private static <T> List<T> list(List<T> old, UnaryOperator<T> rewrite) {
    List<T> changed = null;
    for (int i = 0; i < old.size(); i++) {
      T before = old.get(i);
      T after = rewrite.apply(before);
      if (changed == null && !same(after, before)) {
        changed = new ArrayList<>(old.subList(0, i));
      }
      if (changed != null) {
        changed.add(after);
      }
    }
    return changed == null ? old : changed;
  }

  private static <T> Optional<T> optional(Optional<T> old, UnaryOperator<T> rewrite) {
    if (old.isEmpty()) {
      return old;
    }
    T after = rewrite.apply(old.get());
    return same(after, old.get()) ? old : Optional.of(after);
  }

  private final class Children implements Term.Visitor<Term> {
    @Override
    public Term scalar(Term.Scalar term) {
      return term;
    }

    @Override
    public Term variable(Term.Var term) {
      return term;
    }

    @Override
    public Term reference(Term.Ref term) {
      Term head = term(term.head());
      List<Term> path = terms(term.path());
      return same(head, term.head()) && same(path, term.path())
          ? term
          : new Term.Ref(term.span(), head, path);
    }

    @Override
    public Term array(Term.ArrayTerm term) {
      List<Term> items = terms(term.items());
      return same(items, term.items()) ? term : new Term.ArrayTerm(term.span(), items);
    }

    @Override
    public Term object(Term.ObjectTerm term) {
      List<Term.Entry> entries = list(term.entries(), this::entry);
      return same(entries, term.entries()) ? term : new Term.ObjectTerm(term.span(), entries);
    }

    private Term.Entry entry(Term.Entry entry) {
      Term key = term(entry.key());
      Term value = term(entry.value());
      return same(key, entry.key()) && same(value, entry.value())
          ? entry
          : new Term.Entry(key, value);
    }

    @Override
    public Term set(Term.SetTerm term) {
      List<Term> items = terms(term.items());
      return same(items, term.items()) ? term : new Term.SetTerm(term.span(), items);
    }

    @Override
    public Term arrayComprehension(Term.ArrayComprehension term) {
      Term head = term(term.head());
      Body body = body(term.body());
      return same(head, term.head()) && same(body, term.body())
          ? term
          : new Term.ArrayComprehension(term.span(), head, body);
    }

    @Override
    public Term setComprehension(Term.SetComprehension term) {
      Term head = term(term.head());
      Body body = body(term.body());
      return same(head, term.head()) && same(body, term.body())
          ? term
          : new Term.SetComprehension(term.span(), head, body);
    }

    @Override
    public Term objectComprehension(Term.ObjectComprehension term) {
      Term key = term(term.key());
      Term value = term(term.value());
      Body body = body(term.body());
      return same(key, term.key()) && same(value, term.value()) && same(body, term.body())
          ? term
          : new Term.ObjectComprehension(term.span(), key, value, body);
    }

    @Override
    public Term call(Term.Call term) {
      Term operator = term(term.operator());
      List<Term> arguments = terms(term.arguments());
      if (same(operator, term.operator()) && same(arguments, term.arguments())) {
        return term;
      }
      return new Term.Call(
          term.span(), operator instanceof Term.Ref ref ? ref : term.operator(), arguments);
    }

    @Override
    public Term template(Term.TemplateString term) {
      List<Term.TemplatePart> parts = list(term.parts(), this::part);
      return same(parts, term.parts())
          ? term
          : new Term.TemplateString(term.span(), term.multiLine(), parts);
    }

    private Term.TemplatePart part(Term.TemplatePart part) {
      if (!(part instanceof Term.TemplatePart.Interpolation old)) {
        return part;
      }
      Expr expr = expr(old.expr());
      return same(expr, old.expr()) ? part : new Term.TemplatePart.Interpolation(expr);
    }
  }
}
