package dev.portcullis.builtins.ext.crypto;

import java.io.ByteArrayOutputStream;

/** Writes the few DER structures that keys and signatures need. */
public final class DerWriter {
  private DerWriter() {}

  /** Returns an element with the tag and the concatenated contents. */
  public static byte[] tagged(int tag, byte[]... contents) {
    int length = 0;
    for (byte[] content : contents) {
      length += content.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      int bytes = (32 - Integer.numberOfLeadingZeros(length) + 7) / 8;
      out.write(0x80 | bytes);
      for (int i = bytes - 1; i >= 0; i--) {
        out.write(length >> 8 * i);
      }
    }
    for (byte[] content : contents) {
      out.writeBytes(content);
    }
    return out.toByteArray();
  }
}
