package dev.portcullis.builtins.ext.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Signs and verifies with asymmetric keys. */
public final class Signatures {
  /** Shorter RSA keys are insecure and Go's library refuses them. */
  private static final int MIN_MODULUS_BITS = 1024;

  private Signatures() {}

  /**
   * Returns whether {@code signature} is that of {@code message}. A key of the wrong kind verifies
   * nothing.
   */
  public static boolean verify(
      SignatureAlgorithm algorithm, PublicKey key, byte[] message, byte[] signature) {
    try {
      return switch (algorithm.family()) {
        case HMAC -> false;
        case RSA ->
            acceptable(key) instanceof RSAPublicKey rsa
                && jdk(algorithm.jdkName("RSA"), null, rsa, message, signature);
        case RSA_PSS ->
            acceptable(key) instanceof RSAPublicKey rsa
                && PssVerifier.verify(algorithm.digest(), rsa, message, signature);
        case ECDSA ->
            key instanceof ECPublicKey
                && jdk(algorithm.jdkName("ECDSA"), null, key, message, toDer(signature));
        case EDDSA -> key instanceof EdECPublicKey && jdk("Ed25519", null, key, message, signature);
      };
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Returns whether {@code signature} is that of {@code message} in exactly the form that the
   * standard prescribes: the salt of RSASSA-PSS as long as the digest, the halves of an ECDSA
   * signature as long as the curve's coordinates.
   */
  public static boolean verifyStrictly(
      SignatureAlgorithm algorithm, PublicKey key, byte[] message, byte[] signature) {
    boolean exact =
        switch (algorithm.family()) {
          case ECDSA ->
              key instanceof ECPublicKey ec && signature.length == 2 * KeyPairs.coordinateBytes(ec);
          case RSA_PSS ->
              acceptable(key) instanceof RSAPublicKey rsa
                  && digestLongSalt(algorithm.digest(), rsa, message, signature);
          case HMAC, RSA, EDDSA -> true;
        };
    return exact && verify(algorithm, key, message, signature);
  }

  private static boolean digestLongSalt(
      String digest, RSAPublicKey key, byte[] message, byte[] signature) {
    try {
      return jdk("RSASSA-PSS", pss(digest), key, message, signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * Returns the signature of {@code message} as tokens carry it.
   *
   * @throws GeneralSecurityException if the key does not fit the algorithm
   */
  public static byte[] sign(SignatureAlgorithm algorithm, PrivateKey key, byte[] message)
      throws GeneralSecurityException {
    String suffix =
        switch (algorithm.family()) {
          case RSA -> "RSA";
          case ECDSA -> "ECDSAinP1363Format";
          default -> "";
        };
    Signature signer =
        Signature.getInstance(
            switch (algorithm.family()) {
              case RSA, ECDSA -> algorithm.jdkName(suffix);
              case RSA_PSS -> "RSASSA-PSS";
              case EDDSA -> "Ed25519";
              case HMAC -> throw new GeneralSecurityException("no asymmetric algorithm");
            });
    if (algorithm.family() == SignatureAlgorithm.Family.RSA_PSS) {
      signer.setParameter(pss(algorithm.digest()));
    }
    signer.initSign(key);
    signer.update(message);
    return signer.sign();
  }

  /**
   * Verifies with a signature algorithm of the JDK.
   *
   * @param name the JDK's name
   * @param parameters its parameters, if it has any
   */
  public static boolean jdk(
      String name,
      @Nullable AlgorithmParameterSpec parameters,
      PublicKey key,
      byte[] message,
      byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(name);
    if (parameters != null) {
      verifier.setParameter(parameters);
    }
    verifier.initVerify(key);
    verifier.update(message);
    return verifier.verify(signature);
  }

  private static PSSParameterSpec pss(String digest) {
    return new PSSParameterSpec(
        digest,
        "MGF1",
        new MGF1ParameterSpec(digest),
        Digests.digest(digest).getDigestLength(),
        PSSParameterSpec.TRAILER_FIELD_BC);
  }

  private static @Nullable PublicKey acceptable(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      return bits >= MIN_MODULUS_BITS && bits <= KeyPairs.MAX_MODULUS_BITS ? key : null;
    }
    return null;
  }

  /** Returns the two halves of a token's signature as the DER sequence that the JDK takes. */
  private static byte[] toDer(byte[] signature) {
    int half = signature.length / 2;
    byte[] r = derInteger(Arrays.copyOf(signature, half));
    byte[] s = derInteger(Arrays.copyOfRange(signature, half, signature.length));
    return DerWriter.tagged(0x30, r, s);
  }

  private static byte[] derInteger(byte[] magnitude) {
    return DerWriter.tagged(0x02, new BigInteger(1, magnitude).toByteArray());
  }

  /**
   * Verifies RSASSA-PSS with a salt of any length, as Go does; the JDK wants to be told the length.
   */
  private static final class PssVerifier {
    private PssVerifier() {}

    static boolean verify(String digest, RSAPublicKey key, byte[] message, byte[] signature) {
      BigInteger modulus = key.getModulus();
      BigInteger s = new BigInteger(1, signature);
      if (signature.length != (modulus.bitLength() + 7) / 8 || s.compareTo(modulus) >= 0) {
        return false;
      }
      int bits = modulus.bitLength() - 1;
      byte @Nullable [] encoded = fixed(s.modPow(key.getPublicExponent(), modulus), (bits + 7) / 8);
      return encoded != null && matches(Digests.digest(digest), encoded, bits, message);
    }

    private static byte @Nullable [] fixed(BigInteger number, int length) {
      byte[] bytes = number.toByteArray();
      int from = bytes[0] == 0 ? 1 : 0;
      int size = bytes.length - from;
      if (size > length) {
        return null;
      }
      byte[] out = new byte[length];
      System.arraycopy(bytes, from, out, length - size, size);
      return out;
    }

    private static boolean matches(MessageDigest hash, byte[] encoded, int bits, byte[] message) {
      int size = hash.getDigestLength();
      int dbLength = encoded.length - size - 1;
      int unused = 8 * encoded.length - bits;
      boolean shaped =
          dbLength >= 1
              && encoded[encoded.length - 1] == (byte) 0xBC
              && (encoded[0] & 0xFF) >> (8 - unused) == 0;
      if (!shaped) {
        return false;
      }
      byte[] h = Arrays.copyOfRange(encoded, dbLength, dbLength + size);
      byte[] db = unmask(hash, Arrays.copyOf(encoded, dbLength), h);
      db[0] &= (byte) (0xFF >> unused);
      int salt = 0;
      while (salt < db.length && db[salt] == 0) {
        salt++;
      }
      if (salt == db.length || db[salt] != 1) {
        return false;
      }
      byte[] messageHash = hash.digest(message);
      hash.update(new byte[8]);
      hash.update(messageHash);
      hash.update(db, salt + 1, db.length - salt - 1);
      return MessageDigest.isEqual(h, hash.digest());
    }

    /** Returns {@code masked} exclusive-or the MGF1 mask of {@code seed}. */
    private static byte[] unmask(MessageDigest hash, byte[] masked, byte[] seed) {
      int at = 0;
      for (int counter = 0; at < masked.length; counter++) {
        hash.update(seed);
        hash.update(
            new byte[] {
              (byte) (counter >> 24), (byte) (counter >> 16), (byte) (counter >> 8), (byte) counter
            });
        for (byte b : hash.digest()) {
          if (at < masked.length) {
            masked[at++] ^= b;
          }
        }
      }
      return masked;
    }
  }
}
