package dev.portcullis.rego.plan;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.Builtin.Trait;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.plan.Operand.Const;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.plan.Stmt.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans terms: what they mean ends in a register or is a constant. */
final class TermPlanner implements Term.Visitor<Operand> {
  private static final Map<String, Comparison> COMPARISONS =
      Map.of(
          "equal", Comparison.EQUAL,
          "neq", Comparison.NOT_EQUAL,
          "lt", Comparison.LESS,
          "lte", Comparison.LESS_OR_EQUAL,
          "gt", Comparison.GREATER,
          "gte", Comparison.GREATER_OR_EQUAL);

  private final Planner planner;
  private final BodyPlanner bodies;
  private final Registers registers;
  private final BlockBuilder out;

  TermPlanner(Planner planner, BodyPlanner bodies, Registers registers, BlockBuilder out) {
    this.planner = planner;
    this.bodies = bodies;
    this.registers = registers;
    this.out = out;
  }

  /** Plans a term; what is added next runs for each value that it can have. */
  Operand plan(Term term) {
    Value constant = Constants.of(term);
    return constant != null ? new Const(constant) : term.accept(this);
  }

  /**
   * Plans terms that stand beside each other; one may loop over the variables that another needs.
   */
  private List<Operand> all(List<Term> items) {
    @Nullable Operand[] operands = new Operand[items.size()];
    int open = items.size();
    boolean patient = true;
    while (open > 0) {
      int before = open;
      for (int i = 0; i < operands.length; i++) {
        if (operands[i] == null && (!patient || bodies.unifier().isReady(items.get(i)))) {
          operands[i] = plan(items.get(i));
          open--;
        }
      }
      patient = open < before;
    }
    List<Operand> planned = new ArrayList<>();
    for (Operand operand : operands) {
      planned.add(java.util.Objects.requireNonNull(operand));
    }
    return planned;
  }

  @Override
  public Operand scalar(Term.Scalar term) {
    return new Const(term.value());
  }

  @Override
  public Operand variable(Term.Var term) {
    boolean global = term.name().equals("data") || term.name().equals("input");
    return global && !bodies.isBound(term)
        ? reference(new Term.Ref(term.span(), term, List.of()))
        : bodies.variable(term.name());
  }

  @Override
  public Operand reference(Term.Ref term) {
    return bodies.references().plan(term);
  }

  @Override
  public Operand array(Term.ArrayTerm term) {
    List<Operand> items = all(term.items());
    Reg target = registers.value();
    out.add(new Stmt.MakeArray(target, items));
    return target;
  }

  @Override
  public Operand object(Term.ObjectTerm term) {
    int size = term.entries().size();
    List<Term> keysAndValues = new ArrayList<>();
    term.entries().forEach(entry -> keysAndValues.add(entry.key()));
    term.entries().forEach(entry -> keysAndValues.add(entry.value()));
    List<Operand> operands = all(keysAndValues);
    Reg target = registers.value();
    out.add(
        new Stmt.MakeObject(target, operands.subList(0, size), operands.subList(size, 2 * size)));
    return target;
  }

  @Override
  public Operand set(Term.SetTerm term) {
    List<Operand> items = all(term.items());
    Reg target = registers.value();
    out.add(new Stmt.MakeSet(target, items));
    return target;
  }

  @Override
  public Operand arrayComprehension(Term.ArrayComprehension term) {
    return bodies.collect(
        RegisterKind.LIST,
        term.body(),
        list -> out.add(new Stmt.Append(list, bodies.context(), plan(term.head()))));
  }

  @Override
  public Operand setComprehension(Term.SetComprehension term) {
    return bodies.collect(
        RegisterKind.SET,
        term.body(),
        set -> out.add(new Stmt.AddToSet(set, bodies.context(), plan(term.head()))));
  }

  @Override
  public Operand objectComprehension(Term.ObjectComprehension term) {
    return bodies.collect(
        RegisterKind.OBJECT,
        term.body(),
        object ->
            out.add(
                new Stmt.PutObject(
                    object, bodies.context(), plan(term.key()), plan(term.value()), term.span())));
  }

  @Override
  public Operand call(Term.Call term) {
    return result(term, term.arguments());
  }

  /**
   * Returns whether a call of a rule's function has one argument more than it takes: where the
   * result goes.
   */
  boolean hasOutput(Term.Call call) {
    return bodies
        .references()
        .functionAt(call.operator())
        .filter(node -> call.arguments().size() > arity(node))
        .isPresent();
  }

  private static int arity(RuleTree.Node node) {
    return node.rules().get(0).head().arguments().orElseThrow().size();
  }

  /**
   * Plans a call as an expression of its own: it must be true, or give what its last argument says.
   */
  void callStatement(Term.Call call) {
    String name = call.name().orElse("");
    Comparison comparison = COMPARISONS.get(name);
    if (comparison == Comparison.EQUAL && call.arguments().size() == 2) {
      bodies.unifier().unify(call.arguments().get(0), call.arguments().get(1));
      return;
    }
    if (comparison != null && call.arguments().size() == 2) {
      List<Operand> sides = all(call.arguments());
      out.add(new Stmt.Compare(comparison, sides.get(0), sides.get(1)));
      return;
    }
    Optional<Builtin> builtin = planner.builtin(name);
    if (builtin.isPresent() && name.equals("print")) {
      print(call, builtin.get());
      return;
    }
    boolean output =
        builtin.isPresent()
            ? !builtin.get().variadic()
                && call.arguments().size() > builtin.get().arguments().size()
            : hasOutput(call);
    if (output) {
      List<Term> inputs = call.arguments().subList(0, call.arguments().size() - 1);
      Term last = call.arguments().get(inputs.size());
      bodies.unifier().match(last, result(call, inputs));
    } else if (builtin.isPresent() && builtin.get().result().isEmpty()) {
      result(call, call.arguments());
    } else {
      bodies.truthy(result(call, call.arguments()));
    }
  }

  private Operand result(Term.Call call, List<Term> inputs) {
    Optional<RuleTree.Node> function = bodies.references().functionAt(call.operator());
    if (function.isEmpty() && inputs.isEmpty() && call.operator().startsWith("data")) {
      // A rule written f() = … is a rule without arguments, and f() is its value.
      return plan(call.operator());
    }
    List<Operand> arguments = all(inputs);
    Reg target = registers.value();
    if (function.isPresent()) {
      out.add(
          new Stmt.CallFunction(
              target,
              bodies.context(),
              planner.functionOf(function.get()),
              arguments,
              List.of(),
              List.of(),
              planner.replacements().function(WithScanner.functionName(function.get().path())),
              call.span()));
      return target;
    }
    Optional<Builtin> builtin = Refs.dottedName(call.operator()).flatMap(planner::builtin);
    if (builtin.isEmpty()) {
      bodies.fail();
      return new Const(NullValue.NULL);
    }
    out.add(
        new Stmt.CallBuiltin(
            target,
            bodies.context(),
            builtin.get(),
            arguments,
            planner.replacements().function(builtin.get().name()),
            call.span()));
    return builtin.get().has(Trait.RELATION) ? each(target) : target;
  }

  private Operand each(Reg results) {
    Reg element = registers.value();
    out.open(body -> new Stmt.Scan(results, Optional.empty(), Optional.of(element), body));
    return element;
  }

  /**
   * Arguments of {@code print} may be undefined or have many values: each is passed as the set of
   * its values.
   */
  private void print(Term.Call call, Builtin print) {
    List<Operand> sets = new ArrayList<>();
    for (Term argument : call.arguments()) {
      sets.add(valuesOf(() -> plan(argument)));
    }
    Reg array = registers.value();
    out.add(new Stmt.MakeArray(array, sets));
    Builtin internal = planner.builtin("internal.print").orElse(print);
    out.add(
        new Stmt.CallBuiltin(
            registers.value(), bodies.context(), internal, List.of(array), -1, call.span()));
  }

  private Operand valuesOf(java.util.function.Supplier<@Nullable Operand> term) {
    Reg set = registers.take(RegisterKind.SET);
    out.add(new Stmt.NewAccumulator(set, RegisterKind.SET));
    out.add(
        new Stmt.Scope(
            bodies.region(
                () -> {
                  Operand value = term.get();
                  if (value != null) {
                    out.add(new Stmt.AddToSet(set, bodies.context(), value));
                  }
                })));
    Reg result = registers.value();
    out.add(new Stmt.Finish(result, set, RegisterKind.SET));
    return result;
  }

  @Override
  public Operand template(Term.TemplateString term) {
    List<Operand> parts = new ArrayList<>();
    for (Term.TemplatePart part : term.parts()) {
      if (part instanceof Term.TemplatePart.Text text) {
        parts.add(new Const(StringValue.of(text.text())));
      } else if (part instanceof Term.TemplatePart.Interpolation interpolation) {
        parts.add(valuesOf(() -> bodies.queryExpr(interpolation.expr(), true).orElse(null)));
      }
    }
    Reg array = registers.value();
    out.add(new Stmt.MakeArray(array, parts));
    Reg target = registers.value();
    out.add(
        new Stmt.CallBuiltin(
            target,
            bodies.context(),
            planner.builtin("internal.template_string").orElseThrow(),
            List.of(array),
            -1,
            term.span()));
    return target;
  }
}
