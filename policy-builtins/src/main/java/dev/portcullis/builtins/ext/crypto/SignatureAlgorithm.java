package dev.portcullis.builtins.ext.crypto;

import java.util.Optional;

/** The signature algorithms of JSON Web Tokens. */
public enum SignatureAlgorithm {
  HS256(Family.HMAC, "SHA-256"),
  HS384(Family.HMAC, "SHA-384"),
  HS512(Family.HMAC, "SHA-512"),
  RS256(Family.RSA, "SHA-256"),
  RS384(Family.RSA, "SHA-384"),
  RS512(Family.RSA, "SHA-512"),
  PS256(Family.RSA_PSS, "SHA-256"),
  PS384(Family.RSA_PSS, "SHA-384"),
  PS512(Family.RSA_PSS, "SHA-512"),
  ES256(Family.ECDSA, "SHA-256"),
  ES384(Family.ECDSA, "SHA-384"),
  ES512(Family.ECDSA, "SHA-512"),
  EDDSA(Family.EDDSA, "");

  /** What kind of key an algorithm takes and how. */
  public enum Family {
    HMAC,
    RSA,
    RSA_PSS,
    ECDSA,
    EDDSA
  }

  private final Family family;
  private final String digest;

  SignatureAlgorithm(Family family, String digest) {
    this.family = family;
    this.digest = digest;
  }

  /** Returns the algorithm that a token's header names, such as {@code RS256} or {@code EdDSA}. */
  public static Optional<SignatureAlgorithm> named(String name) {
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.wireName().equals(name)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** Returns the name in tokens. */
  public String wireName() {
    return this == EDDSA ? "EdDSA" : name();
  }

  /** Returns the family. */
  public Family family() {
    return family;
  }

  /** Returns the digest's name in the JDK; empty for EdDSA, which brings its own. */
  public String digest() {
    return digest;
  }

  /** Returns the name of the JDK's signature with this digest, such as {@code SHA256withRSA}. */
  String jdkName(String suffix) {
    return digest.replace("-", "") + "with" + suffix;
  }
}
