package dev.portcullis.rego.plan;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.plan.Operand.Const;
import dev.portcullis.rego.plan.Operand.Reg;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans bodies and their expressions, and knows which variables have a value. */
final class BodyPlanner {
  private final Planner planner;
  private final Registers registers;
  private final BlockBuilder out;
  private final TermPlanner terms;
  private final ReferencePlanner references;
  private final Unifier unifier;
  private Map<String, Operand> bound = new HashMap<>();
  private Reg context;
  private int labels;

  BodyPlanner(Planner planner, Registers registers, BlockBuilder out, Reg context) {
    this.planner = planner;
    this.registers = registers;
    this.out = out;
    this.context = context;
    this.terms = new TermPlanner(planner, this, registers, out);
    this.references = new ReferencePlanner(planner, this, registers, out);
    this.unifier = new Unifier(this, registers, out);
  }

  TermPlanner terms() {
    return terms;
  }

  ReferencePlanner references() {
    return references;
  }

  Unifier unifier() {
    return unifier;
  }

  /** Returns the context that the expression being planned sees. */
  Reg context() {
    return context;
  }

  boolean isBound(Term.Var variable) {
    return bound.containsKey(variable.name());
  }

  /** Returns what holds the value of the variable {@code name}. */
  Operand variable(String name) {
    Operand operand = bound.get(name);
    if (operand == null) {
      throw new IllegalStateException("variable " + name + " has no value here");
    }
    return operand;
  }

  void bind(Term.Var variable, Operand operand) {
    bound.put(variable.name(), operand);
  }

  /** Returns the block of what {@code body} adds; variables that it binds are unknown after it. */
  Block region(Runnable body) {
    Map<String, Operand> outer = bound;
    bound = new HashMap<>(outer);
    Block block = out.region(body);
    bound = outer;
    return block;
  }

  /** Fails always. */
  void fail() {
    out.add(new Stmt.Truthy(new Const(BooleanValue.FALSE)));
  }

  /** Plans the expressions of a body; what is added next runs for each of its solutions. */
  void body(Body body) {
    body.exprs().forEach(this::expr);
  }

  void expr(Expr expr) {
    withModifiers(expr, () -> statement(expr, false));
  }

  /**
   * Plans an expression of a query and returns its value, if it has one of its own.
   *
   * @param capture whether a false value is an answer rather than a failure
   */
  Optional<Operand> queryExpr(Expr expr, boolean capture) {
    @Nullable Operand[] value = new Operand[1];
    withModifiers(
        expr,
        () -> {
          if (!expr.negated()
              && expr.statement() instanceof Expr.TermStatement statement
              && !isUnification(statement.term())
              && !isVoidOrOutput(statement.term())) {
            Operand operand = terms.plan(statement.term());
            value[0] = operand;
            if (!capture) {
              truthy(operand);
            }
          } else {
            statement(expr, false);
          }
        });
    return Optional.ofNullable(value[0]);
  }

  private static boolean isUnification(Term term) {
    return term instanceof Term.Call call && call.name().equals(Optional.of("eq"));
  }

  private boolean isVoidOrOutput(Term term) {
    if (!(term instanceof Term.Call call)) {
      return false;
    }
    Optional<Builtin> builtin = call.name().flatMap(planner::builtin);
    return builtin.isPresent()
        ? builtin.get().result().isEmpty()
            || (!builtin.get().variadic()
                && call.arguments().size() > builtin.get().arguments().size())
        : terms.hasOutput(call);
  }

  private void withModifiers(Expr expr, Runnable statement) {
    if (expr.with().isEmpty()) {
      statement.run();
      return;
    }
    List<Stmt.Change> changes = new ArrayList<>();
    for (Expr.With with : expr.with()) {
      changes.add(change(with));
    }
    Reg outer = context;
    Reg inner = registers.take(RegisterKind.CONTEXT);
    out.add(new Stmt.PushContext(inner, outer, changes));
    context = inner;
    statement.run();
    context = outer;
  }

  private Stmt.Change change(Expr.With with) {
    WithScanner.Target target = WithScanner.classify(planner, with.target());
    if (target instanceof WithScanner.Target.Function function) {
      return functionChange(function.name(), with.value());
    }
    Operand value = terms.plan(with.value());
    if (target instanceof WithScanner.Target.Document document) {
      return new Stmt.Change.Data(
          planner.replacements().document(document.path()), document.path(), value);
    }
    return new Stmt.Change.Input(((WithScanner.Target.Input) target).path(), value);
  }

  private Stmt.Change functionChange(String name, Term value) {
    int mock = planner.replacements().function(name);
    if (value instanceof Term.Ref || value instanceof Term.Var) {
      Term.Ref ref = value instanceof Term.Ref r ? r : new Term.Ref(value.span(), value, List.of());
      Optional<RuleTree.Node> rules = references.functionAt(ref);
      if (rules.isPresent()) {
        return new Stmt.Change.Function(mock, null, null, planner.functionOf(rules.get()));
      }
      Optional<Builtin> builtin =
          value instanceof Term.Var variable && isBound(variable)
              ? Optional.empty()
              : Refs.dottedName(ref).flatMap(planner::builtin);
      if (builtin.isPresent()) {
        return new Stmt.Change.Function(mock, null, builtin.get(), -1);
      }
    }
    return new Stmt.Change.Function(mock, terms.plan(value), null, -1);
  }

  /** Plans what an expression says, in the context of its modifiers. */
  private void statement(Expr expr, boolean inNot) {
    if (expr.negated() && !inNot) {
      int label = labels++;
      Block block =
          region(
              () -> {
                statement(expr, true);
                out.add(new Stmt.Break(label));
              });
      out.add(new Stmt.Not(label, block));
    } else if (expr.statement() instanceof Expr.TermStatement s) {
      termStatement(s.term());
    } else if (expr.statement() instanceof Expr.SomeIn s) {
      someIn(s);
    } else if (expr.statement() instanceof Expr.Every s) {
      every(s);
    } else if (expr.statement() instanceof Expr.NotBody s) {
      body(s.body());
    } else if (expr.statement() instanceof Expr.Logical s) {
      logical(s);
    } else {
      throw new IllegalStateException("a declaration is left: " + expr.statement());
    }
  }

  private void termStatement(Term term) {
    if (term instanceof Term.Call call) {
      String name = call.name().orElse("");
      if (name.equals("eq") && call.arguments().size() == 2) {
        unifier.unify(call.arguments().get(0), call.arguments().get(1));
      } else {
        terms.callStatement(call);
      }
    } else {
      truthy(terms.plan(term));
    }
  }

  /** Fails unless {@code operand} is something other than {@code false}. */
  void truthy(Operand operand) {
    if (operand instanceof Const constant && constant.value().isTruthy()) {
      return;
    }
    out.add(new Stmt.Truthy(operand));
  }

  private void someIn(Expr.SomeIn some) {
    Operand domain = terms.plan(some.domain());
    scan(domain, some.key().orElse(null), some.value());
  }

  /** Opens a loop over {@code domain} that matches its keys and values with patterns. */
  void scan(Operand domain, @Nullable Term key, Term value) {
    Optional<Reg> keyRegister = key == null ? Optional.empty() : Optional.of(registers.value());
    Reg valueRegister = registers.value();
    out.open(body -> new Stmt.Scan(domain, keyRegister, Optional.of(valueRegister), body));
    if (key != null) {
      unifier.match(key, keyRegister.orElseThrow());
    }
    unifier.match(value, valueRegister);
  }

  /** Every element satisfies the body: there is none that does not. */
  private void every(Expr.Every every) {
    Operand domain = terms.plan(every.domain());
    out.add(new Stmt.IsCollection(domain));
    int failed = labels++;
    Block search =
        region(
            () -> {
              scan(domain, every.key().orElse(null), every.value());
              int holds = labels++;
              Block body =
                  region(
                      () -> {
                        body(every.body());
                        out.add(new Stmt.Break(holds));
                      });
              out.add(new Stmt.Not(holds, body));
              out.add(new Stmt.Break(failed));
            });
    out.add(new Stmt.Not(failed, search));
  }

  /** Each side is a test: what it binds is not seen outside. */
  private void logical(Expr.Logical logical) {
    if (logical.operator() == Expr.LogicalOperator.AND) {
      exists(List.of(logical.left().body()));
      exists(List.of(logical.right().body()));
    } else {
      exists(List.of(logical.left().body(), logical.right().body()));
    }
  }

  /** One of the alternatives holds. */
  private void exists(List<Body> alternatives) {
    int label = labels++;
    Block block =
        region(
            () -> {
              for (Body alternative : alternatives) {
                out.add(
                    new Stmt.Scope(
                        region(
                            () -> {
                              body(alternative);
                              out.add(new Stmt.Break(label));
                            })));
              }
            });
    out.add(new Stmt.Exists(label, block));
  }

  /** Plans a collection: {@code element} adds to it for each solution of {@code body}. */
  Operand collect(RegisterKind kind, Body body, java.util.function.Consumer<Reg> element) {
    Reg accumulator = registers.take(kind);
    out.add(new Stmt.NewAccumulator(accumulator, kind));
    out.add(
        new Stmt.Scope(
            region(
                () -> {
                  body(body);
                  element.accept(accumulator);
                })));
    Reg result = registers.value();
    out.add(new Stmt.Finish(result, accumulator, kind));
    return result;
  }

  static Operand constant(Value value) {
    return new Const(value);
  }
}
