package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;
import java.util.List;
import java.util.Optional;

/** JSON as text. */
public final class JsonText implements BuiltinProvider {
  private static final int MAX_DEPTH = 1_000;
  private static final JsonReader READER =
      new JsonReader(ReadLimits.DEFAULT.withMaxDepth(MAX_DEPTH));

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("json.marshal")
              .doc("Serializes the input term to JSON.")
              .arg("x", RegoType.ANY, "the term to serialize")
              .result("y", RegoType.STRING, "the JSON string representation of `x`")
              .body(Operand.ANY, (ctx, x) -> StringValue.of(GoJson.compact(x))),
          Builtin.named("json.marshal_with_options")
              .doc(
                  "Serializes the input term JSON, with additional formatting "
                      + "options via the `opts` parameter. `opts` accepts keys "
                      + "`pretty` (enable multi-line/formatted JSON), `prefix` (string "
                      + "to prefix lines with, default empty string) and `indent` "
                      + "(string to indent with, default `\\t`).")
              .arg("x", RegoType.ANY, "the term to serialize")
              .arg(
                  "opts",
                  new RegoType.ObjectOf(
                      List.of(
                          new RegoType.Property(StringValue.of("indent"), RegoType.STRING),
                          new RegoType.Property(StringValue.of("prefix"), RegoType.STRING),
                          new RegoType.Property(StringValue.of("pretty"), RegoType.BOOLEAN)),
                      Optional.of(new RegoType.Dynamic(RegoType.STRING, RegoType.ANY))),
                  "encoding options")
              .result(
                  "y",
                  RegoType.STRING,
                  "the JSON string representation of `x`, "
                      + "with configured prefix/indent string(s) "
                      + "as appropriate")
              .body(Operand.ANY, Operand.OBJECT, (ctx, x, opts) -> marshal(x, opts)),
          Builtin.named("json.unmarshal")
              .doc("Deserializes the input string.")
              .arg("x", RegoType.STRING, "a JSON string")
              .result("y", RegoType.ANY, "the term deserialized from `x`")
              .body(Operand.STRING, (ctx, x) -> unmarshal(x)),
          Builtin.named("json.is_valid")
              .doc("Verifies the input string is a valid JSON document.")
              .arg("x", RegoType.STRING, "a JSON string")
              .result(
                  "result", RegoType.BOOLEAN, "`true` if `x` is valid JSON, `false` " + "otherwise")
              .body(Operand.ANY, (ctx, x) -> BooleanValue.of(isValid(x))));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Value unmarshal(StringValue text) {
    try {
      return READER.read(text.toUtf8());
    } catch (SyntaxException e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  private static boolean isValid(Value value) {
    if (!(value instanceof StringValue text)) {
      return false;
    }
    try {
      READER.read(text.toUtf8());
      return true;
    } catch (SyntaxException e) {
      return false;
    }
  }

  private static Value marshal(Value value, ObjectValue options) {
    String indent = "\t";
    String prefix = "";
    boolean implied = false;
    Optional<Boolean> asked = Optional.empty();
    for (int i = 0; i < options.size(); i++) {
      Value option = options.valueAt(i);
      String key = name(options.keyAt(i), i);
      switch (key) {
        case "prefix" -> {
          prefix = text(key, option, i);
          implied = true;
        }
        case "indent" -> {
          indent = text(key, option, i);
          implied = true;
        }
        case "pretty" -> {
          if (!(option instanceof BooleanValue pretty)) {
            throw BuiltinException.type("operand 2 key " + key + " failed cast to bool");
          }
          asked = Optional.of(pretty.value());
        }
        default ->
            throw BuiltinException.type(
                "operand 2 object contained unknown key " + StringValue.of(key));
      }
    }
    return StringValue.of(
        asked.orElse(implied)
            ? prefix + GoJson.indented(value, prefix, indent)
            : GoJson.compact(value));
  }

  private static String name(Value key, int index) {
    if (key instanceof StringValue text) {
      return text.value();
    }
    throw BuiltinException.type(
        "operand 2 failed to stringify key "
            + key
            + " at index "
            + index
            + ": operand "
            + index
            + " must be string but got "
            + key.kind().typeName());
  }

  private static String text(String key, Value option, int index) {
    if (option instanceof StringValue text) {
      return text.value();
    }
    throw BuiltinException.type(
        "operand 2 key "
            + StringValue.of(key)
            + " failed cast to string: operand "
            + index
            + " must be string but got "
            + option.kind().typeName());
  }
}
