package dev.portcullis.api.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array. */
public final class ArrayValue extends Value implements Iterable<Value> {
  /** The empty array. */
  public static final ArrayValue EMPTY = new ArrayValue(new Value[0]);

  private final Value[] elements;
  private int hash;

  private ArrayValue(Value[] elements) {
    this.elements = elements;
  }

  /** Returns the array of {@code elements}, in order. */
  public static ArrayValue of(Value... elements) {
    return elements.length == 0 ? EMPTY : new ArrayValue(elements.clone());
  }

  /** Returns the array of {@code elements}, in order. */
  public static ArrayValue of(List<? extends Value> elements) {
    return elements.isEmpty() ? EMPTY : new ArrayValue(elements.toArray(new Value[0]));
  }

  /** Returns an array that takes {@code elements} over: the caller must not touch it again. */
  public static ArrayValue wrap(Value[] elements) {
    return elements.length == 0 ? EMPTY : new ArrayValue(elements);
  }

  /** Returns the number of elements. */
  public int size() {
    return elements.length;
  }

  /**
   * Returns the element at {@code index}.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Value at(int index) {
    return elements[index];
  }

  /**
   * Returns the elements themselves, for code that must not copy: the caller must not change the
   * array.
   */
  public Value[] unwrap() {
    return elements;
  }

  /** Returns the elements as an unmodifiable list. */
  public List<Value> asList() {
    return Collections.unmodifiableList(Arrays.asList(elements));
  }

  /** Returns the elements from {@code from} (inclusive) to {@code to} (exclusive). */
  public ArrayValue slice(int from, int to) {
    return from == 0 && to == elements.length ? this : wrap(Arrays.copyOfRange(elements, from, to));
  }

  @Override
  public @Nullable Value get(Value key) {
    if (key instanceof IntegerNumber number) {
      long index = number.longValue();
      return index >= 0 && index < elements.length ? elements[(int) index] : null;
    }
    return null;
  }

  @Override
  public Iterator<Value> iterator() {
    return asList().iterator();
  }

  @Override
  public ValueKind kind() {
    return ValueKind.ARRAY;
  }

  @Override
  int compareSameKind(Value other) {
    Value[] that = ((ArrayValue) other).elements;
    return compare(
        elements, that, Math.min(elements.length, that.length), elements.length - that.length);
  }

  private static int compare(Value[] a, Value[] b, int common, int rest) {
    for (int i = 0; i < common; i++) {
      int c = a[i].compareTo(b[i]);
      if (c != 0) {
        return c;
      }
    }
    return rest;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ArrayValue that
            && elements.length == that.elements.length
            && hashCode() == that.hashCode()
            && Arrays.equals(elements, that.elements));
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = Arrays.hashCode(elements);
      hash = h == 0 ? 1 : h;
    }
    return hash;
  }
}
