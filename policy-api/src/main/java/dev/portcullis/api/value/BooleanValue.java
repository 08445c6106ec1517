package dev.portcullis.api.value;

import org.jspecify.annotations.Nullable;

/**
 * {@code true} or {@code false}; there is one instance of each, so that they may be compared with
 * {@code ==}.
 */
public final class BooleanValue extends Value {
  /** The value {@code true}. */
  public static final BooleanValue TRUE = new BooleanValue(true);

  /** The value {@code false}. */
  public static final BooleanValue FALSE = new BooleanValue(false);

  private final boolean value;

  private BooleanValue(boolean value) {
    this.value = value;
  }

  /** Returns the instance for {@code value}. */
  public static BooleanValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Returns the Java boolean. */
  public boolean value() {
    return value;
  }

  @Override
  public ValueKind kind() {
    return ValueKind.BOOLEAN;
  }

  @Override
  int compareSameKind(Value other) {
    return Boolean.compare(value, ((BooleanValue) other).value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Boolean.hashCode(value);
  }
}
