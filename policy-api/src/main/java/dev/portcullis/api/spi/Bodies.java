package dev.portcullis.api.spi;

import dev.portcullis.api.value.Value;
import org.jspecify.annotations.Nullable;

/** The adapters between a builtin's arguments and its typed body. */
final class Bodies {
  private Bodies() {}

  static final class Of1<A> extends BuiltinBody {
    private final Operand<A> first;
    private final Builtin.Fn1<A> fn;

    Of1(Operand<A> first, Builtin.Fn1<A> fn) {
      this.first = first;
      this.fn = fn;
    }

    @Override
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
      return call1(context, arguments[0]);
    }

    @Override
    public @Nullable Value call1(BuiltinContext context, Value a) {
      return fn.apply(context, first.of(a, 1));
    }
  }

  static final class Of2<A, B> extends BuiltinBody {
    private final Operand<A> first;
    private final Operand<B> second;
    private final Builtin.Fn2<A, B> fn;

    Of2(Operand<A> first, Operand<B> second, Builtin.Fn2<A, B> fn) {
      this.first = first;
      this.second = second;
      this.fn = fn;
    }

    @Override
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
      return call2(context, arguments[0], arguments[1]);
    }

    @Override
    public @Nullable Value call2(BuiltinContext context, Value a, Value b) {
      return fn.apply(context, first.of(a, 1), second.of(b, 2));
    }
  }

  static final class Of3<A, B, C> extends BuiltinBody {
    private final Operand<A> first;
    private final Operand<B> second;
    private final Operand<C> third;
    private final Builtin.Fn3<A, B, C> fn;

    Of3(Operand<A> first, Operand<B> second, Operand<C> third, Builtin.Fn3<A, B, C> fn) {
      this.first = first;
      this.second = second;
      this.third = third;
      this.fn = fn;
    }

    @Override
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
      return call3(context, arguments[0], arguments[1], arguments[2]);
    }

    @Override
    public @Nullable Value call3(BuiltinContext context, Value a, Value b, Value c) {
      return fn.apply(context, first.of(a, 1), second.of(b, 2), third.of(c, 3));
    }
  }

  static final class OfN extends BuiltinBody {
    private final Builtin.FnN fn;

    OfN(Builtin.FnN fn) {
      this.fn = fn;
    }

    @Override
    public @Nullable Value call(BuiltinContext context, Value[] arguments) {
      return fn.apply(context, arguments);
    }
  }
}
