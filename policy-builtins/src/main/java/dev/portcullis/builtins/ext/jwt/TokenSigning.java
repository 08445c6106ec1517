package dev.portcullis.builtins.ext.jwt;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.SignatureAlgorithm;
import dev.portcullis.builtins.ext.text.GoBase64;
import dev.portcullis.builtins.ext.text.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Makes signed tokens. */
public final class TokenSigning {
  private static final Pattern NUMBER_LIKE = Pattern.compile("[-+.eE0-9]+");

  private TokenSigning() {}

  /**
   * Returns the token of a header and a payload, both taken as they are written.
   *
   * @param keys a JSON Web Key, or a set whose first key signs
   */
  public static Value sign(String header, String payload, String keys) {
    List<JsonWebKey> parsed = JsonWebKey.parse(keys);
    if (parsed.isEmpty()) {
      throw BuiltinException.failed("no keys found in JWK set");
    }
    ObjectValue fields = header(header);
    if (!(fields.get("alg") instanceof StringValue name)) {
      throw badAlgorithm(
          fields.get("alg") == null
              ? "jwsbb: header \"alg\" not found"
              : "value doesn't contain string");
    }
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.named(name.value())
            .orElseThrow(() -> BuiltinException.failed("unknown JWS algorithm: " + name.value()));
    boolean json = !(fields.get("typ") instanceof StringValue type) || type.value().equals("JWT");
    if (json && !JsonReader.isValid(payload)) {
      throw BuiltinException.failed("type is JWT but payload is not JSON");
    }
    String message = encode(header) + "." + encode(payload);
    byte[] signature = parsed.get(0).sign(algorithm, message.getBytes(StandardCharsets.US_ASCII));
    return StringValue.of(message + "." + GoBase64.encodeUrl(signature));
  }

  private static ObjectValue header(String text) {
    if (text.isBlank()) {
      throw badAlgorithm("cannot parse JSON: cannot parse empty string");
    }
    // OPA's header parser takes anything made of these characters for a number.
    if (NUMBER_LIKE.matcher(text.strip()).matches()) {
      return ObjectValue.EMPTY;
    }
    try {
      Value value = JsonReader.read(text);
      return value instanceof ObjectValue object ? object : ObjectValue.EMPTY;
    } catch (JsonReader.InvalidJson e) {
      throw badAlgorithm("cannot parse JSON: " + e.getMessage());
    }
  }

  private static BuiltinException badAlgorithm(String why) {
    return BuiltinException.failed("missing or invalid 'alg' header: " + why);
  }

  private static String encode(String text) {
    return GoBase64.encodeUrl(StringValue.of(text).toUtf8());
  }
}
