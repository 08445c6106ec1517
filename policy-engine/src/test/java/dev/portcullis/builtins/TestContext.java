package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.EvaluationLimitException;
import dev.portcullis.api.spi.HostServices;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** An evaluation's context with a fixed clock, fixed randomness and a budget of steps. */
final class TestContext implements BuiltinContext {
  static final long TIME = 1_700_000_000_123_456_789L;

  private final Map<Object, Object> remembered = new HashMap<>();
  private final RandomGenerator random = new Random(1);
  private final HostServices host;
  private long steps;

  TestContext() {
    this(HostServices.NONE, Long.MAX_VALUE);
  }

  TestContext(HostServices host, long steps) {
    this.host = host;
    this.steps = steps;
  }

  @Override
  public long timeNanos() {
    return TIME;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T remember(Object key, Supplier<? extends T> make) {
    return (T) remembered.computeIfAbsent(key, k -> make.get());
  }

  @Override
  public void tick(int count) {
    steps -= count;
    if (steps < 0) {
      throw new EvaluationLimitException(EvaluationLimitException.Limit.STEPS, "out of steps");
    }
  }

  @Override
  public HostServices host() {
    return host;
  }

  @Override
  public void message(MessageKind kind, String text) {}
}
