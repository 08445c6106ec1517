package dev.portcullis.api.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A set of values. Elements are hashed in the order of insertion; Rego's order is computed when
 * something asks for it, and kept. Of equal elements the first stays.
 */
public final class SetValue extends Value implements Iterable<Value> {
  /** The empty set. */
  public static final SetValue EMPTY = new Builder(0).build();

  private final Value[] elements;
  private final int size;
  private final int[] table;
  private @Nullable ArrayValue sorted;
  private int hash;

  private SetValue(Value[] elements, int size, int[] table) {
    this.elements = elements;
    this.size = size;
    this.table = table;
  }

  /** Returns a builder. */
  public static Builder builder() {
    return new Builder(4);
  }

  /** Returns a builder with room for {@code capacity} elements. */
  public static Builder builder(int capacity) {
    return new Builder(capacity);
  }

  /** Returns the set of {@code elements}. */
  public static SetValue of(Value... elements) {
    return of(Arrays.asList(elements));
  }

  /** Returns the set of {@code elements}. */
  public static SetValue of(Collection<? extends Value> elements) {
    Builder builder = builder(elements.size());
    elements.forEach(builder::add);
    return builder.build();
  }

  /** Returns the number of elements. */
  public int size() {
    return size;
  }

  /** Returns whether {@code element} is in the set. */
  public boolean contains(Value element) {
    return HashIndex.find(elements, size, table, element) >= 0;
  }

  @Override
  public @Nullable Value get(Value key) {
    int at = HashIndex.find(elements, size, table, key);
    return at < 0 ? null : elements[at];
  }

  /** Returns the elements, in Rego's order. */
  public ArrayValue sorted() {
    ArrayValue known = sorted;
    if (known == null) {
      Value[] copy = Arrays.copyOf(elements, size);
      Arrays.sort(copy);
      known = ArrayValue.wrap(copy);
      sorted = known;
    }
    return known;
  }

  /**
   * Returns the {@code position}-th element in the order of insertion, for readers to whom no order
   * is visible.
   */
  public Value inserted(int position) {
    return elements[position];
  }

  /** Iterates in Rego's order. */
  @Override
  public Iterator<Value> iterator() {
    return sorted().iterator();
  }

  @Override
  public ValueKind kind() {
    return ValueKind.SET;
  }

  @Override
  int compareSameKind(Value other) {
    return sorted().compareSameKind(((SetValue) other).sorted());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof SetValue that) || size != that.size || hashCode() != that.hashCode()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!that.contains(elements[i])) {
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
        int e = elements[i].hashCode() * 0x85EBCA6B;
        h += e ^ (e >>> 13);
      }
      h = h == 0 ? 1 : h;
      hash = h;
    }
    return h;
  }

  /** Collects the elements of a set. Not safe for use by several threads. */
  public static final class Builder {
    private Value[] elements;
    private int size;
    private int[] table;

    private Builder(int capacity) {
      elements = new Value[capacity];
      table = HashIndex.build(elements, 0, capacity);
    }

    /** Adds {@code element} unless an equal one is there. */
    public Builder add(Value element) {
      if (HashIndex.find(elements, size, table, element) < 0) {
        if (size == elements.length) {
          int capacity = Math.max(4, size * 2);
          elements = Arrays.copyOf(elements, capacity);
          table = HashIndex.build(elements, size, capacity);
        }
        elements[size] = element;
        if (table.length != 0) {
          HashIndex.insert(table, element.hashCode(), size);
        }
        size++;
      }
      return this;
    }

    /** Adds the elements of {@code other}. */
    public Builder addAll(SetValue other) {
      for (int i = 0; i < other.size; i++) {
        add(other.elements[i]);
      }
      return this;
    }

    /** Returns whether {@code element} is there already. */
    public boolean contains(Value element) {
      return HashIndex.find(elements, size, table, element) >= 0;
    }

    /** Returns the number of elements so far. */
    public int size() {
      return size;
    }

    /** Returns the set; the builder must not be used again. */
    public SetValue build() {
      return new SetValue(elements, size, table);
    }
  }
}
