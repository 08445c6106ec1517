package dev.portcullis.rego.optimize;

import dev.portcullis.rego.plan.PlanFunction;

/**
 * A pass over one function. A pass keeps every promise of the plan that {@code PlanVerifier}
 * checks.
 */
interface PlanPass {

  /** Returns the function after the pass; the same one if there is nothing to do. */
  PlanFunction apply(PlanFunction function, Numbers numbers);

  /** Hands out numbers that are unique in the plan. */
  final class Numbers {
    private int sites;

    int nextSite() {
      return sites++;
    }
  }
}
