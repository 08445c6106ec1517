package dev.portcullis.rego.code;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.runtime.EvalContext;
import dev.portcullis.rego.runtime.Functions;
import org.jspecify.annotations.Nullable;

/** A plan's functions as loaded classes. */
public final class CompiledFunctions implements Functions {
  private final Functions[] owners;
  private final int bytes;

  CompiledFunctions(Functions[] owners, int bytes) {
    this.owners = owners;
    this.bytes = bytes;
  }

  @Override
  public @Nullable Value call(int id, EvalContext context, Value[] arguments) {
    return owners[id].call(id, context, arguments);
  }

  /** Returns how many bytes of class files were generated. */
  public int bytes() {
    return bytes;
  }
}
