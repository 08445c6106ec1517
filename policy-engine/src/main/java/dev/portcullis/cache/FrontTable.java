package dev.portcullis.cache;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was used last, by two strings: a table in which a new entry pushes out the one at its place.
 * It stands in front of a bounded cache whose bookkeeping costs more than what is looked up. Safe
 * for use by many threads.
 *
 * @param <V> what is kept
 */
public final class FrontTable<V> {
  private static final int SIZE = 1024;

  private final AtomicReferenceArray<@Nullable Entry<V>> entries = new AtomicReferenceArray<>(SIZE);

  private record Entry<V>(String first, String second, V value) {}

  /** Returns what was put last for the two strings, or {@code null} if it is not here any more. */
  public @Nullable V find(String first, String second) {
    Entry<V> entry = entries.getPlain(slot(first, second));
    return entry != null && entry.first.equals(first) && entry.second.equals(second)
        ? entry.value
        : null;
  }

  /** Keeps {@code value} for the two strings. */
  public void put(String first, String second, V value) {
    entries.setRelease(slot(first, second), new Entry<>(first, second, value));
  }

  private static int slot(String first, String second) {
    int hash = first.hashCode() * 31 + second.hashCode();
    return (hash ^ (hash >>> 15)) & (SIZE - 1);
  }
}
