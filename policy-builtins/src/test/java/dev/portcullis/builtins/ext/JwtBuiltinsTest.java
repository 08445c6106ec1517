package dev.portcullis.builtins.ext;

import static dev.portcullis.builtins.ext.Calls.call;
import static dev.portcullis.builtins.ext.Calls.json;
import static dev.portcullis.builtins.ext.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.builtins.ext.text.Pem;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JwtBuiltinsTest {
  private static final String SECRET = "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}";

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(BigInteger number, int length) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[length];
    int size = Math.min(bytes.length, length);
    System.arraycopy(bytes, bytes.length - size, fixed, length - size, size);
    return base64(fixed);
  }

  private static String pem(KeyPair keys) {
    return Pem.encode("PUBLIC KEY", keys.getPublic().getEncoded());
  }

  private static KeyPair generate(String kind) throws GeneralSecurityException {
    if (kind.startsWith("sec")) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(kind));
      return generator.generateKeyPair();
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (kind.equals("RSA")) {
      generator.initialize(2048);
    }
    return generator.generateKeyPair();
  }

  private static String jwk(KeyPair keys) {
    if (keys.getPrivate() instanceof RSAPrivateCrtKey rsa) {
      return """
      {"kty":"RSA","n":"%s","e":"AQAB","d":"%s","p":"%s","q":"%s"}\
      """
          .formatted(
              base64(rsa.getModulus(), 256),
              base64(rsa.getPrivateExponent(), 256),
              base64(rsa.getPrimeP(), 128),
              base64(rsa.getPrimeQ(), 128));
    }
    if (keys.getPublic() instanceof ECPublicKey ec) {
      int size = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
      String curve = size == 32 ? "P-256" : size == 48 ? "P-384" : "P-521";
      return """
      {"kty":"EC","crv":"%s","x":"%s","y":"%s","d":"%s"}\
      """
          .formatted(
              curve,
              base64(ec.getW().getAffineX(), size),
              base64(ec.getW().getAffineY(), size),
              base64(((ECPrivateKey) keys.getPrivate()).getS(), size));
    }
    byte[] x = keys.getPublic().getEncoded();
    byte[] d = keys.getPrivate().getEncoded();
    return """
    {"kty":"OKP","crv":"Ed25519","x":"%s","d":"%s"}\
    """
        .formatted(
            base64(Arrays.copyOfRange(x, x.length - 32, x.length)),
            base64(Arrays.copyOfRange(d, d.length - 32, d.length)));
  }

  private static String sign(String algorithm, String payload, String key) {
    return ((StringValue)
            json(
                call(
                    "io.jwt.encode_sign",
                    json("{\"alg\":\"" + algorithm + "\"}"),
                    json(payload),
                    json(key))))
        .value();
  }

  static Stream<Arguments> asymmetric() throws GeneralSecurityException {
    KeyPair rsa = generate("RSA");
    return Stream.of(
        Arguments.of("RS256", rsa),
        Arguments.of("RS384", rsa),
        Arguments.of("RS512", rsa),
        Arguments.of("PS256", rsa),
        Arguments.of("PS384", rsa),
        Arguments.of("PS512", rsa),
        Arguments.of("ES256", generate("secp256r1")),
        Arguments.of("ES384", generate("secp384r1")),
        Arguments.of("ES512", generate("secp521r1")),
        Arguments.of("EdDSA", generate("Ed25519")));
  }

  @ParameterizedTest
  @MethodSource("asymmetric")
  void signsAndVerifies(String algorithm, KeyPair keys) {
    String token = sign(algorithm, "{\"sub\":\"x\"}", jwk(keys));
    String verify = "io.jwt.verify_" + algorithm.toLowerCase(java.util.Locale.ROOT);
    assertThat(call(verify, text(token), text(pem(keys)))).isEqualTo("true");
    assertThat(call(verify, text(token + "AAAA"), text(pem(keys)))).isEqualTo("false");
    String constraints = "{\"cert\":" + text(pem(keys)) + ",\"alg\":\"" + algorithm + "\"}";
    assertThat(call("io.jwt.decode_verify", text(token), json(constraints)))
        .isEqualTo("[true, {\"alg\": \"" + algorithm + "\"}, {\"sub\": \"x\"}]");
    String other = token.substring(0, token.indexOf('.')) + "." + base64("{}") + ".";
    String forged = other + token.substring(token.lastIndexOf('.') + 1);
    assertThat(call(verify, text(forged), text(pem(keys)))).isEqualTo("false");
    assertThat(call("io.jwt.decode_verify", text(forged), json(constraints)))
        .isEqualTo("[false, {}, {}]");
  }

  @ParameterizedTest
  @CsvSource({"HS256,''", "HS384,a", "HS512,a secret of any length"})
  void acceptsSecretsOfAnyLength(String algorithm, String secret) {
    String key = "{\"kty\":\"oct\",\"k\":\"" + base64(secret) + "\"}";
    String token = sign(algorithm, "{}", key);
    String verify = "io.jwt.verify_" + algorithm.toLowerCase(java.util.Locale.ROOT);
    assertThat(call(verify, text(token), text(secret))).isEqualTo("true");
    assertThat(call(verify, text(token), text(secret + "!"))).isEqualTo("false");
  }

  @Test
  void signsWhatGoWouldMarshal() {
    String token =
        call(
            "io.jwt.encode_sign",
            json("{\"typ\":\"JWT\",\"alg\":\"HS256\"}"),
            json("{\"b\":\"<&>\",\"a\":1.10}"),
            json(SECRET));
    String[] parts = token.substring(1).split("\\.");
    assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8))
        .isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":1.10,\"b\":\"\\u003c\\u0026\\u003e\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                              | {}                           | true",
        "{\"aud\":\"a\"}                 | {}                           | false",
        "{\"aud\":[\"a\",\"b\"]}         | {\"aud\":\"b\"}              | true",
        "{\"aud\":\"a\"}                 | {\"aud\":\"b\"}              | false",
        "{}                              | {\"aud\":\"b\"}              | false",
        "{\"iss\":\"i\"}                 | {\"iss\":\"i\"}              | true",
        "{\"iss\":\"i\"}                 | {\"iss\":\"j\"}              | false",
        "{\"exp\":1800000001}            | {}                           | true",
        "{\"exp\":1800000000}            | {}                           | false",
        "{\"exp\":1800000000.5}          | {}                           | true",
        "{\"nbf\":1800000000}            | {}                           | true",
        "{\"nbf\":1800000001}            | {}                           | false",
        "{\"exp\":10,\"nbf\":5}          | {\"time\":9999999999}        | true",
        "{}                              | {\"alg\":\"HS512\"}          | false",
      })
  void checksClaims(String payload, String constraints, boolean valid) {
    String token = sign("HS256", payload, SECRET);
    String all =
        "{\"secret\":\"secret\"" + (constraints.equals("{}") ? "" : ",") + constraints.substring(1);
    assertThat(call("io.jwt.decode_verify", text(token), json(all))).startsWith("[" + valid + ", ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                   | no key constraint",
        "{\"secret\":\"s\",\"cert\":\"{\\\"keys\\\":[]}\"} | duplicate key constraints",
        "{\"secret\":1}                       | secret constraint: must be a string",
        "{\"secret\":\"s\",\"x\":1}           | unknown token validation constraint: x",
        "{\"secret\":\"s\",\"time\":-1}       | token time constraint: must not be negative",
        "{\"secret\":\"s\",\"time\":\"a\"}    | token time constraint: must be a number",
      })
  void rejectsConstraints(String constraints, String message) {
    assertThat(call("io.jwt.decode_verify", text("e30.e30.AA"), json(constraints)))
        .isEqualTo("error: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc            | encoded JWT had no period separators",
        "a.b            | encoded JWT must have 3 sections, found 2",
        "a.e30.AA       | JWT header had invalid encoding: illegal base64url string: a",
        "a!b=.e30.AA    | JWT header had invalid encoding: illegal base64 data at input byte 1",
        "W10.e30.AA     | bad JWT header: decoded JSON type was not an Object",
        "e30.W10.AA     | decoded JSON type was not an Object",
        "e30.e30.A      | JWT signature had invalid encoding: illegal base64url string: A",
        "eyJlbmMiOjF9.e30.AA | JWT is a JWE object, which is not supported",
      })
  void rejectsTokens(String token, String message) {
    assertThat(call("io.jwt.decode", text(token))).isEqualTo("error: " + message);
  }

  @Test
  void decodesNestedTokens() {
    String inner = base64("{\"alg\":\"none\"}") + "." + base64("{\"a\":1.50}") + ".";
    String token = base64("{\"cty\":\"JWT\"}") + "." + base64("\"" + inner + "\"") + ".AA";
    assertThat(call("io.jwt.decode", text(token)))
        .isEqualTo("[{\"alg\": \"none\"}, {\"a\": 1.50}, \"\"]");
  }

  @Test
  void picksTheKeyThatTheTokenNames() {
    String token =
        call(
            "io.jwt.encode_sign",
            json("{\"alg\":\"HS256\",\"kid\":\"k2\"}"),
            json("{}"),
            json(SECRET));
    String keys = "{\"keys\":[{\"kty\":\"oct\",\"k\":\"%s\",\"kid\":\"%s\"},%s]}";
    String wrong = keys.formatted(base64("other"), "k2", SECRET);
    String right = keys.formatted(base64("other"), "k1", SECRET);
    assertThat(verified(token, wrong)).isEqualTo("[false, {}, {}]");
    assertThat(verified(token, right)).startsWith("[true, ");
  }

  private static String verified(String quotedToken, String keys) {
    return call("io.jwt.decode_verify", json(quotedToken), json("{\"cert\":" + text(keys) + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                   | {}       | missing or invalid 'alg' header: jwsbb: header \"alg\""
            + " not found",
        "e                    | {}       | missing or invalid 'alg' header: jwsbb: header \"alg\""
            + " not found",
        "{\"alg\":\"dummy\"}  | {}       | unknown JWS algorithm: dummy",
        "{\"alg\":\"HS256\"}  | not json | type is JWT but payload is not JSON",
      })
  void rejectsWhatCannotBeSigned(String header, String payload, String message) {
    assertThat(call("io.jwt.encode_sign_raw", text(header), text(payload), text(SECRET)))
        .isEqualTo("error: " + message);
  }

  @Test
  void rejectsPemThatIsNoKey() throws GeneralSecurityException {
    String token = sign("HS256", "{}", SECRET);
    String key = pem(generate("Ed25519"));
    assertThat(call("io.jwt.verify_rs256", text(token), text(key + "x")))
        .isEqualTo("error: extra data after a PEM certificate block");
    assertThat(
            call("io.jwt.verify_rs256", text(token), text(key.replace("PUBLIC KEY", "OTHER KEY"))))
        .isEqualTo("error: failed to extract a Key from the PEM certificate");
    assertThat(call("io.jwt.verify_rs256", text(token), text(key))).isEqualTo("false");
  }
}
