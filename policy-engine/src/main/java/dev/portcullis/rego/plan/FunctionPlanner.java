package dev.portcullis.rego.plan;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.plan.Operand.Const;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans one function: the rules of a document, a Rego function, a view of a package, or a query.
 */
final class FunctionPlanner {
  private static final Operand TRUE = new Const(BooleanValue.TRUE);

  private final Registers registers = new Registers();
  private final BlockBuilder out = new BlockBuilder();
  private final Reg context = registers.take(RegisterKind.CONTEXT);
  private final BodyPlanner bodies;

  FunctionPlanner(Planner planner) {
    this.bodies = new BodyPlanner(planner, registers, out, context);
  }

  /** Plans a query: an array of answers. */
  PlanFunction query(int id, Body body, List<String> variables) {
    Block block =
        out.region(
            () -> {
              Reg answers = registers.take(RegisterKind.LIST);
              out.add(new Stmt.NewAccumulator(answers, RegisterKind.LIST));
              out.add(new Stmt.Scope(bodies.region(() -> answer(answers, body, variables))));
              Reg result = registers.value();
              out.add(new Stmt.Finish(result, answers, RegisterKind.LIST));
              out.add(new Stmt.Return(result));
            });
    return new PlanFunction(id, "query", List.of(), 0, -1, registers.kinds(), block, body.span());
  }

  /**
   * An expression's value is what a user sees of it: that of a term, or true for what binds or
   * tests. With several expressions each must hold, a lone one may be false.
   */
  private void answer(Reg answers, Body body, List<String> variables) {
    boolean capture = body.exprs().size() == 1;
    List<Operand> expressions = new ArrayList<>();
    for (Expr expr : body.exprs()) {
      expressions.add(bodies.queryExpr(expr, capture).orElse(TRUE));
    }
    List<Operand> items = new ArrayList<>();
    variables.forEach(name -> items.add(bodies.variable(name)));
    items.addAll(expressions);
    Reg answer = registers.value();
    out.add(new Stmt.MakeArray(answer, items));
    out.add(new Stmt.Append(answers, context, answer));
  }

  /** Plans the document at {@code path}, whatever is there. */
  PlanFunction document(int id, List<Value> path) {
    Block block =
        out.region(
            () -> {
              Reg result = registers.value();
              out.add(new Stmt.Clear(result));
              out.add(
                  new Stmt.Scope(
                      bodies.region(
                          () ->
                              out.add(new Stmt.Copy(result, bodies.references().document(path))))));
              out.add(new Stmt.Return(result));
            });
    return new PlanFunction(id, "data" + path, path, 0, -1, registers.kinds(), block, Span.NONE);
  }

  /** Plans the rules at {@code node}. */
  PlanFunction rules(int id, int memoSlot, RuleTree.Node node) {
    List<Rule> rules = node.rules();
    int arity = node.isFunction() ? rules.get(0).head().arguments().orElseThrow().size() : 0;
    List<Reg> arguments = new ArrayList<>();
    for (int i = 0; i < arity; i++) {
      arguments.add(registers.value());
    }
    int depth = node.path().size();
    Block block;
    if (rules.stream().anyMatch(r -> r.head().ref().path().size() > depth)) {
      block = out.region(() -> tree(rules, depth));
    } else if (rules.get(0).head().kind() == Rule.Kind.MULTI_VALUE) {
      block = out.region(() -> set(rules));
    } else {
      block = out.region(() -> complete(rules, arguments));
    }
    return new PlanFunction(
        id,
        name(node.path()),
        node.path(),
        arity,
        memoSlot,
        registers.kinds(),
        block,
        Planner.spanOf(rules));
  }

  private static String name(List<Value> path) {
    StringBuilder name = new StringBuilder("data");
    for (Value key : path) {
      name.append(
          key instanceof dev.portcullis.api.value.StringValue s
              ? "." + s.value()
              : "[" + key + "]");
    }
    return name.toString();
  }

  private void set(List<Rule> rules) {
    Reg set = registers.take(RegisterKind.SET);
    out.add(new Stmt.NewAccumulator(set, RegisterKind.SET));
    for (Rule rule : rules) {
      out.add(
          new Stmt.Scope(
              bodies.region(
                  () -> {
                    bodies.body(rule.body());
                    Operand element = bodies.terms().plan(rule.head().key().orElseThrow());
                    out.add(new Stmt.AddToSet(set, context, element));
                  })));
    }
    Reg result = registers.value();
    out.add(new Stmt.Finish(result, set, RegisterKind.SET));
    out.add(new Stmt.Return(result));
  }

  private void complete(List<Rule> rules, List<Reg> arguments) {
    Stmt.Conflict conflict =
        rules.get(0).head().isFunction() ? Stmt.Conflict.FUNCTION : Stmt.Conflict.COMPLETE_RULE;
    @Nullable Value only = onlyValue(rules);
    Reg result = registers.value();
    out.add(new Stmt.Clear(result));
    List<Rule> ordinary = rules.stream().filter(r -> !r.isDefault()).toList();
    for (Rule rule : ordinary) {
      if (rule.otherwise().isEmpty()) {
        branch(rule, arguments, result, conflict, only);
      } else {
        Reg chain = registers.value();
        chain(rule, arguments, chain, conflict, only);
        if (only == null) {
          out.add(
              new Stmt.Scope(
                  Block.of(
                      new Stmt.Require(chain),
                      new Stmt.SetOnce(result, chain, conflict, rule.head().span()))));
        }
      }
    }
    for (Rule rule : rules) {
      if (rule.isDefault()) {
        out.add(
            new Stmt.IfUndefined(
                result,
                bodies.region(
                    () ->
                        out.add(
                            new Stmt.Copy(
                                result, bodies.terms().plan(rule.head().value().orElseThrow()))))));
      }
    }
    out.add(new Stmt.Return(result));
  }

  /**
   * Returns the value that every rule gives, if that is one constant: then the first rule that
   * holds decides.
   */
  private static @Nullable Value onlyValue(List<Rule> rules) {
    Value only = null;
    for (Rule rule : rules) {
      if (rule.isDefault()) {
        continue;
      }
      for (Optional<Rule> r = Optional.of(rule); r.isPresent(); r = r.get().otherwise()) {
        Value value = Constants.of(r.get().head().value().orElseThrow());
        if (value == null || (only != null && !only.equals(value))) {
          return null;
        }
        only = value;
      }
    }
    return only;
  }

  private void branch(
      Rule rule, List<Reg> arguments, Reg result, Stmt.Conflict conflict, @Nullable Value only) {
    out.add(
        new Stmt.Scope(
            bodies.region(
                () -> {
                  arguments(rule, arguments);
                  bodies.body(rule.body());
                  if (only != null) {
                    out.add(new Stmt.Return(new Const(only)));
                  } else {
                    Operand value = bodies.terms().plan(rule.head().value().orElseThrow());
                    out.add(new Stmt.SetOnce(result, value, conflict, rule.head().span()));
                  }
                })));
  }

  private void arguments(Rule rule, List<Reg> arguments) {
    List<Term> patterns = rule.head().arguments().orElse(List.of());
    for (int i = 0; i < patterns.size(); i++) {
      bodies.unifier().match(patterns.get(i), arguments.get(i));
    }
  }

  private void chain(
      Rule first, List<Reg> arguments, Reg result, Stmt.Conflict conflict, @Nullable Value only) {
    out.add(new Stmt.Clear(result));
    branch(first, arguments, result, conflict, only);
    Optional<Rule> rest = first.otherwise();
    if (rest.isPresent()) {
      out.add(
          new Stmt.IfUndefined(result, otherwise(rest.get(), arguments, result, conflict, only)));
    }
  }

  private Block otherwise(
      Rule rule, List<Reg> arguments, Reg result, Stmt.Conflict conflict, @Nullable Value only) {
    return out.region(
        () -> {
          branch(rule, arguments, result, conflict, only);
          rule.otherwise()
              .ifPresent(
                  next ->
                      out.add(
                          new Stmt.IfUndefined(
                              result, otherwise(next, arguments, result, conflict, only))));
        });
  }

  private void tree(List<Rule> rules, int depth) {
    boolean flat =
        rules.stream()
            .allMatch(
                r ->
                    r.head().kind() == Rule.Kind.SINGLE_VALUE
                        && !r.isDefault()
                        && r.head().ref().path().size() == depth + 1);
    RegisterKind kind = flat ? RegisterKind.OBJECT : RegisterKind.TREE;
    Reg accumulator = registers.take(kind);
    out.add(new Stmt.NewAccumulator(accumulator, kind));
    List<Rule> defaults = rules.stream().filter(Rule::isDefault).toList();
    for (Rule rule : rules) {
      if (!rule.isDefault()) {
        entry(rule, depth, accumulator, flat);
      }
    }
    for (Rule rule : defaults) {
      leaf(rule, depth, accumulator, Stmt.TreeLeaf.DEFAULT);
    }
    Reg result = registers.value();
    out.add(new Stmt.Finish(result, accumulator, kind));
    out.add(new Stmt.Return(result));
  }

  private void entry(Rule rule, int depth, Reg accumulator, boolean flat) {
    if (rule.head().kind() == Rule.Kind.MULTI_VALUE) {
      leaf(rule, depth, accumulator, Stmt.TreeLeaf.ELEMENT);
    } else if (rule.otherwise().isPresent()) {
      elseEntry(rule, depth, accumulator, flat);
    } else if (flat) {
      out.add(
          new Stmt.Scope(
              bodies.region(
                  () -> {
                    bodies.body(rule.body());
                    Operand key = bodies.terms().plan(rule.head().ref().path().get(depth));
                    Operand value = bodies.terms().plan(rule.head().value().orElseThrow());
                    out.add(
                        new Stmt.PutObject(accumulator, context, key, value, rule.head().span()));
                  })));
    } else {
      leaf(rule, depth, accumulator, Stmt.TreeLeaf.VALUE);
    }
  }

  /** A rule with {@code else}: its path is constant, so that one chain decides for one place. */
  private void elseEntry(Rule rule, int depth, Reg accumulator, boolean flat) {
    Reg value = registers.value();
    chain(rule, List.of(), value, Stmt.Conflict.COMPLETE_RULE, null);
    out.add(
        new Stmt.Scope(
            bodies.region(
                () -> {
                  out.add(new Stmt.Require(value));
                  put(rule, depth, accumulator, flat, value, Stmt.TreeLeaf.VALUE);
                })));
  }

  private void leaf(Rule rule, int depth, Reg accumulator, Stmt.TreeLeaf leaf) {
    out.add(
        new Stmt.Scope(
            bodies.region(
                () -> {
                  bodies.body(rule.body());
                  Operand value =
                      bodies
                          .terms()
                          .plan(rule.head().key().or(() -> rule.head().value()).orElseThrow());
                  put(rule, depth, accumulator, false, value, leaf);
                })));
  }

  private void put(
      Rule rule, int depth, Reg accumulator, boolean flat, Operand value, Stmt.TreeLeaf leaf) {
    List<Term> suffix = rule.head().ref().path();
    suffix = suffix.subList(depth, suffix.size());
    List<Operand> path = new ArrayList<>();
    for (Term step : suffix) {
      path.add(bodies.terms().plan(step));
    }
    Span span = rule.head().span();
    out.add(
        flat
            ? new Stmt.PutObject(accumulator, context, path.get(0), value, span)
            : new Stmt.PutTree(accumulator, context, path, value, leaf, span));
  }
}
