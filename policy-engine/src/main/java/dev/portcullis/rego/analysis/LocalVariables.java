package dev.portcullis.rego.analysis;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Scopes.Occurrence;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives variables that are declared, by {@code :=}, {@code some}, {@code every} or as arguments,
 * names of their own, and reports declarations that come too late, twice or for nothing. {@code
 * some x} disappears; assignments stay calls of {@code assign}, for the check of safety.
 */
final class LocalVariables extends TermRewriter {
  private final Names names;
  private final Problems problems;
  private final boolean strict;
  private final Scopes scopes;
  private boolean failed;

  LocalVariables(Names names, Problems problems, boolean strict, Scopes scopes) {
    this.names = names;
    this.problems = problems;
    this.strict = strict;
    this.scopes = scopes;
  }

  /** Rewrites a body in the current scope; {@code used} are variables that its head uses. */
  Body scopedBody(Body body, Set<String> used) {
    List<Expr> exprs = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      bodyExpr(expr).ifPresent(exprs::add);
    }
    if (exprs.isEmpty()) {
      exprs.addAll(Terms.trueBody(body.span()).exprs());
    }
    Body rewritten = new Body(body.span(), exprs);
    reportUnusedAssigned(body, used);
    reportUnusedDeclared(body, rewritten, used);
    return rewritten;
  }

  private Optional<Expr> bodyExpr(Expr expr) {
    if (Terms.isAssignment(expr)) {
      return Optional.of(assignment(expr));
    }
    Expr.Statement statement = expr.statement();
    if (statement instanceof Expr.SomeDecl decl) {
      for (Term.Var v : decl.variables()) {
        if (declare(v.name(), decl.span(), Occurrence.DECLARED).isEmpty()) {
          break;
        }
      }
      return Optional.empty();
    }
    if (statement instanceof Expr.SomeIn in) {
      return Optional.of(someIn(expr, in));
    }
    if (statement instanceof Expr.Every every) {
      return Optional.of(every(expr, every));
    }
    if (statement instanceof Expr.NotBody not && not.braces()) {
      scopes.push();
      Body body = scopedBody(not.body(), Set.of());
      List<Expr.With> with = withs(expr.with());
      scopes.pop();
      return Optional.of(
          new Expr(expr.span(), expr.negated(), new Expr.NotBody(not.span(), body, true), with));
    }
    if (statement instanceof Expr.Logical logical) {
      Expr.Operand left = operand(logical.left());
      Expr.Operand right = operand(logical.right());
      return Optional.of(
          new Expr(
              expr.span(),
              expr.negated(),
              new Expr.Logical(logical.span(), logical.operator(), left, right),
              withs(expr.with())));
    }
    return Optional.of(expr(expr));
  }

  private Expr.Operand operand(Expr.Operand operand) {
    if (!operand.braces()) {
      return new Expr.Operand(body(operand.body()), false);
    }
    scopes.push();
    Body body = scopedBody(operand.body(), Set.of());
    scopes.pop();
    return new Expr.Operand(body, true);
  }

  private Expr someIn(Expr expr, Expr.SomeIn in) {
    for (String output : someOutputs(in)) {
      if (declare(output, in.span(), Occurrence.DECLARED).isEmpty()) {
        return expr;
      }
    }
    return expr(expr);
  }

  /** Returns the variables of key and value that the domain does not have, in OPA's order. */
  private static Set<String> someOutputs(Expr.SomeIn in) {
    Variables domain = Variables.all();
    domain.term(in.domain());
    Set<String> outputs = new TreeSet<>();
    Variables keyed = new Variables(Set.of(Variables.Skip.REF_HEADS, Variables.Skip.OPERATORS));
    in.key().ifPresent(keyed::term);
    outputs.addAll(keyed.names());
    Variables patterns =
        new Variables(
            Set.of(Variables.Skip.REF_HEADS, Variables.Skip.OBJECT_KEYS, Variables.Skip.CLOSURES));
    if (in.value() instanceof Term.Var
        || in.value() instanceof Term.ArrayTerm
        || in.value() instanceof Term.ObjectTerm) {
      patterns.term(in.value());
    }
    outputs.addAll(patterns.names());
    outputs.removeAll(domain.names());
    return outputs;
  }

  private Expr every(Expr expr, Expr.Every every) {
    Term domain = term(every.domain());
    scopes.push();
    Optional<Term> key = every.key().map(k -> everyVariable(k, every.span()));
    Term value = everyVariable(every.value(), every.span());
    Body body = scopedBody(every.body(), Set.of());
    List<Expr.With> with = withs(expr.with());
    scopes.pop();
    return new Expr(
        expr.span(), expr.negated(), new Expr.Every(every.span(), key, value, domain, body), with);
  }

  private Term everyVariable(Term term, Span span) {
    if (term instanceof Term.Var v && !v.isWildcard()) {
      return declare(v.name(), span, Occurrence.DECLARED)
          .<Term>map(name -> new Term.Var(v.span(), name))
          .orElse(v);
    }
    return term;
  }

  private Expr assignment(Expr expr) {
    Term.Call call = Terms.call(expr).orElseThrow();
    if (expr.negated()) {
      fail(expr.span(), "cannot assign vars inside negated expression");
      return expr;
    }
    if (call.arguments().size() != 2) {
      return expr;
    }
    Term right = term(call.arguments().get(1));
    List<Expr.With> with = new ArrayList<>();
    for (Expr.With w : expr.with()) {
      with.add(new Expr.With(w.span(), w.target(), term(w.value())));
    }
    Term left = pattern(call.arguments().get(0));
    return new Expr(
        expr.span(),
        false,
        new Expr.TermStatement(new Term.Call(call.span(), call.operator(), List.of(left, right))),
        with);
  }

  /** Declares the variables of what stands on the left of {@code :=}. */
  private Term pattern(Term term) {
    if (term instanceof Term.ArrayTerm array) {
      List<Term> items = new ArrayList<>();
      array.items().forEach(item -> items.add(pattern(item)));
      return new Term.ArrayTerm(array.span(), items);
    }
    if (term instanceof Term.ObjectTerm object) {
      List<Term.Entry> entries = new ArrayList<>();
      for (Term.Entry entry : object.entries()) {
        entries.add(new Term.Entry(term(entry.key()), pattern(entry.value())));
      }
      return new Term.ObjectTerm(object.span(), entries);
    }
    Optional<String> name = Optional.empty();
    if (term instanceof Term.Var v) {
      name = Optional.of(v.name());
    } else if (Terms.isRootDocument(term) && term instanceof Term.Ref ref) {
      name = Optional.of(((Term.Var) ref.head()).name());
    }
    if (name.isEmpty()) {
      fail(term.span(), "cannot assign to " + term.accept(TermKind.NAME));
      return term;
    }
    return declare(name.get(), term.span(), Occurrence.ASSIGNED)
        .<Term>map(renamed -> new Term.Var(term.span(), renamed))
        .orElse(term);
  }

  private Optional<String> declare(String name, Span span, Occurrence occurrence) {
    String said = Names.original(name);
    Optional<String> problem =
        switch (scopes.occurrence(name)) {
          case NEW -> Optional.empty();
          case SEEN -> Optional.of("var " + said + " referenced above");
          case ASSIGNED -> Optional.of("var " + said + " assigned above");
          case DECLARED -> Optional.of("var " + said + " declared above");
          case ARGUMENT -> Optional.of("arg " + said + " redeclared");
        };
    if (problem.isPresent()) {
      fail(span, problem.get());
      return Optional.empty();
    }
    String renamed = names.renamed(name);
    scopes.insert(name, renamed, occurrence);
    return Optional.of(renamed);
  }

  private void fail(Span span, String message) {
    failed = true;
    problems.error(DiagnosticCode.REGO_COMPILE_ERROR, span, message);
  }

  private List<Expr.With> withs(List<Expr.With> withs) {
    return withs.stream().map(this::with).toList();
  }

  @Override
  public Expr.With with(Expr.With with) {
    Term target = term(with.target());
    if (scopes.renamed("input").isPresent()) {
      // A local variable may be called input, but with replaces the document.
      if (Terms.isRootDocument(with.target())) {
        target = with.target();
      } else if (with.target() instanceof Term.Ref old
          && old.startsWith("input")
          && target instanceof Term.Ref ref) {
        target = new Term.Ref(ref.span(), old.head(), ref.path());
      }
    }
    return new Expr.With(with.span(), target, term(with.value()));
  }

  @Override
  public Term term(Term term) {
    if (Terms.isRootDocument(term)) {
      return rootDocument(term);
    }
    if (term instanceof Term.Var v) {
      return variable(v);
    }
    if (term instanceof Term.Call call) {
      return nestedCall(call);
    }
    if (term instanceof Term.ArrayComprehension c) {
      return closure(
          c.body(),
          Variables.allIn(c.head()),
          body -> new Term.ArrayComprehension(c.span(), term(c.head()), body));
    }
    if (term instanceof Term.SetComprehension c) {
      return closure(
          c.body(),
          Variables.allIn(c.head()),
          body -> new Term.SetComprehension(c.span(), term(c.head()), body));
    }
    if (term instanceof Term.ObjectComprehension c) {
      Set<String> used = new LinkedHashSet<>(Variables.allIn(c.key()));
      used.addAll(Variables.allIn(c.value()));
      return closure(
          c.body(),
          used,
          body -> new Term.ObjectComprehension(c.span(), term(c.key()), term(c.value()), body));
    }
    if (term instanceof Term.Ref ref && ref.head() instanceof Term.Var head) {
      return new Term.Ref(ref.span(), variable(head), terms(ref.path()));
    }
    return super.term(term);
  }

  private Term closure(
      Body body, Set<String> used, java.util.function.Function<Body, Term> finish) {
    scopes.push();
    Term result = finish.apply(scopedBody(body, used));
    scopes.pop();
    return result;
  }

  private Term rootDocument(Term term) {
    String name = Variables.allIn(term).iterator().next();
    return scopes
        .renamed(name)
        .<Term>map(renamed -> new Term.Var(term.span(), renamed))
        .orElse(new Term.Var(term.span(), name));
  }

  private Term variable(Term.Var v) {
    Optional<String> renamed = scopes.renamed(v.name());
    if (renamed.isPresent()) {
      scopes.use(v.name());
      return new Term.Var(v.span(), renamed.get());
    }
    if (scopes.occurrence(v.name()) == Occurrence.NEW) {
      scopes.insertSeen(v.name());
    }
    return v;
  }

  private Term nestedCall(Term.Call call) {
    for (String name : Variables.allIn(call.operator())) {
      if (scopes.renamed(name).isPresent()) {
        fail(call.span(), "called function " + TermText.of(call.operator()) + " shadowed");
      }
    }
    return super.term(call);
  }

  @Override
  public Expr expr(Expr expr) {
    // A call that is an expression of its own is not looked at as nested calls are.
    Optional<Term.Call> call = Terms.call(expr);
    if (call.isEmpty()) {
      return super.expr(expr);
    }
    Term operator = term(call.get().operator());
    List<Term> arguments = terms(call.get().arguments());
    Term.Ref name =
        operator instanceof Term.Ref ref ? ref : new Term.Ref(operator.span(), operator, List.of());
    return new Expr(
        expr.span(),
        expr.negated(),
        new Expr.TermStatement(new Term.Call(call.get().span(), name, arguments)),
        withs(expr.with()));
  }

  private void reportUnusedAssigned(Body body, Set<String> used) {
    if (!strict || failed) {
      return;
    }
    for (Map.Entry<String, Scopes.Entry> entry : scopes.current().entrySet()) {
      String name = entry.getKey();
      if (entry.getValue().occurrence() == Occurrence.ASSIGNED
          && !name.startsWith("$")
          && scopes.count(name) <= 1
          && !used.contains(name)) {
        fail(declaration(body, name), "assigned var " + name + " unused");
      }
    }
  }

  private void reportUnusedDeclared(Body body, Body rewritten, Set<String> used) {
    if (failed) {
      return;
    }
    Variables variables = Variables.all();
    boolean collected = false;
    for (Map.Entry<String, Scopes.Entry> entry : scopes.current().entrySet()) {
      String name = entry.getKey();
      if (entry.getValue().occurrence() == Occurrence.DECLARED && !used.contains(name)) {
        if (!collected) {
          variables.body(rewritten);
          collected = true;
        }
        if (!variables.names().contains(scopes.renamed(name).orElse(name))) {
          fail(declaration(body, name), "declared var " + Names.original(name) + " unused");
        }
      }
    }
  }

  private static Span declaration(Body body, String name) {
    for (Expr expr : body.exprs()) {
      if (References.declared(expr).contains(name)) {
        return expr.span();
      }
    }
    return body.exprs().get(0).span();
  }
}
