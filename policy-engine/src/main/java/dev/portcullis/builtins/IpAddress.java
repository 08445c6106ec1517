package dev.portcullis.builtins;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An IP address, with Go's idea of its spelling. */
final class IpAddress {
  static final int V4_BYTES = 4;
  static final int V6_BYTES = 16;
  private static final int GROUPS = 8;

  private final byte[] bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the address of 4 or 16 bytes. */
  static IpAddress of(byte[] bytes) {
    return new IpAddress(bytes.clone());
  }

  /** Returns the address that {@code text} spells, or {@code null}. */
  static @Nullable IpAddress parse(String text) {
    byte[] bytes = text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
    return bytes == null ? null : new IpAddress(bytes);
  }

  private static byte @Nullable [] parseV4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != V4_BYTES) {
      return null;
    }
    byte[] bytes = new byte[V4_BYTES];
    for (int i = 0; i < V4_BYTES; i++) {
      String part = parts[i];
      boolean digits = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (!digits || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
        return null;
      }
      int value = Integer.parseInt(part);
      if (value > 255) {
        return null;
      }
      bytes[i] = (byte) value;
    }
    return bytes;
  }

  private static byte @Nullable [] parseV6(String text) {
    byte[] bytes = new byte[V6_BYTES];
    int gap = -1;
    int size = 0;
    String rest = text;
    if (rest.startsWith("::")) {
      gap = 0;
      rest = rest.substring(2);
    }
    while (!rest.isEmpty() && size < V6_BYTES) {
      int colon = rest.indexOf(':');
      String group = colon < 0 ? rest : rest.substring(0, colon);
      if (colon < 0 && group.indexOf('.') >= 0) {
        byte[] v4 = parseV4(group);
        if (v4 == null || size > V6_BYTES - V4_BYTES) {
          return null;
        }
        System.arraycopy(v4, 0, bytes, size, V4_BYTES);
        size += V4_BYTES;
        rest = "";
        break;
      }
      int value = hex(group);
      if (value < 0) {
        return null;
      }
      bytes[size++] = (byte) (value >> 8);
      bytes[size++] = (byte) value;
      if (colon < 0) {
        rest = "";
        break;
      }
      rest = rest.substring(colon + 1);
      if (rest.isEmpty()) {
        return null;
      }
      if (rest.charAt(0) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = size;
        rest = rest.substring(1);
      }
    }
    if (!rest.isEmpty() || (size < V6_BYTES) != (gap >= 0)) {
      return null;
    }
    if (gap >= 0) {
      int tail = size - gap;
      byte[] spread = new byte[V6_BYTES];
      System.arraycopy(bytes, 0, spread, 0, gap);
      System.arraycopy(bytes, gap, spread, V6_BYTES - tail, tail);
      return spread;
    }
    return bytes;
  }

  private static int hex(String group) {
    if (group.isEmpty() || group.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      char c = group.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** Returns the number of bits. */
  int bits() {
    return bytes.length * 8;
  }

  boolean isV4() {
    return bytes.length == V4_BYTES;
  }

  /** Returns the first byte, from 0 to 255. */
  int firstByte() {
    return bytes[0] & 0xFF;
  }

  /** Returns the address, and if it is an IPv4 address in IPv6 form then that. */
  IpAddress unmapped() {
    return isMapped() ? new IpAddress(Arrays.copyOfRange(bytes, 12, V6_BYTES)) : this;
  }

  private boolean isMapped() {
    if (isV4()) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[10] == -1 && bytes[11] == -1;
  }

  /** Returns the address as a number. */
  BigInteger number() {
    return new BigInteger(1, bytes);
  }

  /** Returns the address of so many bits that {@code number} stands for. */
  static IpAddress of(BigInteger number, int bits) {
    byte[] all = number.toByteArray();
    byte[] bytes = new byte[bits / 8];
    for (int i = 1; i <= Math.min(all.length, bytes.length); i++) {
      bytes[bytes.length - i] = all[all.length - i];
    }
    return new IpAddress(bytes);
  }

  /** Returns the text: an IPv4 address also where it is held in IPv6 form. */
  @Override
  public String toString() {
    IpAddress address = unmapped();
    return address.isV4() ? dotted(address.bytes) : groups(address.bytes);
  }

  private static String dotted(byte[] b) {
    return (b[0] & 0xFF) + "." + (b[1] & 0xFF) + "." + (b[2] & 0xFF) + "." + (b[3] & 0xFF);
  }

  private static String groups(byte[] b) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (b[2 * i] & 0xFF) << 8 | b[2 * i + 1] & 0xFF;
    }
    int gap = -1;
    int gapLength = 1;
    for (int i = 0; i < GROUPS; i++) {
      int length = 0;
      while (i + length < GROUPS && groups[i + length] == 0) {
        length++;
      }
      if (length > gapLength) {
        gap = i;
        gapLength = length;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        out.append("::");
        i += gapLength - 1;
      } else {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
          out.append(':');
        }
        out.append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
