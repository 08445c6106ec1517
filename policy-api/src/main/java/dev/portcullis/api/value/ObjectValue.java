package dev.portcullis.api.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object: a map from values to values. Entries are kept in the order of insertion and hashed;
 * Rego's order (by key) is computed when something asks for it, and kept.
 */
public final class ObjectValue extends Value {
  /** The empty object. */
  public static final ObjectValue EMPTY = new Builder(0).build();

  private final Value[] keys;
  private final Value[] values;
  private final int size;
  private final int[] table;
  private @Nullable Sorted sorted;
  private int hash;

  private ObjectValue(Value[] keys, Value[] values, int size, int[] table) {
    this.keys = keys;
    this.values = values;
    this.size = size;
    this.table = table;
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder(4);
  }

  /** Returns a builder with room for {@code capacity} entries. */
  public static Builder builder(int capacity) {
    return new Builder(capacity);
  }

  /** Returns the object with one entry. */
  public static ObjectValue of(Value key, Value value) {
    return builder(1).put(key, value).build();
  }

  /** Returns the object with the entries of {@code entries}. */
  public static ObjectValue of(Map<? extends Value, ? extends Value> entries) {
    Builder builder = builder(entries.size());
    entries.forEach(builder::put);
    return builder.build();
  }

  /** Returns the number of entries. */
  public int size() {
    return size;
  }

  @Override
  public @Nullable Value get(Value key) {
    int at = HashIndex.find(keys, size, table, key);
    return at < 0 ? null : values[at];
  }

  /** Returns the value at the string key {@code key}, or {@code null}. */
  public @Nullable Value get(String key) {
    return get(StringValue.of(key));
  }

  /** Returns whether {@code key} is there. */
  public boolean containsKey(Value key) {
    return HashIndex.find(keys, size, table, key) >= 0;
  }

  /**
   * Returns the {@code rank}-th smallest key.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Value keyAt(int rank) {
    return sorted().keys[rank];
  }

  /**
   * Returns the value of the {@code rank}-th smallest key.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public Value valueAt(int rank) {
    return sorted().values[rank];
  }

  /** Calls {@code action} with each entry, in Rego's order. */
  public void forEach(BiConsumer<? super Value, ? super Value> action) {
    Sorted entries = sorted();
    for (int i = 0; i < size; i++) {
      action.accept(entries.keys[i], entries.values[i]);
    }
  }

  /** Returns the keys, in Rego's order. */
  public ArrayValue keysInOrder() {
    return ArrayValue.wrap(sorted().keys);
  }

  /** Returns the values, in the order of their keys. */
  public ArrayValue valuesInOrder() {
    return ArrayValue.wrap(sorted().values);
  }

  /**
   * Returns the {@code position}-th key in the order of insertion, for readers to whom no order is
   * visible.
   */
  public Value keyInserted(int position) {
    return keys[position];
  }

  /**
   * Returns the {@code position}-th value in the order of insertion, for readers to whom no order
   * is visible.
   */
  public Value valueInserted(int position) {
    return values[position];
  }

  /** The entries by rank; both arrays are as long as the object is large. */
  private static final class Sorted {
    final Value[] keys;
    final Value[] values;

    Sorted(Value[] keys, Value[] values) {
      this.keys = keys;
      this.values = values;
    }
  }

  private Sorted sorted() {
    Sorted known = sorted;
    if (known == null) {
      known = sort();
      sorted = known;
    }
    return known;
  }

  private Sorted sort() {
    if (isAscending()) {
      return size == keys.length
          ? new Sorted(keys, values)
          : new Sorted(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }
    Integer[] positions = new Integer[size];
    for (int i = 0; i < size; i++) {
      positions[i] = i;
    }
    Arrays.sort(positions, Comparator.comparing(i -> keys[i]));
    Value[] sortedKeys = new Value[size];
    Value[] sortedValues = new Value[size];
    for (int i = 0; i < size; i++) {
      sortedKeys[i] = keys[positions[i]];
      sortedValues[i] = values[positions[i]];
    }
    return new Sorted(sortedKeys, sortedValues);
  }

  private boolean isAscending() {
    for (int i = 1; i < size; i++) {
      if (keys[i - 1].compareTo(keys[i]) >= 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ValueKind kind() {
    return ValueKind.OBJECT;
  }

  @Override
  int compareSameKind(Value other) {
    ObjectValue that = (ObjectValue) other;
    int common = Math.min(size, that.size);
    for (int i = 0; i < common; i++) {
      int c = keyAt(i).compareTo(that.keyAt(i));
      if (c != 0) {
        return c;
      }
      c = valueAt(i).compareTo(that.valueAt(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(size, that.size);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof ObjectValue that)
        || size != that.size
        || hashCode() != that.hashCode()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      Value theirs = that.get(keys[i]);
      if (theirs == null || !values[i].equals(theirs)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      for (int i = 0; i < size; i++) {
        h += (keys[i].hashCode() * 31) ^ Integer.rotateLeft(values[i].hashCode(), 16);
      }
      h = h == 0 ? 1 : h;
      hash = h;
    }
    return h;
  }

  /** Collects the entries of an object. Not safe for use by several threads. */
  public static final class Builder {
    private Value[] keys;
    private Value[] values;
    private int size;
    private int[] table;

    private Builder(int capacity) {
      keys = new Value[capacity];
      values = new Value[capacity];
      table = HashIndex.build(keys, 0, capacity);
    }

    /** Sets {@code key} to {@code value}; a key that is there already keeps its first spelling. */
    public Builder put(Value key, Value value) {
      int at = HashIndex.find(keys, size, table, key);
      if (at >= 0) {
        values[at] = value;
      } else {
        append(key, value);
      }
      return this;
    }

    /** Sets the string key {@code key} to {@code value}. */
    public Builder put(String key, Value value) {
      return put(StringValue.of(key), value);
    }

    /** Returns the value at {@code key} so far, or {@code null}. */
    public @Nullable Value get(Value key) {
      int at = HashIndex.find(keys, size, table, key);
      return at < 0 ? null : values[at];
    }

    /** Returns the number of entries so far. */
    public int size() {
      return size;
    }

    private void append(Value key, Value value) {
      if (size == keys.length) {
        int capacity = Math.max(4, size * 2);
        keys = Arrays.copyOf(keys, capacity);
        values = Arrays.copyOf(values, capacity);
        table = HashIndex.build(keys, size, capacity);
      }
      keys[size] = key;
      values[size] = value;
      if (table.length != 0) {
        HashIndex.insert(table, key.hashCode(), size);
      }
      size++;
    }

    /** Returns the object; the builder must not be used again. */
    public ObjectValue build() {
      return new ObjectValue(keys, values, size, table);
    }
  }
}
