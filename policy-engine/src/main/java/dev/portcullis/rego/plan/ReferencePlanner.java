package dev.portcullis.rego.plan;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.plan.Operand.Const;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans references. Steps with a value are looked up, steps without open loops. References into
 * {@code data} are sorted here into base documents, rules, and places where both may be.
 */
final class ReferencePlanner {
  private final Planner planner;
  private final BodyPlanner bodies;
  private final Registers registers;
  private final BlockBuilder out;

  ReferencePlanner(Planner planner, BodyPlanner bodies, Registers registers, BlockBuilder out) {
    this.planner = planner;
    this.bodies = bodies;
    this.registers = registers;
    this.out = out;
  }

  /** Plans a reference; what is added next runs for each element that it can mean. */
  Operand plan(Term.Ref ref) {
    if (ref.head() instanceof Term.Var head && !bodies.isBound(head)) {
      if (head.name().equals("data")) {
        return data(ref);
      }
      if (head.name().equals("input")) {
        Reg input = registers.value();
        out.add(new Stmt.LoadInput(input, bodies.context()));
        return walk(input, ref.path());
      }
    }
    return walk(bodies.terms().plan(ref.head()), ref.path());
  }

  private Operand walk(Operand start, List<Term> path) {
    Operand at = start;
    for (Term step : path) {
      at = step(at, step);
    }
    return at;
  }

  private Operand step(Operand source, Term key) {
    if (bodies.unifier().isReady(key)) {
      Operand planned = bodies.terms().plan(key);
      Reg element = registers.value();
      out.add(new Stmt.Lookup(element, source, planned));
      return element;
    }
    Reg keyRegister = registers.value();
    Reg element = registers.value();
    Optional<Reg> keyNeeded =
        key instanceof Term.Var variable && variable.isWildcard()
            ? Optional.empty()
            : Optional.of(keyRegister);
    out.open(body -> new Stmt.Scan(source, keyNeeded, Optional.of(element), body));
    if (keyNeeded.isPresent()) {
      bodies.unifier().match(key, keyRegister);
    }
    return element;
  }

  /** Returns the function of arguments at {@code ref}, if there is one. */
  Optional<RuleTree.Node> functionAt(Term.Ref ref) {
    if (!ref.startsWith("data")) {
      return Optional.empty();
    }
    List<Value> path = constantPrefix(ref.path());
    if (path.size() < ref.path().size()) {
      return Optional.empty();
    }
    return planner.tree().find(path).filter(node -> node.isFunction() && node.path().equals(path));
  }

  private static List<Value> constantPrefix(List<Term> path) {
    List<Value> prefix = new ArrayList<>();
    for (Term step : path) {
      Value key = Constants.of(step);
      if (key == null) {
        break;
      }
      prefix.add(key);
    }
    return prefix;
  }

  private Operand data(Term.Ref ref) {
    List<Value> prefix = constantPrefix(ref.path());
    RuleTree.Node node = planner.tree().root();
    for (int i = 0; ; i++) {
      if (!node.rules().isEmpty()) {
        return walk(rule(node, ref.span()), ref.path().subList(i, ref.path().size()));
      }
      if (i == prefix.size()) {
        return view(node, ref.path().subList(i, ref.path().size()));
      }
      RuleTree.Node child = node.child(prefix.get(i));
      if (child == null) {
        return base(ref.path());
      }
      node = child;
    }
  }

  /** Plans the document at a constant path. */
  Operand document(List<Value> path) {
    List<Term> steps = new ArrayList<>();
    path.forEach(key -> steps.add(new Term.Scalar(Span.NONE, key)));
    return data(new Term.Ref(Span.NONE, new Term.Var(Span.NONE, "data"), steps));
  }

  private Operand base(List<Term> path) {
    Reg data = registers.value();
    out.add(new Stmt.LoadData(data, bodies.context()));
    Operand at = data;
    for (Term step : path) {
      at = documentStep(at, step);
    }
    return at;
  }

  private Operand documentStep(Operand source, Term key) {
    boolean text =
        key instanceof Term.Scalar s && s.value() instanceof StringValue t && !isDigits(t);
    if (text || !bodies.unifier().isReady(key)) {
      return step(source, key);
    }
    Operand planned = bodies.terms().plan(key);
    Reg element = registers.value();
    out.add(new Stmt.DataLookup(element, source, planned));
    return element;
  }

  private static boolean isDigits(StringValue text) {
    return text.value().chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Operand rule(RuleTree.Node node, Span span) {
    if (node.isFunction()) {
      bodies.fail();
      return new Const(dev.portcullis.api.value.NullValue.NULL);
    }
    Reg result = registers.value();
    out.add(
        new Stmt.CallFunction(
            result,
            bodies.context(),
            planner.functionOf(node),
            List.of(),
            planner.replacements().above(node.path()),
            node.path(),
            -1,
            span));
    return result;
  }

  private Operand view(RuleTree.Node node, List<Term> path) {
    if (node.children().isEmpty() && node == planner.tree().root()) {
      return base(path);
    }
    Reg view = registers.take(RegisterKind.VIEW);
    out.add(new Stmt.OpenView(view, bodies.context(), planner.viewOf(node)));
    for (Term key : path) {
      Reg outer = view;
      Reg element = registers.take(RegisterKind.VIEW);
      if (bodies.unifier().isReady(key)) {
        out.add(new Stmt.ViewLookup(element, outer, bodies.terms().plan(key)));
      } else {
        Reg keyRegister = registers.value();
        out.open(body -> new Stmt.ScanView(outer, keyRegister, element, body));
        bodies.unifier().match(key, keyRegister);
      }
      view = element;
    }
    Reg value = registers.value();
    out.add(new Stmt.ViewValue(value, view));
    return value;
  }
}
