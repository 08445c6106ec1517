package dev.portcullis.rego.plan;

import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.plan.Operand.Const;
import dev.portcullis.rego.plan.Operand.Reg;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code =} and patterns into bindings, tests and destructuring, from what has a value and
 * what has not.
 */
final class Unifier {
  private final BodyPlanner bodies;
  private final Registers registers;
  private final BlockBuilder out;

  Unifier(BodyPlanner bodies, Registers registers, BlockBuilder out) {
    this.bodies = bodies;
    this.registers = registers;
    this.out = out;
  }

  private record Equation(Term left, Term right) {}

  /**
   * Plans {@code left = right}. Equations between parts wait until one of their sides has a value.
   */
  void unify(Term left, Term right) {
    Deque<Equation> open = new ArrayDeque<>();
    open.add(new Equation(left, right));
    int waiting = 0;
    while (!open.isEmpty()) {
      Equation equation = open.remove();
      if (solve(equation, open)) {
        waiting = 0;
      } else {
        open.add(equation);
        if (++waiting > open.size()) {
          throw new IllegalStateException("unsafe equation: " + left + " = " + right);
        }
      }
    }
  }

  private boolean solve(Equation equation, Deque<Equation> open) {
    Term left = equation.left();
    Term right = equation.right();
    boolean leftReady = isReady(left);
    boolean rightReady = isReady(right);
    if (leftReady && rightReady) {
      equal(bodies.terms().plan(left), bodies.terms().plan(right));
      return true;
    }
    if (left instanceof Term.ArrayTerm a && right instanceof Term.ArrayTerm b) {
      arrays(a, b, open);
      return true;
    }
    if (left instanceof Term.ObjectTerm a && right instanceof Term.ObjectTerm b) {
      Map<Value, Term> ours = constantKeys(a);
      Map<Value, Term> theirs = constantKeys(b);
      if (ours != null && theirs != null) {
        objects(ours, theirs, open);
        return true;
      }
    }
    if (leftReady) {
      match(right, bodies.terms().plan(left));
      return true;
    }
    if (rightReady) {
      match(left, bodies.terms().plan(right));
      return true;
    }
    return false;
  }

  private void arrays(Term.ArrayTerm a, Term.ArrayTerm b, Deque<Equation> open) {
    if (a.items().size() != b.items().size()) {
      bodies.fail();
      return;
    }
    for (int i = 0; i < a.items().size(); i++) {
      open.add(new Equation(a.items().get(i), b.items().get(i)));
    }
  }

  private void objects(Map<Value, Term> a, Map<Value, Term> b, Deque<Equation> open) {
    if (!a.keySet().equals(b.keySet())) {
      bodies.fail();
      return;
    }
    a.forEach((key, value) -> open.add(new Equation(value, Objects.requireNonNull(b.get(key)))));
  }

  private static @Nullable Map<Value, Term> constantKeys(Term.ObjectTerm object) {
    Map<Value, Term> entries = new HashMap<>();
    for (Term.Entry entry : object.entries()) {
      Value key = Constants.of(entry.key());
      if (key == null) {
        return null;
      }
      entries.put(key, entry.value());
    }
    return entries;
  }

  void equal(Operand left, Operand right) {
    out.add(new Stmt.Compare(Stmt.Comparison.EQUAL, left, right));
  }

  /**
   * Plans that {@code operand} has the shape of {@code pattern}, and binds the pattern's open
   * variables.
   */
  void match(Term pattern, Operand operand) {
    if (pattern instanceof Term.Var variable && !bodies.isBound(variable) && !isGlobal(variable)) {
      bodies.bind(variable, operand);
    } else if (isReady(pattern)) {
      equal(operand, bodies.terms().plan(pattern));
    } else if (pattern instanceof Term.ArrayTerm array) {
      matchArray(array, operand);
    } else if (pattern instanceof Term.ObjectTerm object) {
      matchObject(object, operand);
    } else {
      throw new IllegalStateException("not a pattern: " + pattern);
    }
  }

  private void matchArray(Term.ArrayTerm pattern, Operand operand) {
    List<Term> items = pattern.items();
    out.add(new Stmt.IsArray(operand, items.size()));
    for (int i = 0; i < items.size(); i++) {
      matchElement(items.get(i), operand, new Const(NumberValue.of(i)));
    }
  }

  private void matchObject(Term.ObjectTerm pattern, Operand operand) {
    out.add(new Stmt.IsObject(operand, pattern.entries().size()));
    for (Term.Entry entry : pattern.entries()) {
      matchElement(entry.value(), operand, bodies.terms().plan(entry.key()));
    }
  }

  private void matchElement(Term pattern, Operand operand, Operand key) {
    Reg element = registers.value();
    out.add(new Stmt.Lookup(element, operand, key));
    match(pattern, element);
  }

  private static boolean isGlobal(Term.Var variable) {
    return variable.name().equals("data") || variable.name().equals("input");
  }

  /**
   * Returns whether a term can be planned as it is: every variable that it does not loop over
   * (those in the steps of references are looped over) has a value.
   */
  boolean isReady(Term term) {
    return term.accept(new Readiness(term));
  }

  private final class Readiness implements Term.Visitor<Boolean> {
    private final Set<String> loops;

    Readiness(Term term) {
      LoopVariables found = new LoopVariables();
      found.term(term);
      loops = found.names;
    }

    private boolean isReady(Term term) {
      return term.accept(this);
    }

    private boolean allReady(List<Term> terms) {
      return terms.stream().allMatch(this::isReady);
    }

    @Override
    public Boolean scalar(Term.Scalar term) {
      return true;
    }

    @Override
    public Boolean variable(Term.Var term) {
      return bodies.isBound(term) || isGlobal(term) || loops.contains(term.name());
    }

    @Override
    public Boolean reference(Term.Ref term) {
      return isReady(term.head());
    }

    @Override
    public Boolean array(Term.ArrayTerm term) {
      return allReady(term.items());
    }

    @Override
    public Boolean object(Term.ObjectTerm term) {
      return term.entries().stream().allMatch(e -> isReady(e.key()) && isReady(e.value()));
    }

    @Override
    public Boolean set(Term.SetTerm term) {
      return allReady(term.items());
    }

    @Override
    public Boolean arrayComprehension(Term.ArrayComprehension term) {
      return true;
    }

    @Override
    public Boolean setComprehension(Term.SetComprehension term) {
      return true;
    }

    @Override
    public Boolean objectComprehension(Term.ObjectComprehension term) {
      return true;
    }

    @Override
    public Boolean call(Term.Call term) {
      return allReady(term.arguments());
    }

    @Override
    public Boolean template(Term.TemplateString term) {
      return true;
    }
  }

  /** The variables in the steps of a term's references, closures aside. */
  private static final class LoopVariables extends TermWalker {
    private final Set<String> names = new HashSet<>();

    @Override
    public void term(Term term) {
      if (term instanceof Term.Ref ref) {
        for (Term step : ref.path()) {
          if (step instanceof Term.Var variable) {
            names.add(variable.name());
          }
        }
      }
      boolean closure =
          term instanceof Term.ArrayComprehension
              || term instanceof Term.SetComprehension
              || term instanceof Term.ObjectComprehension
              || term instanceof Term.TemplateString;
      if (!closure) {
        super.term(term);
      }
    }
  }
}
