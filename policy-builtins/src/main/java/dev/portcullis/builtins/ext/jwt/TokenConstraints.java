package dev.portcullis.builtins.ext.jwt;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.SignatureAlgorithm;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token must meet.
 *
 * @param keys the keys that may have signed it
 * @param algorithm the algorithm, or empty for any
 * @param issuer the issuer, or empty for any
 * @param audience the audience, or empty for tokens without
 * @param seconds the time at which it must be valid, in seconds
 */
record TokenConstraints(
    VerificationKeys keys, String algorithm, String issuer, String audience, BigDecimal seconds) {

  /**
   * Reads the constraints that a policy gives.
   *
   * @throws BuiltinException if one is unknown or of the wrong type
   */
  static TokenConstraints of(BuiltinContext context, ObjectValue constraints) {
    for (Value name : constraints.keysInOrder()) {
      check(name, constraints.get(name));
    }
    String secret = text(constraints, "secret");
    Value certificate = constraints.get("cert");
    if (!secret.isEmpty() && certificate != null) {
      throw BuiltinException.failed("duplicate key constraints");
    }
    if (secret.isEmpty() && certificate == null) {
      throw BuiltinException.failed("no key constraint");
    }
    VerificationKeys keys =
        certificate == null
            ? new VerificationKeys(List.of(JsonWebKey.ofSecret(secret)))
            : VerificationKeys.of(context, text(constraints, "cert"));
    BigDecimal nanos =
        constraints.get("time") instanceof NumberValue time
            ? time.toBigDecimal()
            : BigDecimal.valueOf(context.timeNanos());
    return new TokenConstraints(
        keys,
        text(constraints, "alg"),
        text(constraints, "iss"),
        text(constraints, "aud"),
        nanos.movePointLeft(9));
  }

  private static void check(Value key, @Nullable Value value) {
    String name = key instanceof StringValue text ? text.value() : key.toString();
    switch (name) {
      case "cert", "secret", "alg", "iss", "aud" -> {
        if (!(value instanceof StringValue)) {
          throw BuiltinException.failed(name + " constraint: must be a string");
        }
      }
      case "time" -> {
        if (!(value instanceof NumberValue time)) {
          throw BuiltinException.failed("token time constraint: must be a number");
        }
        if (time.toBigDecimal().signum() < 0) {
          throw BuiltinException.failed("token time constraint: must not be negative");
        }
      }
      default -> throw BuiltinException.failed("unknown token validation constraint: " + name);
    }
  }

  private static String text(ObjectValue constraints, String name) {
    return constraints.get(name) instanceof StringValue text ? text.value() : "";
  }

  /** Returns whether one of the keys signed the token. */
  boolean verifies(Token token, TokenHeader header, byte[] signature) {
    SignatureAlgorithm signedWith = SignatureAlgorithm.named(header.algorithm()).orElse(null);
    byte[] message = token.signedBytes();
    return signedWith != null
        && keys.anyFor(header, key -> key.verifies(signedWith, message, signature));
  }

  /**
   * Returns whether the claims meet the constraints.
   *
   * @throws BuiltinException if a time claim is no number
   */
  boolean allow(ObjectValue payload) {
    boolean issued =
        issuer.isEmpty()
            || (payload.get("iss") instanceof StringValue claim && claim.value().equals(issuer));
    return issued && audienceAllowed(payload.get("aud")) && inTime(payload);
  }

  private boolean audienceAllowed(@Nullable Value claim) {
    if (claim == null) {
      return audience.isEmpty();
    }
    StringValue wanted = StringValue.of(audience);
    return claim instanceof ArrayValue several
        ? several.asList().contains(wanted)
        : claim.equals(wanted);
  }

  private boolean inTime(ObjectValue payload) {
    NumberValue expires = time(payload, "exp");
    if (expires != null && seconds.compareTo(expires.toBigDecimal()) >= 0) {
      return false;
    }
    NumberValue notBefore = time(payload, "nbf");
    return notBefore == null || seconds.compareTo(notBefore.toBigDecimal()) >= 0;
  }

  private static @Nullable NumberValue time(ObjectValue payload, String claim) {
    Value value = payload.get(claim);
    if (value == null) {
      return null;
    }
    if (value instanceof NumberValue number) {
      return number;
    }
    throw BuiltinException.failed(claim + " value must be a number");
  }
}
