package dev.portcullis.rego.interpret;

/** A statement, ready to run on a frame of registers. */
@FunctionalInterface
interface Node {
  /** The next statement follows. */
  int NEXT = 0;

  /** The statement failed. */
  int FAIL = -1;

  /** The function returned; its result is in the frame's last place. */
  int RETURN = -2;

  /**
   * Runs the statement.
   *
   * @return {@link #NEXT}, {@link #FAIL}, {@link #RETURN}, or the number of a label plus one
   */
  int run(Object[] frame);

  /** Returns whether {@code result} leaves more than the innermost block. */
  static boolean leaves(int result) {
    return result > 0 || result == RETURN;
  }
}
