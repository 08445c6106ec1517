package dev.portcullis.rego.ast;

/** The versions of the language. */
public enum RegoVersion {
  /**
   * Rego before OPA 1.0: {@code if} and {@code contains} optional, keywords imported one by one.
   */
  V0,
  /** Rego since OPA 1.0. */
  V1,
  /** A v0 module that says {@code import rego.v1}: it obeys the rules of both. */
  V0_COMPAT_V1
}
