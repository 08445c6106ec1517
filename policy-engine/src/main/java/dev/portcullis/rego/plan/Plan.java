package dev.portcullis.rego.plan;

import java.util.List;

/**
 * Everything that is needed to evaluate some entry points.
 *
 * @param functions the functions, each at its number
 * @param entries the numbers of the entry points' functions, in the order in which they were asked
 *     for
 * @param memoSlots how many results a context remembers
 * @param mocks how many functions are replaced by some {@code with}
 */
public record Plan(List<PlanFunction> functions, List<Integer> entries, int memoSlots, int mocks) {
  /** Copies the lists. */
  public Plan {
    functions = List.copyOf(functions);
    entries = List.copyOf(entries);
  }

  /** Returns the function numbered {@code id}. */
  public PlanFunction function(int id) {
    return functions.get(id);
  }
}
