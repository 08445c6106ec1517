package dev.portcullis.rego.code;

import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.Effects;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.plan.RegisterKind;
import dev.portcullis.rego.plan.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A block as a method of its own: the registers that it needs from outside are the parameters, and
 * the result tells the caller how it ended. There is a result for one of three things: a register
 * of the caller that the block fills, the value that the function shall return, or that control
 * leaves to one label outside. A block in which two of them come together stays where it is.
 *
 * @param body the block
 * @param inputs the registers that it reads and the caller has filled, the context first
 * @param filled the caller's register that it fills
 * @param returns whether it may end the function
 * @param label the label outside to which it may leave
 */
record Outlined(
    Block body,
    List<Integer> inputs,
    Optional<Integer> filled,
    boolean returns,
    Optional<Integer> label) {

  /** The JVM allows 255 parameters; more than a few dozen cost more than outlining gains. */
  private static final int MOST_PARAMETERS = 60;

  /**
   * Returns {@code body} as a method, if it can be one.
   *
   * @param writes how often each register of the function is written, in the whole function
   */
  static Optional<Outlined> of(Block body, List<RegisterKind> kinds, Map<Integer, Integer> writes) {
    Scan scan = new Scan();
    scan.block(body);
    List<Integer> filled = new ArrayList<>();
    scan.writes.forEach(
        (register, count) -> {
          if (writes.getOrDefault(register, 0) > count) {
            filled.add(register);
          }
        });
    Set<Integer> labels = new TreeSet<>(scan.usedLabels);
    labels.removeAll(scan.ownLabels);
    Set<Integer> inputs = new TreeSet<>(scan.inputs);
    inputs.add(0);
    inputs.addAll(filled);
    int results = filled.size() + (scan.returns ? 1 : 0) + labels.size();
    if (results > 1
        || scan.returnsMaybeNothing
        || inputs.size() > MOST_PARAMETERS
        || filled.stream().anyMatch(r -> kinds.get(r) != RegisterKind.VALUE)) {
      return Optional.empty();
    }
    return Optional.of(
        new Outlined(
            body,
            List.copyOf(inputs),
            filled.stream().findFirst(),
            scan.returns,
            labels.stream().findFirst()));
  }

  /** Returns how often each register is written in {@code body}. */
  static Map<Integer, Integer> writes(Block body) {
    Scan scan = new Scan();
    scan.block(body);
    return scan.writes;
  }

  /** Finds what a block takes from outside. */
  private static final class Scan {
    private final Map<Integer, Integer> writes = new HashMap<>();
    private final Set<Integer> inputs = new HashSet<>();
    private final Set<Integer> ownLabels = new HashSet<>();
    private final Set<Integer> usedLabels = new HashSet<>();
    private boolean returns;
    private boolean returnsMaybeNothing;

    void block(Block block) {
      block.statements().forEach(this::statement);
    }

    private void statement(Stmt statement) {
      Effects effects = Effects.of(statement);
      for (Reg read : effects.reads()) {
        if (!writes.containsKey(read.index())) {
          inputs.add(read.index());
        }
      }
      for (Reg target : effects.writes()) {
        writes.merge(target.index(), 1, Integer::sum);
      }
      if (statement instanceof Stmt.Return result) {
        returns = true;
        returnsMaybeNothing |= result.operand() instanceof Reg;
      } else if (statement instanceof Stmt.Break leave) {
        usedLabels.add(leave.label());
      } else if (statement instanceof Stmt.Not not) {
        ownLabels.add(not.label());
      } else if (statement instanceof Stmt.Exists exists) {
        ownLabels.add(exists.label());
      }
      effects.bodies().forEach(this::block);
    }
  }
}
