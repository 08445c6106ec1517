package dev.portcullis.rego.code;

import java.util.List;
import org.objectweb.asm.Type;

/** Where each function of a plan is. */
record FunctionTable(List<Target> targets) {

  /**
   * A function's method.
   *
   * @param owner its class
   * @param arity how many arguments it has beside the context
   * @param memoised whether calls go through the method that remembers the result
   */
  record Target(Type owner, int arity, boolean memoised) {}

  Target target(int id) {
    return targets.get(id);
  }
}
