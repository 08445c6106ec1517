package dev.portcullis.api.value;

import org.jspecify.annotations.Nullable;

/** JSON's {@code null}. */
public final class NullValue extends Value {
  /** The only instance. */
  public static final NullValue NULL = new NullValue();

  private NullValue() {}

  @Override
  public ValueKind kind() {
    return ValueKind.NULL;
  }

  @Override
  int compareSameKind(Value other) {
    return 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return 0x6e756c6c;
  }
}
