package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Base64 and hexadecimal text. */
public final class Encoding implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("base64.encode")
              .doc("Serializes the input string into base64 encoding.")
              .arg("x", RegoType.STRING, "string to encode")
              .result("y", RegoType.STRING, "base64 serialization of `x`")
              .body(
                  Operand.STRING,
                  (ctx, x) -> StringValue.of(Base64.getEncoder().encodeToString(x.toUtf8()))),
          Builtin.named("base64.decode")
              .doc("Deserializes the base64 encoded input string.")
              .arg("x", RegoType.STRING, "string to decode")
              .result("y", RegoType.STRING, "base64 deserialization of `x`")
              .body(
                  Operand.STRING, (ctx, x) -> StringValue.ofUtf8(GoBase64.decode(ByteText.of(x)))),
          Builtin.named("base64.is_valid")
              .doc("Verifies the input string is base64 encoded.")
              .arg("x", RegoType.STRING, "string to check")
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "`true` if `x` is valid base64 encoded " + "value, `false` otherwise")
              .body(Operand.ANY, (ctx, x) -> BooleanValue.of(isBase64(x))),
          Builtin.named("base64url.encode")
              .doc("Serializes the input string into base64url encoding.")
              .arg("x", RegoType.STRING, "string to encode")
              .result("y", RegoType.STRING, "base64url serialization of `x`")
              .body(
                  Operand.STRING,
                  (ctx, x) -> StringValue.of(Base64.getUrlEncoder().encodeToString(x.toUtf8()))),
          Builtin.named("base64url.encode_no_pad")
              .doc("Serializes the input string into base64url encoding without " + "padding.")
              .arg("x", RegoType.STRING, "string to encode")
              .result("y", RegoType.STRING, "base64url serialization of `x`")
              .body(
                  Operand.STRING,
                  (ctx, x) ->
                      StringValue.of(
                          Base64.getUrlEncoder().withoutPadding().encodeToString(x.toUtf8()))),
          Builtin.named("base64url.decode")
              .doc("Deserializes the base64url encoded input string.")
              .arg("x", RegoType.STRING, "string to decode")
              .result("y", RegoType.STRING, "base64url deserialization of `x`")
              .body(Operand.STRING, (ctx, x) -> decodeUrl(x)),
          Builtin.named("hex.encode")
              .doc("Serializes the input string using hex-encoding.")
              .arg("x", RegoType.STRING, "string to encode")
              .result("y", RegoType.STRING, "serialization of `x` using hex-encoding")
              .body(
                  Operand.STRING, (ctx, x) -> StringValue.of(HexFormat.of().formatHex(x.toUtf8()))),
          Builtin.named("hex.decode")
              .doc("Deserializes the hex-encoded input string.")
              .arg("x", RegoType.STRING, "a hex-encoded string")
              .result("y", RegoType.STRING, "deserialized from `x`")
              .body(Operand.STRING, (ctx, x) -> decodeHex(x)));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static boolean isBase64(Value value) {
    if (!(value instanceof StringValue text)) {
      return false;
    }
    try {
      GoBase64.decode(ByteText.of(text));
      return true;
    } catch (BuiltinException e) {
      return false;
    }
  }

  /** Padding may be left out altogether, as RFC 7515 does. */
  private static Value decodeUrl(StringValue value) {
    String text = ByteText.of(value);
    if (!text.endsWith("=")) {
      text +=
          switch (text.length() % 4) {
            case 0 -> "";
            case 2 -> "==";
            case 3 -> "=";
            default -> throw BuiltinException.failed("illegal base64url string: " + value.value());
          };
    }
    return StringValue.ofUtf8(GoBase64.decodeUrl(text));
  }

  private static Value decodeHex(StringValue value) {
    String text = ByteText.of(value);
    for (int i = 0; i < text.length(); i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        throw BuiltinException.failed("encoding/hex: invalid byte: " + codePoint(text.charAt(i)));
      }
    }
    if (text.length() % 2 != 0) {
      throw BuiltinException.failed("encoding/hex: odd length hex string");
    }
    return StringValue.ofUtf8(HexFormat.of().parseHex(text));
  }

  private static String codePoint(char c) {
    String name = String.format("U+%04X", (int) c);
    return GoQuote.isPrintable(c) ? name + " '" + c + "'" : name;
  }
}
