package dev.portcullis.builtins.ext.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Makes the JDK's keys from numbers and bytes. */
public final class KeyPairs {
  /** What a public RSA operation may cost: larger moduli are refused. */
  static final int MAX_MODULUS_BITS = 16_384;

  private static final byte[] ED25519_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] ED25519_PRIVATE =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private KeyPairs() {}

  /** Returns the RSA key of a modulus and an exponent. */
  public static PublicKey rsa(BigInteger modulus, BigInteger exponent)
      throws GeneralSecurityException {
    if (modulus.bitLength() > MAX_MODULUS_BITS || exponent.bitLength() > 31) {
      throw new GeneralSecurityException("RSA key too large");
    }
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  /**
   * Returns the parameters of a curve.
   *
   * @param curve the name in JSON Web Keys, such as {@code P-256}
   */
  public static ECParameterSpec curve(String curve) throws GeneralSecurityException {
    String name =
        switch (curve) {
          case "P-224" -> "secp224r1";
          case "P-256" -> "secp256r1";
          case "P-384" -> "secp384r1";
          case "P-521" -> "secp521r1";
          default -> throw new GeneralSecurityException("unsupported curve " + curve);
        };
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  /** Returns the elliptic-curve key at a point, which must be on the curve. */
  public static PublicKey ec(ECParameterSpec curve, BigInteger x, BigInteger y)
      throws GeneralSecurityException {
    requireOnCurve(curve.getCurve(), x, y);
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
  }

  /** Returns the private elliptic-curve key of a number. */
  public static PrivateKey ecPrivate(ECParameterSpec curve, BigInteger d)
      throws GeneralSecurityException {
    return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(d, curve));
  }

  /** Returns how many bytes a coordinate of the key's curve takes. */
  public static int coordinateBytes(ECPublicKey key) {
    return coordinateBytes(key.getParams());
  }

  /** Returns how many bytes a coordinate of the curve takes. */
  public static int coordinateBytes(ECParameterSpec curve) {
    return (curve.getCurve().getField().getFieldSize() + 7) / 8;
  }

  /** Returns the Ed25519 key of its 32 bytes. */
  public static PublicKey ed25519(byte[] bytes) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(prefixed(ED25519_PUBLIC, bytes)));
  }

  /** Returns the private Ed25519 key of its seed of 32 bytes. */
  public static PrivateKey ed25519Private(byte[] seed) throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new PKCS8EncodedKeySpec(prefixed(ED25519_PRIVATE, seed)));
  }

  /** Returns the Ed25519 key that belongs to a seed of 32 bytes. */
  public static PublicKey ed25519Public(byte[] seed) throws GeneralSecurityException {
    if (seed.length != 32) {
      throw new GeneralSecurityException("an Ed25519 key has 32 bytes");
    }
    // The generator draws the seed from its source of randomness and derives the point.
    KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
    generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
    return generator.generateKeyPair().getPublic();
  }

  /** A source of randomness that gives the bytes that it was made with. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    Fixed(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, Math.min(bytes.length, target.length));
    }
  }

  /** Returns the key's 32 bytes. */
  public static byte[] ed25519Bytes(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  private static byte[] prefixed(byte[] prefix, byte[] bytes) throws GeneralSecurityException {
    if (bytes.length != 32) {
      throw new GeneralSecurityException("an Ed25519 key has 32 bytes");
    }
    byte[] all = java.util.Arrays.copyOf(prefix, prefix.length + 32);
    System.arraycopy(bytes, 0, all, prefix.length, 32);
    return all;
  }

  private static void requireOnCurve(EllipticCurve curve, BigInteger x, BigInteger y)
      throws GeneralSecurityException {
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    BigInteger right = x.pow(2).add(curve.getA()).multiply(x).add(curve.getB()).mod(p);
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right)) {
      throw new GeneralSecurityException("invalid elliptic curve point");
    }
  }
}
