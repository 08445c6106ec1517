package dev.portcullis.rego.runtime;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls of builtins and of functions that {@code with} may replace. A failed builtin is undefined.
 */
public final class Calls {
  private Calls() {}

  /** Calls a builtin of one argument. */
  public static @Nullable Value builtin1(EvalContext context, Builtin builtin, Span span, Value a) {
    try {
      return builtin.body().call1(context.state, a);
    } catch (BuiltinException e) {
      context.state.builtinFailed(builtin, e, span);
      return null;
    }
  }

  /** Calls a builtin of two arguments. */
  public static @Nullable Value builtin2(
      EvalContext context, Builtin builtin, Span span, Value a, Value b) {
    try {
      return builtin.body().call2(context.state, a, b);
    } catch (BuiltinException e) {
      context.state.builtinFailed(builtin, e, span);
      return null;
    }
  }

  /** Calls a builtin of three arguments. */
  public static @Nullable Value builtin3(
      EvalContext context, Builtin builtin, Span span, Value a, Value b, Value c) {
    try {
      return builtin.body().call3(context.state, a, b, c);
    } catch (BuiltinException e) {
      context.state.builtinFailed(builtin, e, span);
      return null;
    }
  }

  /** Calls a builtin of any number of arguments. */
  public static @Nullable Value builtin(
      EvalContext context, Builtin builtin, Span span, Value[] arguments) {
    try {
      return builtin.body().call(context.state, arguments);
    } catch (BuiltinException e) {
      context.state.builtinFailed(builtin, e, span);
      return null;
    }
  }

  /** Calls a builtin that the context may have replaced. */
  public static @Nullable Value mockableBuiltin(
      EvalContext context, int mock, Builtin builtin, Span span, Value[] arguments) {
    EvalContext.Mock replacement = context.mock(mock);
    return replacement == null
        ? builtin(context, builtin, span, arguments)
        : replaced(context, replacement, span, arguments);
  }

  /** Calls a rule or function that the context may have replaced. */
  public static @Nullable Value mockableFunction(
      EvalContext context, int mock, int function, Span span, Value[] arguments) {
    EvalContext.Mock replacement = context.mock(mock);
    return replacement == null
        ? context.state.functions().call(function, context, arguments)
        : replaced(context, replacement, span, arguments);
  }

  private static @Nullable Value replaced(
      EvalContext context, EvalContext.Mock mock, Span span, Value[] arguments) {
    if (mock.value() != null) {
      return mock.value();
    }
    Builtin builtin = mock.builtin();
    return builtin != null
        ? builtin(context, builtin, span, arguments)
        : context.state.functions().call(mock.function(), context.withoutMocks(), arguments);
  }

  /**
   * Calls a rule, unless the context has put base documents in its place: then looks {@code path}
   * up in them.
   */
  public static @Nullable Value ruleOrReplacement(
      EvalContext context, int function, List<Integer> replacedBy, List<Value> path) {
    if (!context.isAnyReplaced(replacedBy)) {
      return context.state.functions().call(function, context, NO_ARGUMENTS);
    }
    Value value = context.data;
    for (Value key : path) {
      value = value.get(key);
      if (value == null) {
        return null;
      }
    }
    return value;
  }

  /** No arguments. */
  public static final Value[] NO_ARGUMENTS = new Value[0];
}
