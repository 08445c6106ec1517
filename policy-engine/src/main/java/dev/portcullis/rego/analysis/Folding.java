package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import dev.portcullis.rego.ast.TermWalker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts flat bodies together again: a variable that {@link Flattener} made, that is used once, and
 * whose definition directly precedes its use, is replaced by what it stands for. Definitions that
 * the order of the body has moved elsewhere stay, as do those outside of a {@code not}.
 */
final class Folding {
  private final Map<String, Integer> uses = new HashMap<>();
  private final List<Bound> scopes = new ArrayList<>();

  private Folding() {}

  static Module module(Module module) {
    return Modules.mapRules(
        module, rule -> Modules.mapChain(rule, next -> new Folding().rule(next)));
  }

  /** Returns a query put together. */
  static Body query(Body query) {
    Folding folding = new Folding();
    folding.countUses().body(query);
    List<Expr> exprs = folding.exprs(query);
    return new Body(query.span(), exprs);
  }

  private Rule rule(Rule rule) {
    UseCounter counter = countUses();
    counter.head(rule.head());
    counter.body(rule.body());
    Variables arguments = Variables.visible();
    rule.head().arguments().ifPresent(arguments::terms);
    Bound outermost = new Bound();
    outermost.add(arguments.names());
    scopes.add(outermost);
    List<Expr> exprs = exprs(rule.body());
    Rule.Head head = rule.head();
    List<Term> terms = new ArrayList<>();
    head.key().ifPresent(terms::add);
    head.value().ifPresent(terms::add);
    foldIntoHead(exprs, terms);
    int next = 0;
    Optional<Term> key = head.key().isPresent() ? Optional.of(terms.get(next++)) : head.key();
    Optional<Term> value = head.value().isPresent() ? Optional.of(terms.get(next)) : head.value();
    Body body = exprs.isEmpty() ? Terms.trueBody(rule.span()) : new Body(rule.body().span(), exprs);
    return Modules.with(rule, Modules.with(head, head.ref(), head.arguments(), key, value), body);
  }

  private UseCounter countUses() {
    return new UseCounter();
  }

  private final class UseCounter extends TermWalker {
    @Override
    public void expr(Expr expr) {
      super.expr(expr);
      Flattener.definition(expr).ifPresent(call -> uses.merge(defined(call), -1, Integer::sum));
    }

    @Override
    public void term(Term term) {
      if (term instanceof Term.Var v && Names.isGenerated(v.name())) {
        uses.merge(v.name(), 1, Integer::sum);
      }
      super.term(term);
    }
  }

  private static String defined(Term.Call definition) {
    return ((Term.Var) definition.arguments().get(0)).name();
  }

  /** The variables that the expressions of a body mention, with how many of them do. */
  private static final class Bound {
    private final Map<String, Integer> counts = new HashMap<>();

    void add(Set<String> names) {
      names.forEach(name -> counts.merge(name, 1, Integer::sum));
    }

    void remove(Set<String> names) {
      names.forEach(name -> counts.computeIfPresent(name, (n, c) -> c == 1 ? null : c - 1));
    }
  }

  private List<Expr> exprs(Body body) {
    List<Expr> done = new ArrayList<>();
    List<Set<String>> mentioned = new ArrayList<>();
    Bound bound = new Bound();
    scopes.add(bound);
    for (Expr flat : body.exprs()) {
      Expr expr = new Closures().expr(flat);
      while (!done.isEmpty()) {
        int last = done.size() - 1;
        bound.remove(mentioned.get(last));
        Optional<Expr> folded = fold(done.get(last), expr);
        if (folded.isEmpty()) {
          bound.add(mentioned.get(last));
          break;
        }
        expr = folded.get();
        done.remove(last);
        mentioned.remove(last);
      }
      done.add(expr);
      Variables visible = Variables.visible();
      visible.expr(expr);
      mentioned.add(visible.names());
      bound.add(visible.names());
    }
    scopes.remove(scopes.size() - 1);
    return done;
  }

  private boolean isBound(String name) {
    return scopes.stream().anyMatch(scope -> scope.counts.containsKey(name));
  }

  private Optional<Expr> fold(Expr before, Expr user) {
    Optional<Term.Call> definition = Flattener.definition(before);
    if (definition.isEmpty() || uses.getOrDefault(defined(definition.get()), 0) != 1) {
      return Optional.empty();
    }
    String name = defined(definition.get());
    Term term = definition.get().arguments().get(1);
    boolean sameWith = before.with().equals(user.with());
    boolean negation = user.negated() && user.statement() instanceof Expr.TermStatement;
    Replacement replacement =
        new Replacement(name, term, sameWith && !negation, before.with().isEmpty());
    Expr replaced = replacement.expr(user);
    if (!replacement.done || iterates(term, replaced)) {
      return Optional.empty();
    }
    for (Expr.With with : before.with()) {
      new Release().with(with);
    }
    return Optional.of(replaced);
  }

  /**
   * Returns whether the term gives values to variables that other parts of the expression use: it
   * must then stay before it.
   */
  private boolean iterates(Term term, Expr user) {
    PathVariables paths = new PathVariables();
    paths.term(term);
    for (String name : paths.names) {
      if (!isBound(name)) {
        Occurrences occurrences = new Occurrences(name);
        occurrences.expr(user);
        Occurrences within = new Occurrences(name);
        within.term(term);
        if (occurrences.count > within.count) {
          return true;
        }
      }
    }
    return false;
  }

  private static final class PathVariables extends TermWalker {
    private final Set<String> names = new HashSet<>();

    @Override
    public void term(Term term) {
      if (Variables.isComprehension(term)) {
        return;
      }
      if (term instanceof Term.Ref ref) {
        for (Term step : ref.path()) {
          names.addAll(Variables.visibleIn(step));
        }
      }
      super.term(term);
    }
  }

  private static final class Occurrences extends TermWalker {
    private final String name;
    private int count;

    Occurrences(String name) {
      this.name = name;
    }

    @Override
    public void term(Term term) {
      if (term instanceof Term.Var v && v.name().equals(name)) {
        count++;
      }
      super.term(term);
    }
  }

  /** Gives back the uses of modifiers that are written only once again. */
  private final class Release extends TermWalker {
    @Override
    public void term(Term term) {
      if (term instanceof Term.Var v) {
        uses.computeIfPresent(v.name(), (name, count) -> count - 1);
      }
      super.term(term);
    }
  }

  private void foldIntoHead(List<Expr> exprs, List<Term> head) {
    while (!exprs.isEmpty()) {
      Expr last = exprs.get(exprs.size() - 1);
      Optional<Term.Call> definition = Flattener.definition(last);
      if (definition.isEmpty()
          || !last.with().isEmpty()
          || uses.getOrDefault(defined(definition.get()), 0) != 1) {
        return;
      }
      Term term = definition.get().arguments().get(1);
      Variables rest = Variables.visible();
      exprs.subList(0, exprs.size() - 1).forEach(rest::expr);
      Set<String> here = rest.names();
      if (!Variables.visibleIn(term).stream()
          .allMatch(name -> Names.isRoot(name) || here.contains(name) || isBound(name))) {
        return;
      }
      Replacement replacement = new Replacement(defined(definition.get()), term, true, false);
      List<Term> replaced = new ArrayList<>(replacement.terms(head));
      if (!replacement.done) {
        return;
      }
      head.clear();
      head.addAll(replaced);
      exprs.remove(exprs.size() - 1);
    }
  }

  /** Replaces a variable outside of closures. */
  private static final class Replacement extends TermRewriter {
    private final String name;
    private final Term term;
    private final boolean inStatement;
    private final boolean inWith;
    private boolean done;

    Replacement(String name, Term term, boolean inStatement, boolean inWith) {
      this.name = name;
      this.term = term;
      this.inStatement = inStatement;
      this.inWith = inWith;
    }

    @Override
    public Expr.With with(Expr.With with) {
      return inWith ? new Expr.With(with.span(), with.target(), term(with.value())) : with;
    }

    @Override
    public Expr.Statement statement(Expr.Statement statement) {
      if (!inStatement || statement instanceof Expr.NotBody || statement instanceof Expr.Logical) {
        return statement;
      }
      if (statement instanceof Expr.Every every) {
        return new Expr.Every(
            every.span(), every.key(), every.value(), term(every.domain()), every.body());
      }
      return super.statement(statement);
    }

    @Override
    public Term term(Term old) {
      if (old instanceof Term.Var v && v.name().equals(name)) {
        done = true;
        return term;
      }
      return Variables.isComprehension(old) ? old : super.term(old);
    }
  }

  /** Puts the closures of an expression together. */
  private final class Closures extends TermRewriter {
    @Override
    public Body body(Body body) {
      List<Expr> exprs = exprs(body);
      return new Body(body.span(), exprs);
    }

    @Override
    public Term term(Term term) {
      if (term instanceof Term.ArrayComprehension c) {
        List<Term> head = new ArrayList<>(List.of(c.head()));
        Body body = comprehension(c.body(), head);
        return new Term.ArrayComprehension(c.span(), head.get(0), body);
      }
      if (term instanceof Term.SetComprehension c) {
        List<Term> head = new ArrayList<>(List.of(c.head()));
        Body body = comprehension(c.body(), head);
        return new Term.SetComprehension(c.span(), head.get(0), body);
      }
      if (term instanceof Term.ObjectComprehension c) {
        List<Term> head = new ArrayList<>(List.of(c.key(), c.value()));
        Body body = comprehension(c.body(), head);
        return new Term.ObjectComprehension(c.span(), head.get(0), head.get(1), body);
      }
      if (term instanceof Term.Call call && call.arguments().size() == 1) {
        return optionals(call);
      }
      return super.term(term);
    }

    private Body comprehension(Body body, List<Term> head) {
      List<Expr> exprs = exprs(body);
      foldIntoHead(exprs, head);
      return exprs.isEmpty() ? Terms.trueBody(body.span()) : new Body(body.span(), exprs);
    }

    private Term optionals(Term.Call call) {
      boolean print = call.name().equals(Optional.of(Flattener.PRINT));
      boolean template = call.name().equals(Optional.of(Flattener.TEMPLATE));
      if (!(print || template) || !(call.arguments().get(0) instanceof Term.ArrayTerm array)) {
        return super.term(call);
      }
      List<Expr> values = new ArrayList<>();
      List<Term.TemplatePart> parts = new ArrayList<>();
      for (Term item : array.items()) {
        Optional<Expr> value = optional(item);
        if (value.isPresent()) {
          values.add(value.get());
          parts.add(new Term.TemplatePart.Interpolation(value.get()));
        } else if (item instanceof Term.Scalar scalar
            && scalar.value() instanceof StringValue text) {
          parts.add(new Term.TemplatePart.Text(text.value()));
        } else {
          return super.term(call);
        }
      }
      if (template) {
        return new Term.TemplateString(call.span(), false, parts);
      }
      List<Term> arguments = new ArrayList<>();
      for (Expr value : values) {
        if (value.statement() instanceof Expr.TermStatement s) {
          arguments.add(s.term());
        }
      }
      return new Term.Call(call.span(), Refs.of(call.span(), "print"), arguments);
    }

    private Optional<Expr> optional(Term item) {
      if (item instanceof Term.SetTerm set && set.items().size() == 1) {
        return Optional.of(Expr.of(set.items().get(0)));
      }
      if (!(item instanceof Term.SetComprehension c)) {
        return Optional.empty();
      }
      List<Expr> exprs = exprs(c.body());
      if (exprs.size() != 1) {
        return Optional.empty();
      }
      Expr only = exprs.get(0);
      return Flattener.definition(only)
          .map(
              call ->
                  new Expr(
                      call.arguments().get(1).span(),
                      false,
                      new Expr.TermStatement(call.arguments().get(1)),
                      only.with()));
    }
  }
}
