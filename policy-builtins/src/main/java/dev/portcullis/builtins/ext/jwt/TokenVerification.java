package dev.portcullis.builtins.ext.jwt;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Digests;
import dev.portcullis.builtins.ext.crypto.SignatureAlgorithm;
import dev.portcullis.builtins.ext.crypto.Signatures;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.HexFormat;

/** Decodes and verifies tokens. */
public final class TokenVerification {
  private static final String NESTED = "JWT";
  private static final ArrayValue UNVERIFIED =
      ArrayValue.of(BooleanValue.FALSE, ObjectValue.EMPTY, ObjectValue.EMPTY);

  private TokenVerification() {}

  /** Returns header, payload and hexadecimal signature, of the innermost token. */
  public static Value decode(BuiltinContext context, String encoded) {
    String current = encoded;
    while (true) {
      context.tick(1);
      Token token = Token.of(current);
      ObjectValue header = token.decodedHeader();
      String payload = token.payloadText();
      if (header.get("cty") instanceof StringValue type && type.value().equals(NESTED)) {
        current = trimQuotes(payload);
        continue;
      }
      ObjectValue claims = Token.object(payload);
      byte[] signature = token.signatureBytes("JWT signature had invalid encoding: ");
      return ArrayValue.of(header, claims, StringValue.of(HexFormat.of().formatHex(signature)));
    }
  }

  private static String trimQuotes(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isQuote(text.charAt(from))) {
      from++;
    }
    while (to > from && isQuote(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Returns whether a secret signed the token. */
  public static Value verifySecret(SignatureAlgorithm algorithm, String encoded, String secret) {
    Token token = Token.of(encoded);
    byte[] signature = token.signatureBytes("");
    byte[] expected =
        Digests.hmac(algorithm.digest(), StringValue.of(secret).toUtf8(), token.signedBytes());
    return BooleanValue.of(MessageDigest.isEqual(expected, signature));
  }

  /** Returns whether one of the keys signed the token, whatever algorithm its header names. */
  public static Value verifyPublic(
      SignatureAlgorithm algorithm, BuiltinContext context, String encoded, String keys) {
    Token token = Token.of(encoded);
    VerificationKeys candidates = VerificationKeys.of(context, keys);
    byte[] signature = token.signatureBytes("");
    TokenHeader header = TokenHeader.of(token.decodedHeader());
    byte[] message = token.signedBytes();
    return BooleanValue.of(
        candidates.anyFor(
            header,
            key -> {
              PublicKey publicKey = key.privateKey() == null ? key.publicKey() : null;
              return publicKey != null
                  && Signatures.verify(algorithm, publicKey, message, signature);
            }));
  }

  /** Returns whether a token meets the constraints, with the innermost header and payload. */
  public static Value decodeVerify(
      BuiltinContext context, String encoded, ObjectValue constraintValues) {
    TokenConstraints constraints = TokenConstraints.of(context, constraintValues);
    String current = encoded;
    while (true) {
      context.tick(1);
      Token token = Token.of(current);
      ObjectValue decoded = token.decodedHeader();
      TokenHeader header = TokenHeader.of(decoded);
      boolean expected =
          header.isValid()
              && (constraints.algorithm().isEmpty()
                  || constraints.algorithm().equals(header.algorithm()));
      if (!expected || !constraints.verifies(token, header, token.signatureBytes(""))) {
        return UNVERIFIED;
      }
      String payload = token.payloadText();
      if (header.contentType().equalsIgnoreCase(NESTED)) {
        current = payload;
        continue;
      }
      ObjectValue claims = Token.object(payload);
      return constraints.allow(claims)
          ? ArrayValue.of(BooleanValue.TRUE, decoded, claims)
          : UNVERIFIED;
    }
  }
}
