package dev.portcullis.rego.runtime;

import dev.portcullis.api.value.Value;
import java.util.Map;

/** The table of a switch over values: open addressing over the values' hashes. */
public final class SwitchTable {
  private final Value[] keys;
  private final int[] blocks;
  private final String text;

  /** Creates a table of block numbers by value. */
  public SwitchTable(Map<Value, Integer> table) {
    int capacity = Integer.highestOneBit(Math.max(4, table.size())) * 4;
    keys = new Value[capacity];
    blocks = new int[capacity];
    table.forEach(
        (key, block) -> {
          int slot = slot(key);
          while (keys[slot] != null) {
            slot = (slot + 1) & (capacity - 1);
          }
          keys[slot] = key;
          blocks[slot] = block;
        });
    text = new java.util.TreeMap<>(table).toString();
  }

  private int slot(Value key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 15)) & (keys.length - 1);
  }

  /** Returns the number of the block for {@code value}, or -1. */
  public int find(Value value) {
    int slot = slot(value);
    for (Value key = keys[slot]; key != null; key = keys[slot]) {
      if (Ops.equal(key, value)) {
        return blocks[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return -1;
  }

  @Override
  public String toString() {
    return text;
  }
}
