package dev.portcullis.builtins;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A block of addresses.
 *
 * @param address the address as it was written, which may be any in the block
 * @param prefix the number of leading bits that its addresses share
 */
record Cidr(IpAddress address, int prefix) {

  /** Returns the block that {@code text} spells, such as {@code 10.0.0.0/8}, or {@code null}. */
  static @Nullable Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    IpAddress address = IpAddress.parse(text.substring(0, slash));
    String length = text.substring(slash + 1);
    boolean digits = !length.isEmpty() && length.chars().allMatch(c -> c >= '0' && c <= '9');
    if (address == null || !digits) {
      return null;
    }
    BigInteger prefix = new BigInteger(length.length() > 9 ? "999" : length);
    return prefix.intValue() > address.bits() ? null : new Cidr(address, prefix.intValue());
  }

  private BigInteger hosts() {
    return BigInteger.ONE.shiftLeft(address.bits() - prefix).subtract(BigInteger.ONE);
  }

  /** Returns the first address. */
  IpAddress first() {
    return IpAddress.of(address.number().andNot(hosts()), address.bits());
  }

  /** Returns the last address. */
  IpAddress last() {
    return IpAddress.of(address.number().or(hosts()), address.bits());
  }

  /** Returns whether {@code other} is in the block; IPv4 in IPv6 form counts as IPv4. */
  boolean contains(IpAddress other) {
    IpAddress mine = first().unmapped();
    IpAddress theirs = other.unmapped();
    if (mine.bits() != theirs.bits()) {
      return false;
    }
    int shift = address.bits() - prefix;
    return mine.number().shiftRight(shift).equals(theirs.number().shiftRight(shift));
  }

  /** Returns whether the whole of {@code other} is in the block. */
  boolean contains(Cidr other) {
    return contains(other.first()) && contains(other.last());
  }

  @Override
  public String toString() {
    IpAddress network = address.unmapped();
    int hidden = address.bits() - network.bits();
    return network + "/" + Math.max(0, prefix - hidden);
  }
}
