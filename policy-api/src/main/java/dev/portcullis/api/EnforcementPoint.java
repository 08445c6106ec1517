package dev.portcullis.api;

/**
 * The names of the places where Gatekeeper enforces constraints. A constraint whose enforcement
 * action is {@code scoped} says which of them it is for; any other constraint is for all.
 */
public final class EnforcementPoint {
  /** The admission webhook. The default of {@link PolicyEngine.Builder}. */
  public static final String WEBHOOK = "validation.gatekeeper.sh";

  /** The audit of what is in the cluster. */
  public static final String AUDIT = "audit.gatekeeper.sh";

  /** The {@code gator} command line tool. */
  public static final String GATOR = "gator.gatekeeper.sh";

  /** The API server's own validating admission policies. */
  public static final String ADMISSION_POLICY = "vap.k8s.io";

  private EnforcementPoint() {}
}
