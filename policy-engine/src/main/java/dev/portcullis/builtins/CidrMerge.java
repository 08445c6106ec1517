package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinContext;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges blocks of addresses that overlap or follow each other. */
final class CidrMerge {
  private static final BigInteger V4_PREFIX = BigInteger.valueOf(0xFFFF).shiftLeft(32);
  private static final BigInteger V4_LAST =
      V4_PREFIX.or(BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE));

  private CidrMerge() {}

  /**
   * A range of addresses as numbers of 128 bits, IPv4 in its IPv6 form.
   *
   * @param only the block that the range is, if it was not merged
   */
  private record Range(BigInteger first, BigInteger last, @Nullable Cidr only) {
    static Range of(Cidr block) {
      return new Range(wide(block.first()), wide(block.last()), block);
    }

    private static BigInteger wide(IpAddress address) {
      return address.isV4() ? V4_PREFIX.or(address.number()) : address.number();
    }

    boolean follows(Range previous) {
      boolean lowest = first.signum() == 0 || first.equals(V4_PREFIX);
      BigInteger before = lowest ? first : first.subtract(BigInteger.ONE);
      return before.compareTo(previous.last) <= 0;
    }

    Range with(Range previous) {
      return new Range(first.min(previous.first), last, null);
    }

    /** Returns the fewest blocks that make up the range. */
    List<Cidr> blocks() {
      if (only != null) {
        return List.of(only);
      }
      boolean v4 = first.compareTo(V4_PREFIX) >= 0 && last.compareTo(V4_LAST) <= 0;
      int bits = v4 ? 32 : 128;
      List<Cidr> result = new ArrayList<>();
      BigInteger at = first;
      while (at.compareTo(last) <= 0) {
        int size = at.signum() == 0 ? bits : Math.min(bits, at.getLowestSetBit());
        while (at.add(BigInteger.ONE.shiftLeft(size)).subtract(BigInteger.ONE).compareTo(last)
            > 0) {
          size--;
        }
        result.add(new Cidr(IpAddress.of(at, bits), bits - size));
        at = at.add(BigInteger.ONE.shiftLeft(size));
      }
      return result;
    }
  }

  static List<Cidr> merge(BuiltinContext context, List<Cidr> blocks) {
    List<Range> ranges = new ArrayList<>();
    blocks.forEach(block -> ranges.add(Range.of(block)));
    ranges.sort(Comparator.comparing(Range::last).thenComparing(Range::first));
    List<Cidr> result = new ArrayList<>();
    Range current = null;
    for (int i = ranges.size() - 1; i >= 0; i--) {
      context.tick(1);
      Range previous = ranges.get(i);
      if (current == null) {
        current = previous;
      } else if (current.follows(previous)) {
        current = current.with(previous);
      } else {
        result.addAll(current.blocks());
        current = previous;
      }
    }
    if (current != null) {
      result.addAll(current.blocks());
    }
    return result;
  }
}
