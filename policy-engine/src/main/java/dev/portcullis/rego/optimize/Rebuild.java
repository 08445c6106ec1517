package dev.portcullis.rego.optimize;

import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.Effects;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.plan.RegisterKind;
import dev.portcullis.rego.plan.Stmt;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes statements and functions anew with other blocks. */
final class Rebuild {
  private Rebuild() {}

  /** Returns {@code statement} with {@code change} applied to the blocks inside. */
  static Stmt inside(Stmt statement, UnaryOperator<Block> change) {
    List<Block> bodies = Effects.of(statement).bodies();
    if (bodies.isEmpty()) {
      return statement;
    }
    List<Block> changed = bodies.stream().map(change).toList();
    return changed.equals(bodies) ? statement : with(statement, changed);
  }

  private static Stmt with(Stmt statement, List<Block> bodies) {
    Block body = bodies.get(0);
    if (statement instanceof Stmt.Scan s) {
      return new Stmt.Scan(s.source(), s.key(), s.value(), body);
    }
    if (statement instanceof Stmt.ScanView s) {
      return new Stmt.ScanView(s.view(), s.key(), s.element(), body);
    }
    if (statement instanceof Stmt.Scope) {
      return new Stmt.Scope(body);
    }
    if (statement instanceof Stmt.Not s) {
      return new Stmt.Not(s.label(), body);
    }
    if (statement instanceof Stmt.Exists s) {
      return new Stmt.Exists(s.label(), body);
    }
    if (statement instanceof Stmt.IfUndefined s) {
      return new Stmt.IfUndefined(s.register(), body);
    }
    if (statement instanceof Stmt.Switch s) {
      return new Stmt.Switch(s.operand(), s.table(), bodies);
    }
    throw new IllegalStateException("a statement with blocks that nobody rebuilds: " + statement);
  }

  /** Returns {@code function} with another body, and perhaps more registers. */
  static PlanFunction body(PlanFunction function, Block body, List<RegisterKind> registers) {
    return new PlanFunction(
        function.id(),
        function.name(),
        function.path(),
        function.arity(),
        function.memoSlot(),
        registers,
        body,
        function.span());
  }

  /**
   * Returns whether a statement only reads values and writes registers: it has no effect but to
   * fail.
   */
  static boolean isPure(Stmt statement) {
    return statement instanceof Stmt.LoadInput
        || statement instanceof Stmt.LoadData
        || statement instanceof Stmt.Lookup
        || statement instanceof Stmt.DataLookup
        || statement instanceof Stmt.Truthy
        || statement instanceof Stmt.Compare
        || statement instanceof Stmt.IsArray
        || statement instanceof Stmt.IsObject
        || statement instanceof Stmt.IsCollection;
  }
}
