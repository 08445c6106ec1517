package dev.portcullis.builtins.ext.jwt;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.builtins.ext.crypto.SignatureAlgorithm;
import dev.portcullis.builtins.ext.text.Pem;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.function.Predicate;

/**
 * The keys that a token may be verified with: those of a certificate, a public key in PEM, a JSON
 * Web Key or a key set.
 *
 * @param keys the keys whose algorithm is known or open
 */
record VerificationKeys(List<JsonWebKey> keys) {

  private record Parsed(String text) {}

  /** Returns the keys that {@code text} holds, parsed once in an evaluation. */
  static VerificationKeys of(BuiltinContext context, String text) {
    return context.remember(new Parsed(text), () -> new VerificationKeys(parse(text)));
  }

  private static List<JsonWebKey> parse(String text) {
    Pem.Block block = Pem.decode(text);
    if (block != null) {
      return List.of(JsonWebKey.ofPublic(ofBlock(block, text.length())));
    }
    return JsonWebKey.parse(text).stream()
        .filter(
            key ->
                key.algorithm().isEmpty() || SignatureAlgorithm.named(key.algorithm()).isPresent())
        .toList();
  }

  private static PublicKey ofBlock(Pem.Block block, int length) {
    if (block.end() < length) {
      throw BuiltinException.failed("extra data after a PEM certificate block");
    }
    return switch (block.type()) {
      case "CERTIFICATE" -> certificateKey(block.bytes());
      case "PUBLIC KEY" -> publicKey(block.bytes());
      default -> throw BuiltinException.failed("failed to extract a Key from the PEM certificate");
    };
  }

  private static PublicKey certificateKey(byte[] der) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(der))
          .getPublicKey();
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failed(
          "failed to parse a PEM certificate: x509: malformed certificate");
    }
  }

  private static PublicKey publicKey(byte[] der) {
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
      } catch (InvalidKeySpecException e) {
        // Not of this algorithm; the next may fit.
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
    throw BuiltinException.failed("failed to parse a PEM public key: asn1: structure error");
  }

  /**
   * Returns whether one of the keys passes {@code verifies}: the one that the token names if it is
   * there, else any whose algorithm is the token's or open.
   */
  boolean anyFor(TokenHeader header, Predicate<JsonWebKey> verifies) {
    if (!header.keyId().isEmpty()) {
      for (JsonWebKey key : keys) {
        if (key.id().equals(header.keyId())) {
          return verifies.test(key);
        }
      }
    }
    for (JsonWebKey key : keys) {
      boolean candidate = key.algorithm().isEmpty() || key.algorithm().equals(header.algorithm());
      if (candidate && verifies.test(key)) {
        return true;
      }
    }
    return false;
  }
}
