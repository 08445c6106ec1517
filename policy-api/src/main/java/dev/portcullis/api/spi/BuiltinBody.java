package dev.portcullis.api.spi;

import dev.portcullis.api.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The code of a builtin. One instance serves all evaluations and threads. Each method returns
 * {@code null} for undefined and may throw {@link BuiltinException}. The methods with fixed
 * arguments spare the array; they are only called for builtins of that arity.
 */
public abstract class BuiltinBody {

  /** Calls the builtin with as many arguments as its signature says. */
  public abstract @Nullable Value call(BuiltinContext context, Value[] arguments);

  /** Calls a builtin of one argument. */
  public @Nullable Value call1(BuiltinContext context, Value a) {
    return call(context, new Value[] {a});
  }

  /** Calls a builtin of two arguments. */
  public @Nullable Value call2(BuiltinContext context, Value a, Value b) {
    return call(context, new Value[] {a, b});
  }

  /** Calls a builtin of three arguments. */
  public @Nullable Value call3(BuiltinContext context, Value a, Value b, Value c) {
    return call(context, new Value[] {a, b, c});
  }
}
