package dev.portcullis.rego.optimize;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.Effects;
import dev.portcullis.rego.plan.Operand;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.plan.RegisterKind;
import dev.portcullis.rego.plan.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A loop inside of another one (or of a function of arguments, which is called from loops) that
 * goes on only for elements of which a part equals something from outside: the elements are
 * selected first, by an index where that pays. The test stays in the body, so that the selection
 * may be generous.
 */
final class JoinByHash implements PlanPass {
  @Override
  public PlanFunction apply(PlanFunction function, Numbers numbers) {
    Rewrite rewrite = new Rewrite(function, numbers);
    Block body = rewrite.block(function.body(), function.arity() > 0);
    return rewrite.changed ? Rebuild.body(function, body, rewrite.registers) : function;
  }

  private static final class Rewrite {
    private final Numbers numbers;
    private final List<RegisterKind> registers;
    private boolean changed;

    Rewrite(PlanFunction function, Numbers numbers) {
      this.numbers = numbers;
      this.registers = new ArrayList<>(function.registers());
    }

    Block block(Block block, boolean repeated) {
      List<Stmt> result = new ArrayList<>();
      for (Stmt statement : block.statements()) {
        boolean loop = statement instanceof Stmt.Scan || statement instanceof Stmt.ScanView;
        Stmt inner = Rebuild.inside(statement, body -> block(body, repeated || loop));
        Optional<Join> join =
            repeated && inner instanceof Stmt.Scan scan ? find(scan) : Optional.empty();
        if (join.isPresent()) {
          rewrite((Stmt.Scan) inner, join.get(), result);
        } else {
          result.add(inner);
        }
      }
      return new Block(result);
    }

    private void rewrite(Stmt.Scan scan, Join join, List<Stmt> result) {
      registers.add(RegisterKind.VALUE);
      Reg selected = new Reg(registers.size() - 1);
      result.add(
          new Stmt.SelectEqual(
              selected, new Reg(0), scan.source(), join.path(), join.probe(), numbers.nextSite()));
      result.add(new Stmt.Scan(selected, Optional.empty(), scan.value(), scan.body()));
      changed = true;
    }
  }

  /** The part of an element that must equal the probe. */
  private record Join(List<Value> path, Operand probe) {}

  private static Optional<Join> find(Stmt.Scan scan) {
    if (scan.key().isPresent() || scan.value().isEmpty()) {
      return Optional.empty();
    }
    Map<Integer, List<Value>> parts = new HashMap<>();
    parts.put(scan.value().get().index(), List.of());
    Set<Integer> inner = new HashSet<>(parts.keySet());
    for (Stmt statement : scan.body().statements()) {
      if (!Rebuild.isPure(statement)) {
        return Optional.empty();
      }
      if (statement instanceof Stmt.Lookup lookup) {
        part(lookup, parts);
      } else if (statement instanceof Stmt.Compare compare
          && compare.comparison() == Stmt.Comparison.EQUAL) {
        Optional<Join> join =
            join(compare.left(), compare.right(), parts, inner)
                .or(() -> join(compare.right(), compare.left(), parts, inner));
        if (join.isPresent()) {
          return join;
        }
      }
      Effects.of(statement).writes().forEach(r -> inner.add(r.index()));
    }
    return Optional.empty();
  }

  private static void part(Stmt.Lookup lookup, Map<Integer, List<Value>> parts) {
    if (lookup.source() instanceof Reg source
        && parts.containsKey(source.index())
        && lookup.key() instanceof Operand.Const key
        && key.value() instanceof StringValue) {
      List<Value> path = new ArrayList<>(parts.get(source.index()));
      path.add(key.value());
      parts.put(lookup.target().index(), path);
    }
  }

  private static Optional<Join> join(
      Operand part, Operand probe, Map<Integer, List<Value>> parts, Set<Integer> inner) {
    boolean fromOutside = probe instanceof Reg reg && !inner.contains(reg.index());
    return part instanceof Reg reg && parts.containsKey(reg.index()) && fromOutside
        ? Optional.of(new Join(parts.get(reg.index()), probe))
        : Optional.empty();
  }
}
