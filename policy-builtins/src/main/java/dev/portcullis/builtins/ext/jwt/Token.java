package dev.portcullis.builtins.ext.jwt;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.text.GoBase64;
import dev.portcullis.builtins.ext.text.JsonReader;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The three parts of a token, as they are encoded.
 *
 * @param header the header
 * @param payload the payload
 * @param signature the signature
 */
record Token(String header, String payload, String signature) {
  private static final Pattern DOT = Pattern.compile("\\.");

  /**
   * Splits a token.
   *
   * @throws BuiltinException if it has not three parts
   */
  static Token of(String encoded) {
    if (encoded.indexOf('.') < 0) {
      throw BuiltinException.failed("encoded JWT had no period separators");
    }
    List<String> parts = List.of(DOT.split(encoded, -1));
    if (parts.size() != 3) {
      throw BuiltinException.failed("encoded JWT must have 3 sections, found " + parts.size());
    }
    return new Token(parts.get(0), parts.get(1), parts.get(2));
  }

  /** Returns the decoded header. */
  ObjectValue decodedHeader() {
    String json = text(header, "JWT header had invalid encoding: ");
    ObjectValue decoded;
    try {
      decoded = object(json);
    } catch (BuiltinException e) {
      throw BuiltinException.failed("bad JWT header: " + e.getMessage());
    }
    if (decoded.get("enc") != null) {
      throw BuiltinException.failed("JWT is a JWE object, which is not supported");
    }
    return decoded;
  }

  /** Returns the text of the payload. */
  String payloadText() {
    return text(payload, "JWT payload had invalid encoding: ");
  }

  /** Returns the bytes of the signature. */
  byte[] signatureBytes(String prefix) {
    return bytes(signature, prefix);
  }

  /** Returns what is signed. */
  byte[] signedBytes() {
    return StringValue.of(header + "." + payload).toUtf8();
  }

  /** Returns the object that {@code json} spells. */
  static ObjectValue object(String json) {
    Value value;
    try {
      value = JsonReader.read(json);
    } catch (JsonReader.InvalidJson e) {
      throw BuiltinException.failed("invalid JSON: " + e.getMessage());
    }
    if (value instanceof ObjectValue object) {
      return object;
    }
    throw BuiltinException.failed("decoded JSON type was not an Object");
  }

  private static String text(String part, String prefix) {
    return StringValue.ofUtf8(bytes(part, prefix)).value();
  }

  private static byte[] bytes(String part, String prefix) {
    try {
      return GoBase64.decodeUrl(StringValue.of(part).toUtf8());
    } catch (GoBase64.Corrupt e) {
      throw BuiltinException.failed(prefix + e.getMessage());
    }
  }
}
