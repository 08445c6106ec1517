package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import dev.portcullis.builtins.ext.crypto.KeyPairs;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The public key of a certificate.
 *
 * @param encoded its encoding
 * @param algorithm Go's number of the algorithm: 1 RSA, 2 DSA, 3 ECDSA, 4 Ed25519, 0 any other
 * @param key the key, if the algorithm is known
 * @param json the key in the shape of Go's type
 */
record PublicKeyInfo(byte[] encoded, int algorithm, @Nullable PublicKey key, Value json) {

  /** Reads a SubjectPublicKeyInfo. */
  static PublicKeyInfo of(Der info) throws Der.Malformed {
    List<Der> parts = info.elements(Der.SEQUENCE);
    if (parts.size() < 2) {
      throw new Der.Malformed("malformed subjectPublicKeyInfo");
    }
    List<Der> algorithm = parts.get(0).elements(Der.SEQUENCE);
    if (algorithm.isEmpty()) {
      throw new Der.Malformed("malformed public key algorithm identifier");
    }
    byte[] bits = parts.get(1).bits();
    byte[] encoded = info.encoded();
    try {
      return switch (algorithm.get(0).oidText()) {
        case "1.2.840.113549.1.1.1" -> rsa(encoded, bits);
        case "1.2.840.10045.2.1" -> ec(encoded, algorithm, bits);
        case "1.3.101.112" ->
            new PublicKeyInfo(encoded, 4, KeyPairs.ed25519(bits), GoValues.bytes(bits));
        case "1.2.840.10040.4.1" -> new PublicKeyInfo(encoded, 2, null, NullValue.NULL);
        default -> new PublicKeyInfo(encoded, 0, null, NullValue.NULL);
      };
    } catch (GeneralSecurityException e) {
      throw new Der.Malformed("invalid public key: " + e.getMessage());
    }
  }

  private static PublicKeyInfo rsa(byte[] encoded, byte[] bits)
      throws Der.Malformed, GeneralSecurityException {
    List<Der> numbers = Der.of(bits).elements(Der.SEQUENCE);
    if (numbers.size() < 2) {
      throw new Der.Malformed("invalid RSA public key");
    }
    BigInteger modulus = numbers.get(0).integer();
    BigInteger exponent = numbers.get(1).integer();
    if (modulus.signum() <= 0 || exponent.signum() <= 0) {
      throw new Der.Malformed("RSA modulus or exponent is not a positive number");
    }
    Value json =
        ObjectValue.builder()
            .put("N", NumberValue.of(modulus))
            .put("E", NumberValue.of(exponent))
            .build();
    return new PublicKeyInfo(encoded, 1, KeyPairs.rsa(modulus, exponent), json);
  }

  private static PublicKeyInfo ec(byte[] encoded, List<Der> algorithm, byte[] bits)
      throws Der.Malformed, GeneralSecurityException {
    if (algorithm.size() < 2) {
      throw new Der.Malformed("invalid ECDSA parameters");
    }
    String curve = curve(algorithm.get(1).oidText());
    int size = (bits.length - 1) / 2;
    if (bits.length < 3 || bits[0] != 4 || bits.length != 2 * size + 1) {
      throw new Der.Malformed("failed to unmarshal elliptic curve point");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(bits, 1, 1 + size));
    BigInteger y = new BigInteger(1, Arrays.copyOfRange(bits, 1 + size, bits.length));
    PublicKey key = KeyPairs.ec(KeyPairs.curve(curve), x, y);
    return new PublicKeyInfo(encoded, 3, key, ecJson((ECPublicKey) key));
  }

  /** Returns the key in the shape of Go's {@code ecdsa.PublicKey}. */
  static ObjectValue ecJson(ECPublicKey key) {
    return ObjectValue.builder()
        .put("Curve", ObjectValue.EMPTY)
        .put("X", NumberValue.of(key.getW().getAffineX()))
        .put("Y", NumberValue.of(key.getW().getAffineY()))
        .build();
  }

  /** Returns the short name of a curve. */
  static String curve(String oid) throws Der.Malformed {
    return switch (oid) {
      case "1.3.132.0.33" -> "P-224";
      case "1.2.840.10045.3.1.7" -> "P-256";
      case "1.3.132.0.34" -> "P-384";
      case "1.3.132.0.35" -> "P-521";
      default -> throw new Der.Malformed("unsupported elliptic curve");
    };
  }
}
