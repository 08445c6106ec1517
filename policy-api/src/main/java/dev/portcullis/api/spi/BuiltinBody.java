package dev.portcullis.api.spi;

import dev.portcullis.api.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The code of a builtin. One instance serves all evaluations and threads. Each method returns
 * {@code null} for undefined and may throw {@link BuiltinException}. The methods with fixed
 * arguments spare the array; they are only called for builtins of that arity. Implementations are
 * best records: HotSpot trusts their fields, and so inlines a builtin into the rule that calls it.
 */
public interface BuiltinBody {

  /** Calls the builtin with as many arguments as its signature says. */
  @Nullable Value call(BuiltinContext context, Value[] arguments);

  /** Calls a builtin of one argument. */
  default @Nullable Value call1(BuiltinContext context, Value a) {
    return call(context, new Value[] {a});
  }

  /** Calls a builtin of two arguments. */
  default @Nullable Value call2(BuiltinContext context, Value a, Value b) {
    return call(context, new Value[] {a, b});
  }

  /** Calls a builtin of three arguments. */
  default @Nullable Value call3(BuiltinContext context, Value a, Value b, Value c) {
    return call(context, new Value[] {a, b, c});
  }
}
