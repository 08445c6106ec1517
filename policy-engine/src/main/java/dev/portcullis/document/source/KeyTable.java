package dev.portcullis.document.source;

import dev.portcullis.api.value.StringValue;

/**
 * Shares the values of object keys between documents: equal keys are nearly always the same
 * instance, which makes looking them up a comparison of references.
 *
 * <p>A direct-mapped cache of fixed size. Threads may race for a slot: the loser's key is not
 * shared, nothing else happens.
 */
public final class KeyTable {
  private static final int SIZE = 1 << 12;
  private static final int LONGEST = 64;
  private static final StringValue[] SLOTS = new StringValue[SIZE];

  private KeyTable() {}

  /** Returns the value of {@code key}, shared if possible. */
  public static StringValue share(String key) {
    int hash = key.hashCode() * 0x9E3779B9;
    int slot = hash >>> 20;
    StringValue found = SLOTS[slot];
    if (found != null && found.value().equals(key)) {
      return found;
    }
    StringValue made = StringValue.of(key);
    if (key.length() <= LONGEST) {
      SLOTS[slot] = made;
    }
    return made;
  }
}
