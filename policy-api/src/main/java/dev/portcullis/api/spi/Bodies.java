package dev.portcullis.api.spi;

import dev.portcullis.api.value.Value;
import org.jspecify.annotations.Nullable;

/** The adapters between a builtin's arguments and its typed body. */
final class Bodies {
  private Bodies() {}

  record Of1<A>(Operand<A> first, Builtin.Fn1<A> fn) implements BuiltinBody {
    @Override
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
      return call1(context, arguments[0]);
    }

    @Override
    public @Nullable Value call1(BuiltinContext context, Value a) {
      return fn.apply(context, first.of(a, 1));
    }
  }

  record Of2<A, B>(Operand<A> first, Operand<B> second, Builtin.Fn2<A, B> fn)
      implements BuiltinBody {
    @Override
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
      return call2(context, arguments[0], arguments[1]);
    }

    @Override
    public @Nullable Value call2(BuiltinContext context, Value a, Value b) {
      return fn.apply(context, first.of(a, 1), second.of(b, 2));
    }
  }

  record Of3<A, B, C>(
      Operand<A> first, Operand<B> second, Operand<C> third, Builtin.Fn3<A, B, C> fn)
      implements BuiltinBody {
    @Override
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
      return call3(context, arguments[0], arguments[1], arguments[2]);
    }

    @Override
    public @Nullable Value call3(BuiltinContext context, Value a, Value b, Value c) {
      return fn.apply(context, first.of(a, 1), second.of(b, 2), third.of(c, 3));
    }
  }

  record OfN(Builtin.FnN fn) implements BuiltinBody {
    @Override
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
      return fn.apply(context, arguments);
    }
  }
}
