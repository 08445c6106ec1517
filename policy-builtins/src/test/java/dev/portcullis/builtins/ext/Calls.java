package dev.portcullis.builtins.ext;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.HostServices;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.text.JsonReader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Calls builtins of this module by name, as one evaluation would. */
final class Calls {
  private static final Map<String, Builtin> ROWS = rows();

  private Calls() {}

  private static Map<String, Builtin> rows() {
    Map<String, Builtin> rows = new HashMap<>();
    for (BuiltinProvider provider : ServiceLoader.load(BuiltinProvider.class)) {
      provider.builtins().forEach(row -> rows.put(row.name(), row));
    }
    return rows;
  }

  /** Returns the row of a builtin. */
  static Builtin row(String name) {
    return Optional.ofNullable(ROWS.get(name)).orElseThrow();
  }

  /** Returns the result as text, {@code undefined}, or {@code error: …}. */
  static String call(String name, Value... arguments) {
    return call(new Context(HostServices.NONE), name, arguments);
  }

  /** Returns the result of a call within an evaluation that is under way. */
  static String call(BuiltinContext context, String name, Value... arguments) {
    try {
      Value result = row(name).body().call(context, arguments);
      return result == null ? "undefined" : result.toString();
    } catch (BuiltinException e) {
      return "error: " + e.getMessage();
    }
  }

  /** Returns the value that a JSON text spells. */
  static Value json(String text) {
    try {
      return JsonReader.read(text);
    } catch (JsonReader.InvalidJson e) {
      throw new AssertionError(text, e);
    }
  }

  /** Returns a string value. */
  static Value text(String text) {
    return StringValue.of(text);
  }

  /** An evaluation at a fixed time. */
  static final class Context implements BuiltinContext {
    private final Map<Object, Object> remembered = new HashMap<>();
    private final HostServices host;
    private final Random random = new Random(7);

    Context(HostServices host) {
      this.host = host;
    }

    @Override
    public long timeNanos() {
      return 1_800_000_000_000_000_000L;
    }

    @Override
    public RandomGenerator random() {
      return random;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T remember(Object key, Supplier<? extends T> make) {
      Object known = remembered.get(key);
      if (known == null) {
        known = make.get();
        remembered.put(key, known);
      }
      return (T) known;
    }

    @Override
    public void tick(int steps) {}

    @Override
    public HostServices host() {
      return host;
    }

    @Override
    public void message(MessageKind kind, String text) {
      throw new AssertionError(kind + Arrays.toString(new String[] {text}));
    }
  }
}
