package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.CurvePoints;
import dev.portcullis.builtins.ext.crypto.Der;
import dev.portcullis.builtins.ext.crypto.KeyPairs;
import dev.portcullis.builtins.ext.text.GoBase64;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A private key as it was read. */
sealed interface PrivateKeyData {

  /** Returns the key in the shape of Go's type. */
  Value toGo();

  /** Returns the key as a JSON Web Key. */
  Value toJwk();

  /** Returns the public half. */
  PublicKey publicKey() throws GeneralSecurityException;

  /** Reads a key in PKCS #1. */
  static PrivateKeyData pkcs1(byte[] data) throws Der.Malformed {
    List<BigInteger> numbers = new ArrayList<>();
    List<Der> parts = Der.of(data).elements(Der.SEQUENCE);
    for (int i = 0; i < Math.min(9, parts.size()); i++) {
      numbers.add(parts.get(i).integer());
    }
    boolean complete = numbers.size() >= 6 && numbers.get(0).signum() == 0;
    if (!complete || numbers.stream().skip(1).anyMatch(number -> number.signum() <= 0)) {
      throw new Der.Malformed("failed to parse private key");
    }
    Rsa key =
        new Rsa(numbers.get(1), numbers.get(2), numbers.get(3), numbers.get(4), numbers.get(5));
    if (!key.p.multiply(key.q).equals(key.n)) {
      throw new Der.Malformed("crypto/rsa: p * q != n");
    }
    return key;
  }

  /** Reads a key in PKCS #8. */
  static PrivateKeyData pkcs8(byte[] data) throws Der.Malformed {
    List<Der> parts = Der.of(data).elements(Der.SEQUENCE);
    if (parts.size() < 3) {
      throw new Der.Malformed("failed to parse private key");
    }
    List<Der> algorithm = parts.get(1).elements(Der.SEQUENCE);
    byte[] key = parts.get(2).expect(Der.OCTET_STRING).content();
    return switch (algorithm.isEmpty() ? "" : algorithm.get(0).oidText()) {
      case "1.2.840.113549.1.1.1" -> pkcs1(key);
      case "1.2.840.10045.2.1" -> sec1(key, algorithm.size() < 2 ? "" : algorithm.get(1).oidText());
      case "1.3.101.112" -> new Edwards(Der.of(key).expect(Der.OCTET_STRING).content());
      default ->
          throw new Der.Malformed("PKCS#8 wrapping contained private key with unknown algorithm");
    };
  }

  /**
   * Reads an elliptic-curve key.
   *
   * @param curve the curve's identifier if it is known from elsewhere, or empty
   */
  static PrivateKeyData sec1(byte[] data, String curve) throws Der.Malformed {
    List<Der> parts = Der.of(data).elements(Der.SEQUENCE);
    if (parts.size() < 2 || parts.get(0).smallInteger() != 1) {
      throw new Der.Malformed("failed to parse EC private key");
    }
    String oid = curve;
    for (Der part : parts) {
      if (oid.isEmpty() && part.tag() == 0xA0 && part.elements().size() == 1) {
        oid = part.elements().get(0).oidText();
      }
    }
    BigInteger d = new BigInteger(1, parts.get(1).expect(Der.OCTET_STRING).content());
    String name = PublicKeyInfo.curve(oid);
    try {
      ECParameterSpec spec = KeyPairs.curve(name);
      if (d.signum() == 0 || d.compareTo(spec.getOrder()) >= 0) {
        throw new Der.Malformed("invalid elliptic curve private key value");
      }
      return new Elliptic(name, spec, d, CurvePoints.multiply(spec, d));
    } catch (GeneralSecurityException e) {
      throw new Der.Malformed("unknown elliptic curve");
    }
  }

  /**
   * An RSA key of two primes.
   *
   * @param n the modulus
   * @param e the public exponent
   * @param d the private exponent
   * @param p a prime
   * @param q the other
   */
  record Rsa(BigInteger n, BigInteger e, BigInteger d, BigInteger p, BigInteger q)
      implements PrivateKeyData {
    private BigInteger dp() {
      return d.mod(p.subtract(BigInteger.ONE));
    }

    private BigInteger dq() {
      return d.mod(q.subtract(BigInteger.ONE));
    }

    @Override
    public Value toGo() {
      return ObjectValue.builder()
          .put("N", NumberValue.of(n))
          .put("E", NumberValue.of(e))
          .put("D", NumberValue.of(d))
          .put("Primes", ArrayValue.of(NumberValue.of(p), NumberValue.of(q)))
          .put(
              "Precomputed",
              ObjectValue.builder()
                  .put("Dp", NumberValue.of(dp()))
                  .put("Dq", NumberValue.of(dq()))
                  .put("Qinv", NumberValue.of(q.modInverse(p)))
                  .put("CRTValues", ArrayValue.EMPTY)
                  .build())
          .build();
    }

    @Override
    public Value toJwk() {
      return ObjectValue.builder(9)
          .put("kty", StringValue.of("RSA"))
          .put("n", number(n))
          .put("e", number(e))
          .put("d", number(d))
          .put("p", number(p))
          .put("q", number(q))
          .put("dp", number(dp()))
          .put("dq", number(dq()))
          .put("qi", number(q.modInverse(p)))
          .build();
    }

    private static Value number(BigInteger number) {
      return fixed(number, (number.bitLength() + 7) / 8);
    }

    @Override
    public PublicKey publicKey() throws GeneralSecurityException {
      return KeyPairs.rsa(n, e);
    }
  }

  /**
   * A key on a curve.
   *
   * @param name the curve's name
   * @param curve the curve
   * @param d the number
   * @param point its point
   */
  record Elliptic(String name, ECParameterSpec curve, BigInteger d, ECPoint point)
      implements PrivateKeyData {
    @Override
    public Value toGo() {
      return ObjectValue.builder()
          .put("Curve", ObjectValue.EMPTY)
          .put("X", NumberValue.of(point.getAffineX()))
          .put("Y", NumberValue.of(point.getAffineY()))
          .put("D", NumberValue.of(d))
          .build();
    }

    @Override
    public Value toJwk() {
      int size = KeyPairs.coordinateBytes(curve);
      return ObjectValue.builder(5)
          .put("kty", StringValue.of("EC"))
          .put("crv", StringValue.of(name))
          .put("x", fixed(point.getAffineX(), size))
          .put("y", fixed(point.getAffineY(), size))
          .put("d", fixed(d, size))
          .build();
    }

    @Override
    public PublicKey publicKey() throws GeneralSecurityException {
      return KeyPairs.ec(curve, point.getAffineX(), point.getAffineY());
    }
  }

  /**
   * An Ed25519 key.
   *
   * @param seed its 32 bytes
   */
  record Edwards(byte[] seed) implements PrivateKeyData {
    private byte[] publicBytes() {
      try {
        return KeyPairs.ed25519Bytes(publicKey());
      } catch (GeneralSecurityException e) {
        return new byte[0];
      }
    }

    @Override
    public Value toGo() {
      byte[] both = Arrays.copyOf(seed, seed.length + 32);
      byte[] point = publicBytes();
      System.arraycopy(point, 0, both, seed.length, point.length);
      return GoValues.bytes(both);
    }

    @Override
    public Value toJwk() {
      return ObjectValue.builder(4)
          .put("kty", StringValue.of("OKP"))
          .put("crv", StringValue.of("Ed25519"))
          .put("x", StringValue.of(GoBase64.encodeUrl(publicBytes())))
          .put("d", StringValue.of(GoBase64.encodeUrl(seed)))
          .build();
    }

    @Override
    public PublicKey publicKey() throws GeneralSecurityException {
      return KeyPairs.ed25519Public(seed);
    }
  }

  private static Value fixed(BigInteger number, int size) {
    byte[] bytes = number.toByteArray();
    byte[] out = new byte[size];
    int count = Math.min(bytes.length, size);
    System.arraycopy(bytes, bytes.length - count, out, size - count, count);
    return StringValue.of(GoBase64.encodeUrl(out));
  }
}
