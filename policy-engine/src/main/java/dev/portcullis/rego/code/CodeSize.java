package dev.portcullis.rego.code;

import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.Effects;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.plan.Stmt;
import java.util.IdentityHashMap;
import java.util.Map;

/** Estimates how many bytes of bytecode blocks become, on the high side. */
final class CodeSize {
  /**
   * HotSpot never compiles a method of more than 8,000 bytes ({@code -XX:-DontCompileHugeMethods}
   * aside). Blocks are moved into methods of their own from well below on, since estimates are
   * rough.
   */
  static final int HUGE_METHOD_LIMIT = 8_000;

  /** The size from which on a function is split. */
  static final int SPLIT_LIMIT = HUGE_METHOD_LIMIT * 3 / 4;

  /** What moving a smaller block would gain is lost by the call. */
  static final int WORTH_A_METHOD = 250;

  /** How much is put together where many small blocks stand beside each other. */
  static final int CHUNK = 1_500;

  /** A class file cannot hold a method of more than 65,535 bytes. */
  static final int JVM_METHOD_LIMIT = 60_000;

  private static final int STATEMENT = 14;
  private static final int OPERAND = 4;
  private static final int LOOP = 34;

  private final Map<Block, Integer> sizes = new IdentityHashMap<>();

  int of(PlanFunction function) {
    return of(function.body());
  }

  int of(Block block) {
    Integer known = sizes.get(block);
    if (known == null) {
      int size = 0;
      for (Stmt statement : block.statements()) {
        size += of(statement);
      }
      known = size;
      sizes.put(block, known);
    }
    return known;
  }

  int of(Stmt statement) {
    Effects effects = Effects.of(statement);
    int size = STATEMENT + OPERAND * (effects.reads().size() + effects.writes().size());
    if (statement instanceof Stmt.Scan || statement instanceof Stmt.ScanView) {
      size += LOOP;
    } else if (statement instanceof Stmt.CallBuiltin call) {
      size += OPERAND * call.arguments().size();
    } else if (statement instanceof Stmt.MakeArray make) {
      size += 2 * OPERAND * make.items().size();
    } else if (statement instanceof Stmt.MakeSet make) {
      size += 2 * OPERAND * make.items().size();
    } else if (statement instanceof Stmt.MakeObject make) {
      size += 4 * OPERAND * make.keys().size();
    }
    for (Block body : effects.bodies()) {
      size += of(body);
    }
    return size;
  }
}
