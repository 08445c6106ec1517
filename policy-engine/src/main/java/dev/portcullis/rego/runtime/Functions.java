package dev.portcullis.rego.runtime;

import dev.portcullis.api.value.Value;
import org.jspecify.annotations.Nullable;

/** The code of a plan's functions, however it is executed. Safe for use by many threads. */
public interface Functions {

  /**
   * Runs the function numbered {@code id}, remembering its result in the context where the plan
   * says so.
   */
  @Nullable Value call(int id, EvalContext context, Value[] arguments);
}
