package dev.portcullis.builtins.ext.jwt;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Digests;
import dev.portcullis.builtins.ext.crypto.KeyPairs;
import dev.portcullis.builtins.ext.crypto.SignatureAlgorithm;
import dev.portcullis.builtins.ext.crypto.Signatures;
import dev.portcullis.builtins.ext.text.GoBase64;
import dev.portcullis.builtins.ext.text.JsonReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that tokens are signed or verified with.
 *
 * @param algorithm the algorithm that it is for, or empty
 * @param id its id, or empty
 * @param publicKey its public half, if it has one
 * @param privateKey its private half, if it was given
 * @param secret its bytes, if it is symmetric
 */
public record JsonWebKey(
    String algorithm,
    String id,
    @Nullable PublicKey publicKey,
    @Nullable PrivateKey privateKey,
    byte @Nullable [] secret) {

  /** The algorithms of keys that sign no tokens: such keys are read and passed over. */
  private static final Set<String> FOR_OTHER_USES =
      Set.of(
          "ES256K",
          "none",
          "RSA1_5",
          "RSA-OAEP",
          "RSA-OAEP-256",
          "RSA-OAEP-384",
          "RSA-OAEP-512",
          "A128KW",
          "A192KW",
          "A256KW",
          "dir",
          "ECDH-ES",
          "ECDH-ES+A128KW",
          "ECDH-ES+A192KW",
          "ECDH-ES+A256KW",
          "A128GCMKW",
          "A192GCMKW",
          "A256GCMKW",
          "PBES2-HS256+A128KW",
          "PBES2-HS384+A192KW",
          "PBES2-HS512+A256KW",
          "A128GCM",
          "A192GCM",
          "A256GCM",
          "A128CBC-HS256",
          "A192CBC-HS384",
          "A256CBC-HS512");

  private static boolean isKnown(String algorithm) {
    return algorithm.isEmpty()
        || FOR_OTHER_USES.contains(algorithm)
        || SignatureAlgorithm.named(algorithm).isPresent();
  }

  /** Returns the key of a certificate or a PEM block. */
  static JsonWebKey ofPublic(PublicKey key) {
    return new JsonWebKey("", "", key, null, null);
  }

  /** Returns the symmetric key of a secret. */
  static JsonWebKey ofSecret(String secret) {
    return new JsonWebKey("", "", null, null, StringValue.of(secret).toUtf8());
  }

  /**
   * Reads a key or a key set.
   *
   * @throws BuiltinException if it is neither
   */
  public static List<JsonWebKey> parse(String json) {
    Value value;
    try {
      value = JsonReader.read(json);
    } catch (JsonReader.InvalidJson e) {
      throw failed(e.getMessage());
    }
    if (!(value instanceof ObjectValue object)) {
      throw failed("a key is a JSON object");
    }
    if (!(object.get("keys") instanceof ArrayValue keys)) {
      return List.of(of(object));
    }
    List<JsonWebKey> result = new ArrayList<>();
    for (Value key : keys) {
      if (!(key instanceof ObjectValue one)) {
        throw failed("a key is a JSON object");
      }
      result.add(of(one));
    }
    return result;
  }

  private static JsonWebKey of(ObjectValue key) {
    String kind = text(key, "kty");
    try {
      return switch (kind) {
        case "RSA" -> rsa(key);
        case "EC" -> ec(key);
        case "OKP" -> okp(key);
        case "oct" -> named(key, null, null, bytes(key, "k"));
        default -> throw failed("invalid key type from JSON (" + kind + ")");
      };
    } catch (GeneralSecurityException e) {
      throw failed(String.valueOf(e.getMessage()));
    }
  }

  private static JsonWebKey rsa(ObjectValue key) throws GeneralSecurityException {
    BigInteger n = number(key, "n");
    BigInteger e = number(key, "e");
    PublicKey publicKey = KeyPairs.rsa(n, e);
    if (key.get("d") == null) {
      return named(key, publicKey, null, null);
    }
    KeyFactory factory = KeyFactory.getInstance("RSA");
    BigInteger d = number(key, "d");
    boolean factored = key.get("p") != null && key.get("q") != null;
    if (!factored) {
      return named(key, publicKey, factory.generatePrivate(new RSAPrivateKeySpec(n, d)), null);
    }
    BigInteger p = number(key, "p");
    BigInteger q = number(key, "q");
    RSAPrivateCrtKeySpec spec =
        new RSAPrivateCrtKeySpec(
            n,
            e,
            d,
            p,
            q,
            d.mod(p.subtract(BigInteger.ONE)),
            d.mod(q.subtract(BigInteger.ONE)),
            inverse(q, p));
    return named(key, publicKey, factory.generatePrivate(spec), null);
  }

  private static BigInteger inverse(BigInteger q, BigInteger p) throws GeneralSecurityException {
    try {
      return q.modInverse(p);
    } catch (ArithmeticException e) {
      throw new GeneralSecurityException("invalid RSA primes");
    }
  }

  private static JsonWebKey ec(ObjectValue key) throws GeneralSecurityException {
    ECParameterSpec curve = KeyPairs.curve(text(key, "crv"));
    PublicKey publicKey = KeyPairs.ec(curve, number(key, "x"), number(key, "y"));
    PrivateKey privateKey =
        key.get("d") == null ? null : KeyPairs.ecPrivate(curve, number(key, "d"));
    return named(key, publicKey, privateKey, null);
  }

  private static JsonWebKey okp(ObjectValue key) throws GeneralSecurityException {
    if (!text(key, "crv").equals("Ed25519")) {
      throw new GeneralSecurityException("unsupported curve " + text(key, "crv"));
    }
    PublicKey publicKey = KeyPairs.ed25519(bytes(key, "x"));
    PrivateKey privateKey = key.get("d") == null ? null : KeyPairs.ed25519Private(bytes(key, "d"));
    return named(key, publicKey, privateKey, null);
  }

  private static JsonWebKey named(
      ObjectValue key,
      @Nullable PublicKey publicKey,
      @Nullable PrivateKey privateKey,
      byte @Nullable [] secret) {
    String algorithm = text(key, "alg");
    if (!isKnown(algorithm)) {
      throw failed("invalid key value: \"" + algorithm + "\": invalid key algorithm");
    }
    return new JsonWebKey(algorithm, text(key, "kid"), publicKey, privateKey, secret);
  }

  private static String text(ObjectValue key, String field) {
    return key.get(field) instanceof StringValue text ? text.value() : "";
  }

  private static byte[] bytes(ObjectValue key, String field) {
    if (!(key.get(field) instanceof StringValue text)) {
      throw failed("required field " + field + " is missing");
    }
    // Keys are found with either alphabet, padded or not.
    String url = text.value().replace('+', '-').replace('/', '_').replace("=", "");
    try {
      return GoBase64.decodeUrl(url.getBytes(StandardCharsets.UTF_8));
    } catch (GoBase64.Corrupt e) {
      throw failed("failed to decode base64 of field " + field);
    }
  }

  private static BigInteger number(ObjectValue key, String field) {
    return new BigInteger(1, bytes(key, field));
  }

  private static BuiltinException failed(String why) {
    return BuiltinException.failed("failed to parse a JWK key (set): " + why);
  }

  /** Returns whether {@code signature} is this key's of {@code message}. */
  boolean verifies(SignatureAlgorithm algorithm, byte[] message, byte[] signature) {
    if (algorithm.family() == SignatureAlgorithm.Family.HMAC) {
      byte[] key = secret;
      return key != null
          && MessageDigest.isEqual(Digests.hmac(algorithm.digest(), key, message), signature);
    }
    PublicKey key = publicKey;
    return key != null && Signatures.verifyStrictly(algorithm, key, message, signature);
  }

  /**
   * Returns the key's signature of {@code message}.
   *
   * @throws BuiltinException if the key cannot sign with the algorithm
   */
  byte[] sign(SignatureAlgorithm algorithm, byte[] message) {
    if (algorithm.family() == SignatureAlgorithm.Family.HMAC) {
      byte[] key = secret;
      if (key == null) {
        throw BuiltinException.failed("invalid key type, a symmetric key is required");
      }
      return Digests.hmac(algorithm.digest(), key, message);
    }
    PrivateKey key = privateKey;
    if (key == null) {
      throw BuiltinException.failed("invalid key type, a private key is required");
    }
    try {
      return Signatures.sign(algorithm, key, message);
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failed("failed to sign payload: " + e.getMessage());
    }
  }
}
