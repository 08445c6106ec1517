package dev.portcullis.rego.runtime;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees: the input, the base documents, what {@code with} has put in their place,
 * and the results of rules so far. Contexts do not change but for the remembered results; {@code
 * with} makes a new one.
 */
public final class EvalContext {
  /** Stands in {@link #memo} for a rule that is undefined. */
  public static final Value UNDEFINED = StringValue.of("undefined");

  private static final BitSet NO_TARGETS = new BitSet(0);
  private static final @Nullable Mock[] NO_MOCKS = new Mock[0];

  /** What all contexts of the evaluation share. */
  public final EvalState state;

  /** The input document. */
  public final @Nullable Value input;

  /** The base documents. */
  public final Value data;

  /** The results of rules; {@code null} for what was not evaluated yet. */
  public final @Nullable Value[] memo;

  private final BitSet replaced;
  private final @Nullable Mock[] mocks;

  private EvalContext(
      EvalState state,
      @Nullable Value input,
      Value data,
      int memoSlots,
      BitSet replaced,
      @Nullable Mock[] mocks) {
    this.state = state;
    this.input = input;
    this.data = data;
    this.memo = new Value[memoSlots];
    this.replaced = replaced;
    this.mocks = mocks;
  }

  /** Returns the first context of an evaluation. */
  public static EvalContext root(
      EvalState state, @Nullable Value input, Value data, int memoSlots) {
    return new EvalContext(state, input, data, memoSlots, NO_TARGETS, NO_MOCKS);
  }

  /** A replacement of a function: a value for every call, a builtin, or another function. */
  record Mock(@Nullable Value value, @Nullable Builtin builtin, int function) {}

  /**
   * Returns whether {@code with data…} has put something in the place of the target numbered {@code
   * target}.
   */
  public boolean isReplaced(int target) {
    return replaced.get(target);
  }

  /** Returns whether one of the targets is replaced. */
  public boolean isAnyReplaced(Iterable<Integer> targets) {
    for (int target : targets) {
      if (replaced.get(target)) {
        return true;
      }
    }
    return false;
  }

  @Nullable Mock mock(int number) {
    return number < mocks.length ? mocks[number] : null;
  }

  /**
   * Returns this context for the body of a function that replaces another: there no function is
   * replaced.
   */
  EvalContext withoutMocks() {
    return new EvalContext(state, input, data, memo.length, replaced, NO_MOCKS);
  }

  /** Starts the context of an expression with {@code with}. */
  public Change change() {
    return new Change();
  }

  /** Collects the modifiers of one expression. */
  public final class Change {
    private @Nullable Value newInput = input;
    private Value newData = data;
    private BitSet newReplaced = replaced;
    private @Nullable Mock[] newMocks = mocks;

    private Change() {}

    /** Puts {@code value} into the input. */
    public Change input(Value[] path, Value value) {
      newInput = Overlay.put(newInput, path, value);
      return this;
    }

    /** Puts {@code value} into the base documents. */
    public Change data(int target, Value[] path, Value value) {
      newData = Overlay.put(newData, path, value);
      newReplaced = (BitSet) newReplaced.clone();
      newReplaced.set(target);
      return this;
    }

    /** Replaces every result of a function by {@code value}. */
    public Change mock(int number, Value value) {
      return mock(number, new Mock(value, null, -1));
    }

    /** Replaces a function by a builtin. */
    public Change mock(int number, Builtin builtin) {
      return mock(number, new Mock(null, builtin, -1));
    }

    /** Replaces a function by another. */
    public Change mock(int number, int function) {
      return mock(number, new Mock(null, null, function));
    }

    private Change mock(int number, Mock mock) {
      @Nullable Mock[] copy =
          java.util.Arrays.copyOf(newMocks, Math.max(newMocks.length, number + 1));
      copy[number] = mock;
      newMocks = copy;
      return this;
    }

    /** Returns the new context. */
    public EvalContext done() {
      return new EvalContext(state, newInput, newData, memo.length, newReplaced, newMocks);
    }
  }
}
