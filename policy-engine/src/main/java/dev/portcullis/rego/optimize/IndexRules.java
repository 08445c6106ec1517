package dev.portcullis.rego.optimize;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.Operand;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.plan.RegisterKind;
import dev.portcullis.rego.plan.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many rules of one document that each begin by comparing the same part of the input with a
 * constant become a switch: only those for the constant at hand run. Rules without such a
 * comparison stay as they are, before the switch; the order of rules has no meaning.
 */
final class IndexRules implements PlanPass {
  private static final int FEWEST = 4;

  /** A switch with more cases is made of two levels, so that each level's code stays small. */
  private static final int ONE_LEVEL = 32;

  @Override
  public PlanFunction apply(PlanFunction function, Numbers numbers) {
    List<RegisterKind> registers = new ArrayList<>(function.registers());
    List<Stmt> result = new ArrayList<>();
    List<Stmt.Scope> run = new ArrayList<>();
    boolean changed = false;
    for (Stmt statement : function.body().statements()) {
      if (statement instanceof Stmt.Scope scope) {
        run.add(scope);
      } else {
        changed |= index(run, result, registers);
        run.clear();
        result.add(statement);
      }
    }
    changed |= index(run, result, registers);
    return changed ? Rebuild.body(function, new Block(result), registers) : function;
  }

  private static boolean index(
      List<Stmt.Scope> run, List<Stmt> result, List<RegisterKind> registers) {
    Map<List<Value>, Integer> counts = new LinkedHashMap<>();
    List<Map<List<Value>, Value>> tests = new ArrayList<>();
    for (Stmt.Scope scope : run) {
      Map<List<Value>, Value> own = tests(scope.body());
      tests.add(own);
      own.keySet().forEach(path -> counts.merge(path, 1, Integer::sum));
    }
    Optional<List<Value>> best =
        counts.keySet().stream()
            .filter(
                path -> counts.getOrDefault(path, 0) >= FEWEST && distinct(tests, path) >= FEWEST)
            .max((a, b) -> Long.compare(distinct(tests, a), distinct(tests, b)));
    if (best.isEmpty()) {
      result.addAll(run);
      return false;
    }
    Map<Value, List<Stmt>> cases = new LinkedHashMap<>();
    for (int i = 0; i < run.size(); i++) {
      Value constant = tests.get(i).get(best.get());
      if (constant == null) {
        result.add(run.get(i));
      } else {
        cases.computeIfAbsent(constant, k -> new ArrayList<>()).add(run.get(i));
      }
    }
    result.add(probe(best.get(), cases, registers));
    return true;
  }

  private static long distinct(List<Map<List<Value>, Value>> tests, List<Value> path) {
    return tests.stream().map(t -> t.get(path)).filter(v -> v != null).distinct().count();
  }

  /** Returns the parts of the input that a block first of all compares with constants. */
  private static Map<List<Value>, Value> tests(Block block) {
    Map<List<Value>, Value> found = new HashMap<>();
    Map<Integer, List<Value>> parts = new HashMap<>();
    for (Stmt statement : block.statements()) {
      if (!Rebuild.isPure(statement)) {
        break;
      }
      if (statement instanceof Stmt.LoadInput load && load.context().index() == 0) {
        parts.put(load.target().index(), List.of());
      } else if (statement instanceof Stmt.Lookup lookup
          && lookup.source() instanceof Reg source
          && parts.containsKey(source.index())
          && lookup.key() instanceof Operand.Const key
          && key.value() instanceof StringValue) {
        List<Value> path = new ArrayList<>(parts.get(source.index()));
        path.add(key.value());
        parts.put(lookup.target().index(), path);
      } else if (statement instanceof Stmt.Compare compare
          && compare.comparison() == Stmt.Comparison.EQUAL) {
        test(compare.left(), compare.right(), parts, found);
        test(compare.right(), compare.left(), parts, found);
      }
    }
    return found;
  }

  private static void test(
      Operand part,
      Operand constant,
      Map<Integer, List<Value>> parts,
      Map<List<Value>, Value> found) {
    if (part instanceof Reg reg
        && parts.containsKey(reg.index())
        && constant instanceof Operand.Const c) {
      found.putIfAbsent(parts.get(reg.index()), c.value());
    }
  }

  private static Stmt probe(
      List<Value> path, Map<Value, List<Stmt>> cases, List<RegisterKind> registers) {
    List<Stmt> statements = new ArrayList<>();
    Reg at = register(registers);
    statements.add(new Stmt.LoadInput(at, new Reg(0)));
    for (Value key : path) {
      Reg next = register(registers);
      statements.add(new Stmt.Lookup(next, at, new Operand.Const(key)));
      at = next;
    }
    statements.add(levels(at, cases));
    return new Stmt.Scope(new Block(statements));
  }

  private static Reg register(List<RegisterKind> registers) {
    registers.add(RegisterKind.VALUE);
    return new Reg(registers.size() - 1);
  }

  private static Stmt levels(Reg operand, Map<Value, List<Stmt>> cases) {
    if (cases.size() <= ONE_LEVEL) {
      return oneLevel(operand, cases);
    }
    Map<Value, Integer> table = new HashMap<>();
    List<Block> blocks = new ArrayList<>();
    Map<Value, List<Stmt>> group = new LinkedHashMap<>();
    for (Map.Entry<Value, List<Stmt>> entry : cases.entrySet()) {
      table.put(entry.getKey(), blocks.size());
      group.put(entry.getKey(), entry.getValue());
      if (group.size() == ONE_LEVEL) {
        blocks.add(Block.of(oneLevel(operand, group)));
        group = new LinkedHashMap<>();
      }
    }
    if (!group.isEmpty()) {
      blocks.add(Block.of(oneLevel(operand, group)));
    }
    return new Stmt.Switch(operand, table, blocks);
  }

  private static Stmt oneLevel(Reg operand, Map<Value, List<Stmt>> cases) {
    Map<Value, Integer> table = new HashMap<>();
    List<Block> blocks = new ArrayList<>();
    cases.forEach(
        (constant, statements) -> {
          table.put(constant, blocks.size());
          blocks.add(new Block(statements));
        });
    return new Stmt.Switch(operand, table, blocks);
  }
}
