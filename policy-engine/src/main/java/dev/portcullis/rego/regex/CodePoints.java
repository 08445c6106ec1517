package dev.portcullis.rego.regex;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An immutable set of code points, as sorted ranges that neither touch nor overlap. */
final class CodePoints {
  static final int MAX = Character.MAX_CODE_POINT;
  static final CodePoints NONE = new CodePoints(new int[0]);
  static final CodePoints ALL = range(0, MAX);
  static final CodePoints NOT_NEWLINE = range('\n', '\n').negated();
  static final CodePoints DIGIT = range('0', '9');
  static final CodePoints WORD =
      builder().add('0', '9').add('A', 'Z').add('_', '_').add('a', 'z').build();
  static final CodePoints SPACE = builder().add('\t', '\n').add('\f', '\r').add(' ', ' ').build();

  private final int[] bounds;

  private CodePoints(int[] bounds) {
    this.bounds = bounds;
  }

  static CodePoints range(int low, int high) {
    return new CodePoints(new int[] {low, high});
  }

  static Builder builder() {
    return new Builder();
  }

  /** Returns the number of ranges. */
  int ranges() {
    return bounds.length / 2;
  }

  int low(int range) {
    return bounds[2 * range];
  }

  int high(int range) {
    return bounds[2 * range + 1];
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  /** Returns the only element, or -1 if there is none or more than one. */
  int single() {
    return bounds.length == 2 && bounds[0] == bounds[1] ? bounds[0] : -1;
  }

  boolean contains(int c) {
    int at = Arrays.binarySearch(bounds, c);
    // A bound itself is inside; an insertion point of odd rank lies within a range.
    return at >= 0 || ((-at - 1) & 1) == 1;
  }

  CodePoints negated() {
    Builder out = builder();
    int next = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      if (bounds[i] > next) {
        out.add(next, bounds[i] - 1);
      }
      next = bounds[i + 1] + 1;
    }
    if (next <= MAX) {
      out.add(next, MAX);
    }
    return out.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CodePoints that && Arrays.equals(bounds, that.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }

  /** Collects ranges in any order. */
  static final class Builder {
    private long[] ranges = new long[4];
    private int size;

    Builder add(int low, int high) {
      if (size == ranges.length) {
        ranges = Arrays.copyOf(ranges, 2 * size);
      }
      ranges[size++] = (long) low << 32 | high;
      return this;
    }

    Builder add(CodePoints set) {
      for (int i = 0; i < set.ranges(); i++) {
        add(set.low(i), set.high(i));
      }
      return this;
    }

    CodePoints build() {
      Arrays.sort(ranges, 0, size);
      int[] out = new int[2 * size];
      int n = 0;
      for (int i = 0; i < size; i++) {
        int low = (int) (ranges[i] >> 32);
        int high = (int) ranges[i];
        if (n > 0 && low <= out[n - 1] + 1) {
          out[n - 1] = Math.max(out[n - 1], high);
        } else {
          out[n++] = low;
          out[n++] = high;
        }
      }
      return new CodePoints(Arrays.copyOf(out, n));
    }
  }
}
