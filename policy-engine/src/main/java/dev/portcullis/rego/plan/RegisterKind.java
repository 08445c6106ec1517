package dev.portcullis.rego.plan;

/** What a register holds. */
public enum RegisterKind {
  /** A value, or nothing (undefined). */
  VALUE,
  /** An evaluation context. */
  CONTEXT,
  /** The elements of an array in the making. */
  LIST,
  /** A set in the making. */
  SET,
  /** An object in the making. */
  OBJECT,
  /** An object with nested objects and sets in the making, for rules with references as heads. */
  TREE,
  /** A place in {@code data} where base documents and rules meet, not yet a value. */
  VIEW
}
