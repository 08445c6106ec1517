package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes bodies apart into expressions that need no order of their own: a nested call becomes {@code
 * #1 = f(x)} before the expression that uses it. References and comprehensions in heads move into
 * the body likewise. Safety and types are decided on this form; {@link Folding} puts together what
 * may stand nested.
 *
 * <p>The arguments of {@code print} and the interpolations of templates may be undefined: they
 * become sets of at most one element.
 */
public final class Flattener {
  public static final String PRINT = "internal.print";
  public static final String TEMPLATE = "internal.template_string";

  private final Names names;
  private final Functions functions;

  Flattener(Names names, Functions functions) {
    this.names = names;
    this.functions = functions;
  }

  Module module(Module module) {
    return Modules.mapRules(module, rule -> Modules.mapChain(rule, this::rule));
  }

  /** Returns the call that a flat expression gives a name: {@code #1 = f(x)}. */
  public static Optional<Term.Call> namedCall(Expr expr) {
    return definition(expr)
        .filter(call -> call.arguments().get(1) instanceof Term.Call)
        .map(call -> (Term.Call) call.arguments().get(1));
  }

  /** Returns the equality by which a flat expression defines a generated variable. */
  public static Optional<Term.Call> definition(Expr expr) {
    if (expr.negated() || !Terms.isEquality(expr)) {
      return Optional.empty();
    }
    return Terms.call(expr)
        .filter(
            call ->
                call.arguments().size() == 2
                    && call.arguments().get(0) instanceof Term.Var v
                    && Names.isGenerated(v.name()));
  }

  /** Flattens a rule without regard to its {@code else}. */
  Rule rule(Rule rule) {
    Rule.Head head = rule.head();
    List<Expr> more = new ArrayList<>();
    Optional<List<Term>> arguments = head.arguments().map(list -> terms(list, more));
    Optional<Term> key = head.key().map(term -> term(term, more));
    Optional<Term> value = head.value().map(term -> term(term, more));
    key = key.map(term -> evaluated(term, more));
    value = value.map(term -> evaluated(term, more));
    arguments = arguments.map(list -> list.stream().map(term -> evaluated(term, more)).toList());
    Body body = Terms.append(body(rule.body()), more);
    return Modules.with(rule, Modules.with(head, head.ref(), arguments, key, value), body);
  }

  Body body(Body body) {
    List<Expr> result = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      expr(expr, result);
    }
    return new Body(body.span(), result);
  }

  private Term evaluated(Term term, List<Expr> support) {
    if (!Terms.requiresEvaluation(term)) {
      return term;
    }
    Term.Var v = names.generated(term.span());
    support.add(Terms.equalityExpr(term.span(), v, term, List.of()));
    return v;
  }

  private void expr(Expr expr, List<Expr> result) {
    List<Expr.With> with = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (Expr.With w : expr.with()) {
      Term value = builtinName(w.value()).orElseGet(() -> term(w.value(), result));
      if (functions.isComputed(w.target(), value)) {
        value = evaluated(value, values);
      }
      with.add(new Expr.With(w.span(), w.target(), value));
    }
    result.addAll(values);
    List<Expr> support = new ArrayList<>();
    Expr.Statement statement = statement(expr.statement(), support);
    for (Expr part : support) {
      result.add(new Expr(part.span(), false, part.statement(), with));
    }
    result.add(new Expr(expr.span(), expr.negated(), statement, with));
  }

  /** A builtin that replaces another is no variable, even where its name has no dots. */
  private Optional<Term> builtinName(Term value) {
    return value instanceof Term.Var && functions.builtin(value).isPresent()
        ? Optional.of(new Term.Ref(value.span(), value, List.of()))
        : Optional.empty();
  }

  private Expr.Statement statement(Expr.Statement statement, List<Expr> support) {
    if (statement instanceof Expr.TermStatement s) {
      return new Expr.TermStatement(
          s.term() instanceof Term.Call call
              ? statementCall(call, support)
              : term(s.term(), support));
    }
    if (statement instanceof Expr.SomeIn in) {
      Term value = term(in.value(), support);
      Term domain = subject(term(in.domain(), support), support);
      return new Expr.SomeIn(in.span(), in.key().map(key -> term(key, support)), value, domain);
    }
    if (statement instanceof Expr.Every every) {
      Term domain = term(every.domain(), support);
      Term.Var v = names.generated(every.domain().span());
      support.add(Terms.equalityExpr(every.domain().span(), v, domain, List.of()));
      return new Expr.Every(every.span(), every.key(), every.value(), v, body(every.body()));
    }
    if (statement instanceof Expr.NotBody not) {
      return new Expr.NotBody(not.span(), body(not.body()), not.braces());
    }
    if (statement instanceof Expr.Logical logical) {
      return new Expr.Logical(
          logical.span(), logical.operator(), operand(logical.left()), operand(logical.right()));
    }
    return statement;
  }

  private Expr.Operand operand(Expr.Operand operand) {
    return new Expr.Operand(body(operand.body()), operand.braces());
  }

  private Term statementCall(Term.Call call, List<Expr> support) {
    if (Terms.isCallOf(call, "print") && functions.builtin(call.operator()).isPresent()) {
      return print(call);
    }
    return new Term.Call(call.span(), call.operator(), terms(call.arguments(), support));
  }

  private Term print(Term.Call call) {
    List<Term> values = new ArrayList<>();
    for (Term argument : call.arguments()) {
      values.add(optional(argument, List.of()));
    }
    return new Term.Call(
        call.span(),
        Refs.dotted(call.span(), PRINT),
        List.of(new Term.ArrayTerm(call.span(), values)));
  }

  /** Returns {@code {v | v = term}}: the set of the term's value, empty where it is undefined. */
  private Term optional(Term term, List<Expr.With> with) {
    Span span = term.span();
    Term.Var v = names.generated(span);
    Expr expr = Terms.equalityExpr(span, v, term, with);
    return new Term.SetComprehension(span, v, body(new Body(span, List.of(expr))));
  }

  private List<Term> terms(List<Term> terms, List<Expr> support) {
    List<Term> result = new ArrayList<>();
    for (Term term : terms) {
      result.add(term(term, support));
    }
    return result;
  }

  private Term term(Term term, List<Expr> support) {
    return term.accept(new Nested(support));
  }

  /** Returns the term, or its name where it may not be the head of a reference. */
  private Term subject(Term term, List<Expr> support) {
    if (term instanceof Term.ArrayTerm
        || term instanceof Term.ObjectTerm
        || term instanceof Term.SetTerm
        || Variables.isComprehension(term)) {
      Term.Var v = names.generated(term.span());
      support.add(Terms.equalityExpr(term.span(), v, term, List.of()));
      return v;
    }
    return term;
  }

  /** Flattens a term that stands within an expression. */
  private final class Nested implements Term.Visitor<Term> {
    private final List<Expr> support;

    Nested(List<Expr> support) {
      this.support = support;
    }

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
      Term head = term(term.head(), support);
      List<Term> path = terms(term.path(), support);
      return new Term.Ref(term.span(), subject(head, support), path);
    }

    @Override
    public Term array(Term.ArrayTerm term) {
      return new Term.ArrayTerm(term.span(), terms(term.items(), support));
    }

    @Override
    public Term object(Term.ObjectTerm term) {
      List<Term.Entry> entries = new ArrayList<>();
      for (Term.Entry entry : term.entries()) {
        Term key = term(entry.key(), support);
        entries.add(new Term.Entry(key, term(entry.value(), support)));
      }
      return new Term.ObjectTerm(term.span(), entries);
    }

    @Override
    public Term set(Term.SetTerm term) {
      return new Term.SetTerm(term.span(), terms(term.items(), support));
    }

    @Override
    public Term arrayComprehension(Term.ArrayComprehension term) {
      List<Expr> more = new ArrayList<>();
      Term head = evaluated(term(term.head(), more), more);
      return new Term.ArrayComprehension(term.span(), head, Terms.append(body(term.body()), more));
    }

    @Override
    public Term setComprehension(Term.SetComprehension term) {
      List<Expr> more = new ArrayList<>();
      Term head = evaluated(term(term.head(), more), more);
      return new Term.SetComprehension(term.span(), head, Terms.append(body(term.body()), more));
    }

    @Override
    public Term objectComprehension(Term.ObjectComprehension term) {
      List<Expr> more = new ArrayList<>();
      Term key = term(term.key(), more);
      Term value = term(term.value(), more);
      key = evaluated(key, more);
      value = evaluated(value, more);
      return new Term.ObjectComprehension(
          term.span(), key, value, Terms.append(body(term.body()), more));
    }

    @Override
    public Term call(Term.Call term) {
      return named(new Term.Call(term.span(), term.operator(), terms(term.arguments(), support)));
    }

    private Term named(Term.Call call) {
      Term.Var v = names.generated(call.span());
      support.add(Terms.equalityExpr(call.span(), v, call, List.of()));
      return v;
    }

    @Override
    public Term template(Term.TemplateString term) {
      List<Term> parts = new ArrayList<>();
      for (Term.TemplatePart part : term.parts()) {
        parts.add(part(term.span(), part));
      }
      return named(
          new Term.Call(
              term.span(),
              Refs.dotted(term.span(), TEMPLATE),
              List.of(new Term.ArrayTerm(term.span(), parts))));
    }

    private Term part(Span span, Term.TemplatePart part) {
      if (part instanceof Term.TemplatePart.Text text) {
        return new Term.Scalar(span, StringValue.of(text.text()));
      }
      Expr expr = ((Term.TemplatePart.Interpolation) part).expr();
      Term inner =
          expr.statement() instanceof Expr.TermStatement s
              ? s.term()
              : new Term.Scalar(span, StringValue.EMPTY);
      return inner instanceof Term.Var v && !Names.isRoot(v.name())
          ? new Term.SetTerm(v.span(), List.of(v))
          : optional(inner, expr.with());
    }
  }
}
