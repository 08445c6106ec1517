package dev.portcullis.api;

/** How compiled policies are executed. Every mode gives the same results. */
public enum ExecutionMode {
  /**
   * Interpreted at first, bytecode once it pays; whatever cannot become bytecode stays interpreted.
   */
  AUTO,
  /** Bytecode from the first evaluation on; loading fails where bytecode cannot be made. */
  COMPILED,
  /** The interpreter only: for native images, and where classes must not be generated. */
  INTERPRETED
}
