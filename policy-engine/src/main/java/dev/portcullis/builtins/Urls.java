package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.GoUrl.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** URLs and their queries. */
public final class Urls implements BuiltinProvider {
  private static final int MAX_PARAMETERS = 10_000;

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("urlquery.encode")
              .doc("Encodes the input string into a URL-encoded string.")
              .arg("x", RegoType.STRING, "the string to encode")
              .result("y", RegoType.STRING, "URL-encoding serialization of `x`")
              .body(
                  Operand.STRING,
                  (ctx, x) -> StringValue.of(GoUrl.escape(ByteText.of(x), Part.QUERY))),
          Builtin.named("urlquery.decode")
              .doc("Decodes a URL-encoded input string.")
              .arg("x", RegoType.STRING, "the URL-encoded string")
              .result("y", RegoType.STRING, "URL-encoding deserialization of `x`")
              .body(
                  Operand.STRING,
                  (ctx, x) -> ByteText.value(GoUrl.unescape(ByteText.of(x), Part.QUERY))),
          Builtin.named("urlquery.encode_object")
              .doc("Encodes the given object into a URL encoded query string.")
              .arg(
                  "object",
                  RegoType.objectOf(
                      RegoType.STRING,
                      RegoType.anyOf(
                          RegoType.STRING,
                          RegoType.arrayOf(RegoType.STRING),
                          RegoType.setOf(RegoType.STRING))),
                  "the object to encode")
              .result("y", RegoType.STRING, "the URL-encoded serialization of " + "`object`")
              .body(Operand.OBJECT, (ctx, x) -> encode(x)),
          Builtin.named("urlquery.decode_object")
              .doc("Decodes the given URL query string into an object.")
              .arg("x", RegoType.STRING, "the query string")
              .result(
                  "object",
                  RegoType.objectOf(RegoType.STRING, RegoType.arrayOf(RegoType.STRING)),
                  "the resulting object")
              .body(Operand.STRING, (ctx, x) -> decode(ByteText.of(x))),
          Builtin.named("uri.parse")
              .doc(
                  "Parses a URI and returns an object containing its components "
                      + "according to RFC 3986. Empty components are omitted. In "
                      + "addition to the standard components, `raw_query` is returned "
                      + "for use with `urlquery` builtins, and `raw_path` is returned "
                      + "to allow detection of path-based exploits using "
                      + "percent-encoded characters.")
              .arg("uri", RegoType.STRING, "the URI string to parse")
              .result(
                  "output",
                  RegoType.objectOf(RegoType.STRING, RegoType.STRING),
                  "object containing URI components")
              .body(Operand.STRING, (ctx, x) -> parse(ByteText.of(x))),
          Builtin.named("uri.is_valid")
              .doc("Returns true if the input can be parsed as a URI.")
              .arg("uri", RegoType.STRING, "the URI string to validate")
              .result(
                  "result", RegoType.BOOLEAN, "true if `uri` is a valid URI, false " + "otherwise")
              .body(Operand.ANY, (ctx, x) -> BooleanValue.of(isValid(x))));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Value encode(ObjectValue object) {
    List<String> pairs = new ArrayList<>();
    GoJson.entries(object)
        .forEach(
            (key, value) -> {
              String name = GoUrl.escape(ByteText.of(key), Part.QUERY);
              for (Value element : values(value)) {
                if (!(element instanceof StringValue text)) {
                  throw notTexts();
                }
                pairs.add(name + "=" + GoUrl.escape(ByteText.of(text), Part.QUERY));
              }
            });
    return StringValue.of(String.join("&", pairs));
  }

  private static Iterable<Value> values(Value value) {
    if (value instanceof ArrayValue array) {
      return array;
    }
    if (value instanceof SetValue set) {
      return set.sorted();
    }
    return List.of(value);
  }

  private static BuiltinException notTexts() {
    return BuiltinException.type("operand 1 values must be string, array[string], or set[string]");
  }

  private static Value decode(String query) {
    if (query.chars().filter(c -> c == '&').count() >= MAX_PARAMETERS) {
      throw BuiltinException.failed("number of URL query parameters exceeded limit");
    }
    Map<Value, List<Value>> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (pair.indexOf(';') >= 0) {
        throw BuiltinException.failed("invalid semicolon separator in query");
      }
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      parameters
          .computeIfAbsent(ByteText.value(GoUrl.unescape(name, Part.QUERY)), k -> new ArrayList<>())
          .add(ByteText.value(GoUrl.unescape(value, Part.QUERY)));
    }
    ObjectValue.Builder result = ObjectValue.builder(parameters.size());
    parameters.forEach((name, values) -> result.put(name, ArrayValue.of(values)));
    return result.build();
  }

  private static Value parse(String text) {
    GoUrl url = GoUrl.parse(text);
    ObjectValue.Builder result = ObjectValue.builder();
    put(result, "scheme", url.scheme());
    put(result, "hostname", url.hostname());
    put(result, "port", url.port());
    put(result, "path", url.path());
    if (!url.path().isEmpty()) {
      boolean plain = GoUrl.escape(url.path(), Part.PATH).equals(url.rawPath());
      put(result, "raw_path", plain ? url.path() : url.rawPath());
    }
    put(result, "raw_query", url.rawQuery());
    put(result, "fragment", url.fragment());
    return result.build();
  }

  private static void put(ObjectValue.Builder object, String name, String bytes) {
    if (!bytes.isEmpty()) {
      object.put(name, ByteText.value(bytes));
    }
  }

  private static boolean isValid(Value value) {
    if (!(value instanceof StringValue text) || text.value().isEmpty()) {
      return false;
    }
    try {
      GoUrl.parse(ByteText.of(text));
      return true;
    } catch (BuiltinException e) {
      return false;
    }
  }
}
