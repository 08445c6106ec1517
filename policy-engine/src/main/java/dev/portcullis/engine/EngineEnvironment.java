package dev.portcullis.engine;

import dev.portcullis.api.EvaluationLimits;
import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import dev.portcullis.api.spi.EngineSettings;
import dev.portcullis.api.spi.HostServices;
import dev.portcullis.rego.runtime.Evaluation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the host's settings mean to an evaluation. */
record EngineEnvironment(EngineSettings settings) implements Evaluation.Environment {
  private static final long NANOS = 1_000_000_000L;

  static Evaluation.Limits limits(EvaluationLimits limits) {
    return new Evaluation.Limits(
        saturatedNanos(limits.timeout()), limits.steps(), limits.collectionSize(), limits.depth());
  }

  private static long saturatedNanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public long timeNanos() {
    Instant now = settings.clock().instant();
    return now.getEpochSecond() * NANOS + now.getNano();
  }

  @Override
  public Optional<Long> seed() {
    return settings.seed().isPresent()
        ? Optional.of(settings.seed().getAsLong())
        : Optional.empty();
  }

  @Override
  public HostServices services() {
    return settings.services();
  }

  @Override
  public void message(MessageKind kind, String text) {
    settings.messages().accept(kind, text);
  }
}
