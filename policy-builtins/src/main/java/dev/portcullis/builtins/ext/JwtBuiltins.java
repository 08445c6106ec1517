package dev.portcullis.builtins.ext;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.builtins.ext.crypto.SignatureAlgorithm;
import dev.portcullis.builtins.ext.jwt.TokenSigning;
import dev.portcullis.builtins.ext.jwt.TokenVerification;
import dev.portcullis.builtins.ext.text.GoJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The family {@code io.jwt}. */
public final class JwtBuiltins implements BuiltinProvider {
  private static final RegoType ANY_OBJECT = RegoType.objectOf(RegoType.ANY, RegoType.ANY);
  private static final RegoType NAMED_OBJECT = RegoType.objectOf(RegoType.STRING, RegoType.ANY);

  private static final List<Builtin> ROWS = rows();

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static List<Builtin> rows() {
    List<Builtin> rows = new ArrayList<>();
    rows.add(decode());
    rows.add(decodeVerify());
    rows.add(encodeSign());
    rows.add(encodeSignRaw());
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      rows.add(
          algorithm.family() == SignatureAlgorithm.Family.HMAC
              ? verifySecret(algorithm)
              : verifyPublic(algorithm));
    }
    return List.copyOf(rows);
  }

  private static Builtin decode() {
    return Builtin.named("io.jwt.decode")
        .doc("Decodes a JSON Web Token and outputs it as an object.")
        .arg("jwt", RegoType.STRING, "JWT token to decode")
        .result(
            "output",
            RegoType.tuple(ANY_OBJECT, ANY_OBJECT, RegoType.STRING),
            "`[header, payload, sig]`, where `header` and `payload` are objects; `sig` is the"
                + " hexadecimal representation of the signature on the token.")
        .body(Operand.TEXT, TokenVerification::decode);
  }

  private static Builtin decodeVerify() {
    return Builtin.named("io.jwt.decode_verify")
        .doc(
            "Verifies a JWT signature under parameterized constraints and decodes the claims if it"
                + " is valid.\nSupports the following algorithms: HS256, HS384, HS512, RS256,"
                + " RS384, RS512, ES256, ES384, ES512, PS256, PS384, PS512, and EdDSA.")
        .arg(
            "jwt",
            RegoType.STRING,
            "JWT token whose signature is to be verified and whose claims are to be checked")
        .arg("constraints", NAMED_OBJECT, "claim verification constraints")
        .result(
            "output",
            RegoType.tuple(RegoType.BOOLEAN, ANY_OBJECT, ANY_OBJECT),
            "`[valid, header, payload]`:  if the input token is verified and meets the requirements"
                + " of `constraints` then `valid` is `true`; `header` and `payload` are objects"
                + " containing the JOSE header and the JWT claim set; otherwise, `valid` is"
                + " `false`, `header` and `payload` are `{}`")
        .trait(Builtin.Trait.NON_DETERMINISTIC)
        .body(Operand.TEXT, Operand.OBJECT, TokenVerification::decodeVerify);
  }

  private static Builtin encodeSign() {
    return Builtin.named("io.jwt.encode_sign")
        .doc(
            "Encodes and optionally signs a JSON Web Token. Inputs are taken as objects, not"
                + " encoded strings (see `io.jwt.encode_sign_raw`).")
        .arg("headers", NAMED_OBJECT, "JWS Protected Header")
        .arg("payload", NAMED_OBJECT, "JWS Payload")
        .arg("key", NAMED_OBJECT, "JSON Web Key (RFC7517)")
        .result("output", RegoType.STRING, "signed JWT")
        .trait(Builtin.Trait.NON_DETERMINISTIC)
        .body(
            Operand.OBJECT,
            Operand.OBJECT,
            Operand.OBJECT,
            (context, header, payload, key) ->
                TokenSigning.sign(
                    GoJson.marshal(header), GoJson.marshal(payload), GoJson.marshal(key)));
  }

  private static Builtin encodeSignRaw() {
    return Builtin.named("io.jwt.encode_sign_raw")
        .doc("Encodes and optionally signs a JSON Web Token.")
        .arg("headers", RegoType.STRING, "JWS Protected Header")
        .arg("payload", RegoType.STRING, "JWS Payload")
        .arg("key", RegoType.STRING, "JSON Web Key (RFC7517)")
        .result("output", RegoType.STRING, "signed JWT")
        .trait(Builtin.Trait.NON_DETERMINISTIC)
        .body(
            Operand.TEXT,
            Operand.TEXT,
            Operand.TEXT,
            (context, header, payload, key) -> TokenSigning.sign(header, payload, key));
  }

  private static Builtin verifySecret(SignatureAlgorithm algorithm) {
    return verify(algorithm, "a " + algorithm.wireName() + " (secret) JWT signature")
        .arg("secret", RegoType.STRING, "plain text secret used to verify the signature")
        .result("result", RegoType.BOOLEAN, "`true` if the signature is valid, `false` otherwise")
        .body(
            Operand.TEXT,
            Operand.TEXT,
            (context, token, secret) -> TokenVerification.verifySecret(algorithm, token, secret));
  }

  private static Builtin verifyPublic(SignatureAlgorithm algorithm) {
    String article = algorithm == SignatureAlgorithm.EDDSA ? "an " : "a ";
    return verify(algorithm, article + algorithm.wireName() + " JWT signature")
        .arg(
            "certificate",
            RegoType.STRING,
            "PEM encoded certificate, PEM encoded public key, or the JWK key (set) used to verify"
                + " the signature")
        .result("result", RegoType.BOOLEAN, "`true` if the signature is valid, `false` otherwise")
        .body(
            Operand.TEXT,
            Operand.TEXT,
            (context, token, keys) ->
                TokenVerification.verifyPublic(algorithm, context, token, keys));
  }

  private static Builtin.Row verify(SignatureAlgorithm algorithm, String what) {
    return Builtin.named("io.jwt.verify_" + algorithm.wireName().toLowerCase(Locale.ROOT))
        .doc("Verifies if " + what + " is valid.")
        .arg("jwt", RegoType.STRING, "JWT token whose signature is to be verified");
  }
}
