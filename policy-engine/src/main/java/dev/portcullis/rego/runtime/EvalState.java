package dev.portcullis.rego.runtime;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.EvaluationLimitException;
import dev.portcullis.api.spi.EvaluationLimitException.Limit;
import dev.portcullis.api.spi.HostServices;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.text.Span;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What all contexts of one evaluation share: limits, time, randomness, the first builtin error. */
public final class EvalState implements BuiltinContext {
  /**
   * How many loop steps pass between two looks at the clock and the cancel flag. A step takes some
   * nanoseconds to a microsecond, so that cancelling works well within a millisecond.
   */
  private static final int STEPS_PER_LOOK = 1024;

  private final Evaluation evaluation;
  private final Functions functions;
  private final int collectionLimit;
  private final Selections selections = new Selections();
  private int stepsToLook = STEPS_PER_LOOK;
  private long stepsLeft;
  private long deadline;
  private long time;
  private boolean timeKnown;
  private @Nullable RandomGenerator random;
  private @Nullable Map<Object, Object> remembered;
  private @Nullable Diagnostic firstBuiltinError;

  /** Creates the state of one evaluation that runs {@code functions}. */
  public EvalState(Evaluation evaluation, Functions functions) {
    this.evaluation = evaluation;
    this.functions = functions;
    Evaluation.Limits limits = evaluation.limits();
    this.collectionLimit =
        limits.collectionSize() == 0 ? Integer.MAX_VALUE : limits.collectionSize();
    this.stepsLeft = limits.steps() == 0 ? Long.MAX_VALUE : limits.steps();
  }

  /** Returns the code of the rules. */
  public Functions functions() {
    return functions;
  }

  /** Counts a round of a loop. */
  public void tick() {
    if (--stepsToLook < 0) {
      look(STEPS_PER_LOOK);
    }
  }

  @Override
  public void tick(int steps) {
    stepsToLook -= steps;
    if (stepsToLook < 0) {
      look(Math.max(STEPS_PER_LOOK, steps));
    }
  }

  private void look(int steps) {
    stepsToLook = STEPS_PER_LOOK;
    stepsLeft -= steps;
    if (stepsLeft < 0) {
      throw new EvaluationLimitException(
          Limit.STEPS, "evaluation took more than " + evaluation.limits().steps() + " steps");
    }
    if (evaluation.environment().cancelled() || Thread.currentThread().isInterrupted()) {
      throw new EvaluationLimitException(Limit.CANCELLED, "evaluation was cancelled");
    }
    long timeout = evaluation.limits().timeoutNanos();
    if (timeout != 0) {
      long now = System.nanoTime();
      if (deadline == 0) {
        deadline = now + timeout;
      } else if (now - deadline > 0) {
        throw new EvaluationLimitException(
            Limit.DEADLINE, "evaluation took longer than " + timeout / 1_000_000 + " ms");
      }
    }
  }

  /** Fails if a collection in the making has become too large. */
  public void checkSize(int size) {
    if (size > collectionLimit) {
      throw new EvaluationLimitException(
          Limit.SIZE, "a collection has more than " + collectionLimit + " elements");
    }
  }

  /** Returns the elements of {@code source} whose part at {@code path} equals {@code probe}. */
  public ArrayValue select(int site, Value source, Value[] path, Value probe) {
    return selections.select(this, site, source, path, probe);
  }

  /** Takes note of a failed builtin call. */
  void builtinFailed(Builtin builtin, BuiltinException failure, Span span) {
    if (firstBuiltinError == null && evaluation.strictBuiltinErrors()) {
      firstBuiltinError =
          Diagnostic.error(
              failure.code(), builtin.name() + ": " + failure.getMessage(), span.location());
    }
  }

  /** Returns the first builtin error; always empty unless the evaluation is strict. */
  public Optional<Diagnostic> firstBuiltinError() {
    return Optional.ofNullable(firstBuiltinError);
  }

  /** Returns the error that a limit's exception stands for. */
  public static Diagnostic limitError(EvaluationLimitException e) {
    boolean stopped = e.limit() == Limit.CANCELLED || e.limit() == Limit.DEADLINE;
    return Diagnostic.error(
        stopped ? DiagnosticCode.EVAL_CANCEL_ERROR : DiagnosticCode.EVAL_LIMIT_ERROR,
        String.valueOf(e.getMessage()));
  }

  @Override
  public long timeNanos() {
    if (!timeKnown) {
      time = evaluation.environment().timeNanos();
      timeKnown = true;
    }
    return time;
  }

  @Override
  public RandomGenerator random() {
    RandomGenerator known = random;
    if (known == null) {
      known = new SplittableRandom(evaluation.environment().seed().orElseGet(Seeds::next));
      random = known;
    }
    return known;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T remember(Object key, Supplier<? extends T> make) {
    Map<Object, Object> known = remembered;
    if (known == null) {
      known = new HashMap<>();
      remembered = known;
    }
    Object value = known.get(key);
    if (value == null) {
      value = make.get();
      known.put(key, value);
    }
    return (T) value;
  }

  @Override
  public HostServices host() {
    return evaluation.environment().services();
  }

  @Override
  public void message(MessageKind kind, String text) {
    evaluation.environment().message(kind, text);
  }

  /** Set up when the first seed is asked for: most evaluations never do. */
  private static final class Seeds {
    private static final SecureRandom SOURCE = new SecureRandom();

    static long next() {
      return SOURCE.nextLong();
    }
  }
}
