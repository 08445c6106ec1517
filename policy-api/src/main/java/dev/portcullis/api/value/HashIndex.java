package dev.portcullis.api.value;

/**
 * An open-addressing table from a key's hash to its position in an array of keys. Collections of up
 * to {@link #LINEAR} elements do without and are searched from the front, which is faster there.
 */
final class HashIndex {
  static final int LINEAR = 8;

  private HashIndex() {}

  static int find(Value[] keys, int size, int[] table, Value key) {
    if (table.length == 0) {
      return findLinear(keys, size, key);
    }
    int mask = table.length - 1;
    int slot = spread(key.hashCode()) & mask;
    for (int at = table[slot]; at != 0; at = table[slot]) {
      Value candidate = keys[at - 1];
      if (candidate == key || candidate.equals(key)) {
        return at - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private static int findLinear(Value[] keys, int size, Value key) {
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** Adds the key at {@code position}, which must not be there yet. The table must have room. */
  static void insert(int[] table, int hash, int position) {
    int mask = table.length - 1;
    int slot = spread(hash) & mask;
    while (table[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    table[slot] = position + 1;
  }

  /**
   * Returns a table with room for {@code capacity} keys that holds the first {@code size} of {@code
   * keys}.
   */
  static int[] build(Value[] keys, int size, int capacity) {
    if (capacity <= LINEAR) {
      return NONE;
    }
    int[] table = new int[Integer.highestOneBit(Math.max(capacity, 8) - 1) << 2];
    for (int i = 0; i < size; i++) {
      insert(table, keys[i].hashCode(), i);
    }
    return table;
  }

  static final int[] NONE = new int[0];

  private static int spread(int hash) {
    int h = hash * 0x9E3779B9;
    return h ^ (h >>> 15);
  }
}
