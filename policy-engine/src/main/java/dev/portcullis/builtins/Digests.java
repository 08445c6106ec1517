package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Digests and message authentication codes. */
public final class Digests implements BuiltinProvider {
  private static final int INNER_PAD = 0x36;
  private static final int OUTER_PAD = 0x5c;

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("crypto.md5")
              .doc(
                  "Returns a string representing the input string hashed with "
                      + "the MD5 function")
              .arg("x", RegoType.STRING, "input string")
              .result("y", RegoType.STRING, "MD5-hash of `x`")
              .body(Operand.STRING, (ctx, x) -> digest("MD5", x)),
          Builtin.named("crypto.sha1")
              .doc(
                  "Returns a string representing the input string hashed with "
                      + "the SHA1 function")
              .arg("x", RegoType.STRING, "input string")
              .result("y", RegoType.STRING, "SHA1-hash of `x`")
              .body(Operand.STRING, (ctx, x) -> digest("SHA-1", x)),
          Builtin.named("crypto.sha256")
              .doc(
                  "Returns a string representing the input string hashed with "
                      + "the SHA256 function")
              .arg("x", RegoType.STRING, "input string")
              .result("y", RegoType.STRING, "SHA256-hash of `x`")
              .body(Operand.STRING, (ctx, x) -> digest("SHA-256", x)),
          Builtin.named("crypto.hmac.md5")
              .doc(
                  "Returns a string representing the MD5 HMAC of the input "
                      + "message using the input key.")
              .arg("x", RegoType.STRING, "input string")
              .arg("key", RegoType.STRING, "key to use")
              .result("y", RegoType.STRING, "MD5-HMAC of `x`")
              .body(Operand.STRING, Operand.STRING, (ctx, x, key) -> hmac("MD5", 64, x, key)),
          Builtin.named("crypto.hmac.sha1")
              .doc(
                  "Returns a string representing the SHA1 HMAC of the input "
                      + "message using the input key.")
              .arg("x", RegoType.STRING, "input string")
              .arg("key", RegoType.STRING, "key to use")
              .result("y", RegoType.STRING, "SHA1-HMAC of `x`")
              .body(Operand.STRING, Operand.STRING, (ctx, x, key) -> hmac("SHA-1", 64, x, key)),
          Builtin.named("crypto.hmac.sha256")
              .doc(
                  "Returns a string representing the SHA256 HMAC of the input "
                      + "message using the input key.")
              .arg("x", RegoType.STRING, "input string")
              .arg("key", RegoType.STRING, "key to use")
              .result("y", RegoType.STRING, "SHA256-HMAC of `x`")
              .body(Operand.STRING, Operand.STRING, (ctx, x, key) -> hmac("SHA-256", 64, x, key)),
          Builtin.named("crypto.hmac.sha512")
              .doc(
                  "Returns a string representing the SHA512 HMAC of the input "
                      + "message using the input key.")
              .arg("x", RegoType.STRING, "input string")
              .arg("key", RegoType.STRING, "key to use")
              .result("y", RegoType.STRING, "SHA512-HMAC of `x`")
              .body(Operand.STRING, Operand.STRING, (ctx, x, key) -> hmac("SHA-512", 128, x, key)),
          Builtin.named("crypto.hmac.equal")
              .doc(
                  "Returns a boolean representing the result of comparing two "
                      + "MACs for equality without leaking timing information.")
              .arg("mac1", RegoType.STRING, "mac1 to compare")
              .arg("mac2", RegoType.STRING, "mac2 to compare")
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "`true` if the MACs are equals, `false` " + "otherwise")
              .body(
                  Operand.STRING,
                  Operand.STRING,
                  (ctx, a, b) -> BooleanValue.of(MessageDigest.isEqual(a.toUtf8(), b.toUtf8()))));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Value digest(String algorithm, StringValue message) {
    return hex(of(algorithm).digest(message.toUtf8()));
  }

  /** RFC 2104, written out because the JDK's own refuses the empty key that policies may give. */
  private static Value hmac(String algorithm, int block, StringValue message, StringValue secret) {
    MessageDigest digest = of(algorithm);
    byte[] key = secret.toUtf8();
    byte[] padded = Arrays.copyOf(key.length > block ? digest.digest(key) : key, block);
    byte[] inner = xor(padded, INNER_PAD);
    byte[] outer = xor(padded, OUTER_PAD);
    digest.update(inner);
    byte[] hash = digest.digest(message.toUtf8());
    digest.update(outer);
    return hex(digest.digest(hash));
  }

  private static byte[] xor(byte[] bytes, int pad) {
    byte[] result = bytes.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= (byte) pad;
    }
    return result;
  }

  private static Value hex(byte[] bytes) {
    return StringValue.of(HexFormat.of().formatHex(bytes));
  }

  private static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }
}
