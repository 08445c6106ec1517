package dev.portcullis.rego.runtime;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.Value;
import java.util.Arrays;

/** The elements of an array in the making. */
public final class ListAccumulator {
  private static final Value[] EMPTY = new Value[0];

  private Value[] elements = EMPTY;
  private int size;

  /** Adds an element at the end. */
  public void add(Value element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, Math.max(8, size * 2));
    }
    elements[size++] = element;
  }

  /** Returns the number of elements so far. */
  public int size() {
    return size;
  }

  /** Returns the array; the accumulator must not be used again. */
  public ArrayValue finish() {
    return ArrayValue.wrap(size == elements.length ? elements : Arrays.copyOf(elements, size));
  }
}
