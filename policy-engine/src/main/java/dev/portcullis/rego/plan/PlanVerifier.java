package dev.portcullis.rego.plan;

import dev.portcullis.rego.plan.Operand.Reg;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks what {@link Stmt} promises: registers are written before they are read, loops end their
 * blocks, control leaves only to labels around it, accumulators have their kinds, functions return.
 * Tests run it after every plan pass.
 */
public final class PlanVerifier {
  private final Plan plan;
  private final PlanFunction function;
  private final List<String> problems = new ArrayList<>();
  private final Set<Integer> labels = new HashSet<>();

  private PlanVerifier(Plan plan, PlanFunction function) {
    this.plan = plan;
    this.function = function;
  }

  /**
   * Checks {@code plan}.
   *
   * @throws IllegalStateException if it breaks a promise; the message names all that do
   */
  public static void verify(Plan plan) {
    List<String> problems = new ArrayList<>();
    for (PlanFunction function : plan.functions()) {
      PlanVerifier verifier = new PlanVerifier(plan, function);
      verifier.run();
      problems.addAll(verifier.problems);
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join("\n", problems));
    }
  }

  private void run() {
    BitSet written = new BitSet();
    written.set(0, function.arity() + 1);
    block(function.body(), written);
    List<Stmt> statements = function.body().statements();
    if (statements.isEmpty() || !(statements.get(statements.size() - 1) instanceof Stmt.Return)) {
      problem("does not end with a return");
    }
    if (plan.functions().get(function.id()) != function) {
      problem("is not at its number");
    }
  }

  private void problem(String what) {
    problems.add("f" + function.id() + " " + function.name() + ": " + what);
  }

  /** Checks a block; what is written inside of a block is not known to be written after it. */
  private void block(Block block, BitSet outer) {
    BitSet written = (BitSet) outer.clone();
    List<Stmt> statements = block.statements();
    for (int i = 0; i < statements.size(); i++) {
      Stmt statement = statements.get(i);
      boolean loop = statement instanceof Stmt.Scan || statement instanceof Stmt.ScanView;
      if (loop && i < statements.size() - 1) {
        problem("a loop is not the last of its block");
      }
      statement(statement, written);
    }
  }

  private void statement(Stmt statement, BitSet written) {
    Effects effects = Effects.of(statement);
    for (Reg read : effects.reads()) {
      if (!written.get(read.index())) {
        problem("reads " + read + " before it is written: " + statement);
      }
    }
    for (Reg target : effects.writes()) {
      if (target.index() >= function.registers().size()) {
        problem("has no " + target);
      }
      written.set(target.index());
    }
    kinds(statement);
    int label = label(statement);
    if (label >= 0) {
      labels.add(label);
    }
    effects.bodies().forEach(body -> block(body, written));
    if (label >= 0) {
      labels.remove(label);
    }
  }

  private static int label(Stmt statement) {
    if (statement instanceof Stmt.Not not) {
      return not.label();
    }
    return statement instanceof Stmt.Exists exists ? exists.label() : -1;
  }

  private void kinds(Stmt statement) {
    if (statement instanceof Stmt.Break leave && !labels.contains(leave.label())) {
      problem("leaves to " + leave.label() + ", which is not around it");
    } else if (statement instanceof Stmt.CallFunction call) {
      boolean known = call.function() >= 0 && call.function() < plan.functions().size();
      if (!known || plan.function(call.function()).arity() != call.arguments().size()) {
        problem("calls what is not there: " + call);
      }
    } else if (statement instanceof Stmt.NewAccumulator accumulator) {
      expect(accumulator.accumulator(), accumulator.kind());
    } else if (statement instanceof Stmt.Finish finish) {
      expect(finish.accumulator(), finish.kind());
      expect(finish.target(), RegisterKind.VALUE);
    }
  }

  private void expect(Reg register, RegisterKind kind) {
    if (function.registers().get(register.index()) != kind) {
      problem(register + " is no " + kind);
    }
  }
}
