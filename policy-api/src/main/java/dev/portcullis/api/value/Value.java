package dev.portcullis.api.value;

import org.jspecify.annotations.Nullable;

/**
 * An immutable Rego value. Equality and order are OPA's: numbers are equal when they denote the
 * same number ({@code 1} and {@code 1.0}), values of different kinds are ordered by {@link
 * ValueKind}, strings by their UTF-8 bytes, arrays element by element, objects by their sorted keys
 * and values, sets by their sorted elements.
 *
 * <p>Undefined is not a value. Methods that may find nothing say so with {@link Nullable}.
 *
 * <p>Values are safe to share between threads.
 */
public abstract sealed class Value implements Comparable<Value>
    permits NullValue, BooleanValue, NumberValue, StringValue, ArrayValue, ObjectValue, SetValue {

  Value() {}

  /** Returns the kind of this value. */
  public abstract ValueKind kind();

  /**
   * Returns what {@code this[key]} means in Rego: an array's element at an integer index, an
   * object's value at a key, a set's element equal to the key; {@code null} where that is undefined
   * (a missing key, or a value without elements).
   */
  public @Nullable Value get(Value key) {
    return null;
  }

  /** Returns whether the value counts as true in a rule body: everything but {@code false}. */
  public final boolean isTruthy() {
    return this != BooleanValue.FALSE;
  }

  @Override
  public final int compareTo(Value other) {
    if (this == other) {
      return 0;
    }
    int byKind = kind().compareTo(other.kind());
    return byKind != 0 ? byKind : compareSameKind(other);
  }

  /** Compares with a value of the same kind. */
  abstract int compareSameKind(Value other);

  @Override
  public abstract boolean equals(@Nullable Object other);

  @Override
  public abstract int hashCode();

  /**
   * Returns the value in Rego's own notation, which is JSON with {@code {1, 2}} and {@code set()}
   * for sets: what {@code sprintf("%v")} prints for composites.
   */
  @Override
  public final String toString() {
    return ValueText.rego(this);
  }
}
