package dev.portcullis.rego.optimize;

import dev.portcullis.rego.plan.Plan;
import dev.portcullis.rego.plan.PlanFunction;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Runs passes over plans. */
public final class Optimizer {
  /** Every pass. */
  public static final Set<Optimization> ALL = Set.copyOf(EnumSet.allOf(Optimization.class));

  private Optimizer() {}

  /** Returns {@code plan} after the passes of {@code enabled}, in their order. */
  public static Plan optimize(Plan plan, Set<Optimization> enabled) {
    PlanPass.Numbers numbers = new PlanPass.Numbers();
    Plan result = plan;
    for (Optimization optimization : Optimization.values()) {
      if (enabled.contains(optimization)) {
        List<PlanFunction> functions =
            result.functions().stream()
                .map(function -> optimization.pass().apply(function, numbers))
                .toList();
        result = new Plan(functions, result.entries(), result.memoSlots(), result.mocks());
      }
    }
    return result;
  }
}
