package dev.portcullis.rego.optimize;

import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.Effects;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.plan.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Moves lookups and tests at the beginning of a loop's body before the loop if they do not depend
 * on it. A failure there ends the loop's block either way, since a loop is the last of its block;
 * and nothing with an effect is passed.
 */
final class HoistInvariants implements PlanPass {
  @Override
  public PlanFunction apply(PlanFunction function, Numbers numbers) {
    Block body = block(function.body());
    return body.equals(function.body())
        ? function
        : Rebuild.body(function, body, function.registers());
  }

  private Block block(Block block) {
    List<Stmt> result = new ArrayList<>();
    for (Stmt statement : block.statements()) {
      Stmt inner = Rebuild.inside(statement, this::block);
      if (inner instanceof Stmt.Scan scan) {
        hoist(scan, result);
      } else {
        result.add(inner);
      }
    }
    return new Block(result);
  }

  private static void hoist(Stmt.Scan scan, List<Stmt> before) {
    Set<Integer> varying = new HashSet<>();
    scan.key().ifPresent(r -> varying.add(r.index()));
    scan.value().ifPresent(r -> varying.add(r.index()));
    List<Stmt> kept = new ArrayList<>();
    boolean pure = true;
    for (Stmt statement : scan.body().statements()) {
      Effects effects = Effects.of(statement);
      pure = pure && Rebuild.isPure(statement);
      boolean invariant =
          pure && effects.reads().stream().map(Reg::index).noneMatch(varying::contains);
      if (invariant) {
        before.add(statement);
      } else {
        kept.add(statement);
        effects.writes().forEach(r -> varying.add(r.index()));
      }
    }
    before.add(new Stmt.Scan(scan.source(), scan.key(), scan.value(), new Block(kept)));
  }
}
