package dev.portcullis.builtins.ext.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and message authentication codes. */
public final class Digests {
  private Digests() {}

  /** Returns a digest that every JDK has. */
  public static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Returns the HMAC of {@code message}.
   *
   * @param digest the digest's name, such as {@code SHA-256}
   * @param key a key of any length, even empty
   */
  public static byte[] hmac(String digest, byte[] key, byte[] message) {
    String name = "Hmac" + digest.replace("-", "");
    try {
      Mac mac = Mac.getInstance(name);
      // Keys are padded with zero bytes, so an empty key, which the JDK refuses, is one zero byte.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, name));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
