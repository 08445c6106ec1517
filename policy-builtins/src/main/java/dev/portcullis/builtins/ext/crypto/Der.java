package dev.portcullis.builtins.ext.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One element of DER-encoded ASN.1. Contents are read on demand and every length is checked against
 * the enclosing element.
 */
public final class Der {
  /** Universal tags, with the bit of constructed types where it belongs. */
  public static final int BOOLEAN = 0x01;

  public static final int INTEGER = 0x02;
  public static final int BIT_STRING = 0x03;
  public static final int OCTET_STRING = 0x04;
  public static final int OID = 0x06;
  public static final int UTC_TIME = 0x17;
  public static final int GENERALIZED_TIME = 0x18;
  public static final int SEQUENCE = 0x30;
  public static final int SET = 0x31;

  private final byte[] data;
  private final int start;
  private final int content;
  private final int end;

  private Der(byte[] data, int start, int content, int end) {
    this.data = data;
    this.start = start;
    this.content = content;
    this.end = end;
  }

  /** Says that bytes are not the DER that was expected. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates an exception. */
    public Malformed(String message) {
      super(message, null, false, false);
    }

    /** Returns why. */
    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** Returns the single element that {@code data} holds. */
  public static Der of(byte[] data) throws Malformed {
    Der element = at(data, 0, data.length);
    if (element.end != data.length) {
      throw new Malformed("trailing data");
    }
    return element;
  }

  /** Returns the elements that follow one another in {@code data}. */
  public static List<Der> allOf(byte[] data) throws Malformed {
    return range(data, 0, data.length);
  }

  private static List<Der> range(byte[] data, int from, int to) throws Malformed {
    List<Der> elements = new ArrayList<>();
    for (int at = from; at < to; ) {
      Der element = at(data, at, to);
      elements.add(element);
      at = element.end;
    }
    return elements;
  }

  private static Der at(byte[] data, int from, int limit) throws Malformed {
    if (from + 2 > limit || (data[from] & 0x1F) == 0x1F) {
      throw new Malformed("structure error");
    }
    int length = data[from + 1] & 0xFF;
    int content = from + 2;
    if (length >= 0x80) {
      int bytes = length & 0x7F;
      if (bytes == 0 || bytes > 4 || content + bytes > limit) {
        throw new Malformed("structure error");
      }
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = length << 8 | (data[content++] & 0xFF);
      }
    }
    if (length < 0 || length > limit - content) {
      throw new Malformed("structure error");
    }
    return new Der(data, from, content, content + length);
  }

  /** Returns the tag byte. */
  public int tag() {
    return data[start] & 0xFF;
  }

  /** Returns whether this is the context-specific element {@code number}, of either form. */
  public boolean isContext(int number) {
    return (tag() & 0xDF) == (0x80 | number);
  }

  /** Returns the whole encoding. */
  public byte[] encoded() {
    return Arrays.copyOfRange(data, start, end);
  }

  /** Returns the content. */
  public byte[] content() {
    return Arrays.copyOfRange(data, content, end);
  }

  /** Returns the content as ASCII text. */
  public String ascii() {
    return new String(data, content, end - content, StandardCharsets.ISO_8859_1);
  }

  /** Returns the elements within the content. */
  public List<Der> elements() throws Malformed {
    return range(data, content, end);
  }

  /** Returns the elements within, if this has the tag. */
  public List<Der> elements(int tag) throws Malformed {
    return expect(tag).elements();
  }

  /** Returns this if it has the tag. */
  public Der expect(int tag) throws Malformed {
    if (tag() != tag) {
      throw new Malformed("structure error: tags don't match");
    }
    return this;
  }

  /** Returns an integer. */
  public BigInteger integer() throws Malformed {
    expect(INTEGER);
    if (content == end) {
      throw new Malformed("structure error: empty integer");
    }
    return new BigInteger(content());
  }

  /** Returns a small integer. */
  public int smallInteger() throws Malformed {
    BigInteger value = integer();
    if (value.bitLength() > 31) {
      throw new Malformed("structure error: integer too large");
    }
    return value.intValue();
  }

  /** Returns a boolean. */
  public boolean bool() throws Malformed {
    expect(BOOLEAN);
    if (end - content != 1) {
      throw new Malformed("structure error: invalid boolean");
    }
    return data[content] != 0;
  }

  /** Returns the bytes of a bit string, without the count of unused bits. */
  public byte[] bits() throws Malformed {
    expect(BIT_STRING);
    if (content == end) {
      throw new Malformed("structure error: empty bit string");
    }
    return Arrays.copyOfRange(data, content + 1, end);
  }

  /** Returns the numbers of an object identifier. */
  public List<BigInteger> oid() throws Malformed {
    expect(OID);
    return oidContent();
  }

  private List<BigInteger> oidContent() throws Malformed {
    List<BigInteger> numbers = new ArrayList<>();
    int from = content;
    for (int at = content; at < end; at++) {
      if ((data[at] & 0x80) == 0) {
        numbers.add(base128(from, at + 1));
        from = at + 1;
      }
    }
    if (from != end || numbers.isEmpty() || end - content > 256) {
      throw new Malformed("structure error: invalid object identifier");
    }
    BigInteger first = numbers.get(0);
    int root = Math.min(2, first.divide(BigInteger.valueOf(40)).intValue());
    numbers.set(0, first.subtract(BigInteger.valueOf(40L * root)));
    numbers.add(0, BigInteger.valueOf(root));
    return numbers;
  }

  private BigInteger base128(int from, int to) {
    BigInteger number = BigInteger.ZERO;
    for (int i = from; i < to; i++) {
      number = number.shiftLeft(7).or(BigInteger.valueOf(data[i] & 0x7F));
    }
    return number;
  }

  /** Returns an object identifier as text, such as {@code 2.5.29.15}. */
  public String oidText() throws Malformed {
    StringBuilder out = new StringBuilder();
    for (BigInteger number : oid()) {
      if (out.length() > 0) {
        out.append('.');
      }
      out.append(number);
    }
    return out.toString();
  }
}
