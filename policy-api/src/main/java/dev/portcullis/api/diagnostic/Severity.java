package dev.portcullis.api.diagnostic;

/** How much a {@link Diagnostic} matters. */
public enum Severity {
  /** What it speaks of is not loaded or not evaluated. */
  ERROR,
  /** It is used, and probably does not mean what its author thinks. */
  WARNING,
  /** Worth knowing. */
  INFO
}
