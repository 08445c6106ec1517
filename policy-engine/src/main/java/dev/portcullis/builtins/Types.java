package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Types of values, and conversions between them. */
final class Types implements BuiltinProvider {
  private static final Map<ValueKind, StringValue> NAMES = new EnumMap<>(ValueKind.class);

  static {
    for (ValueKind kind : ValueKind.values()) {
      NAMES.put(kind, StringValue.of(kind.typeName()));
    }
  }

  private static final Operand<NullValue> NULL =
      new Operand<>("null", v -> v instanceof NullValue none ? none : null);

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("is_array")
              .doc("Tells whether a value is an array.")
              .arg("x", RegoType.ANY, "input value")
              .result("result", RegoType.BOOLEAN, "`true` if `x` is an array, `false` otherwise.")
              .body(Operand.ANY, (ctx, v) -> BooleanValue.of(v instanceof ArrayValue)),
          Builtin.named("is_boolean")
              .doc("Tells whether a value is a boolean.")
              .arg("x", RegoType.ANY, "input value")
              .result("result", RegoType.BOOLEAN, "`true` if `x` is an boolean, `false` otherwise.")
              .body(Operand.ANY, (ctx, v) -> BooleanValue.of(v instanceof BooleanValue)),
          Builtin.named("is_null")
              .doc("Tells whether a value is null.")
              .arg("x", RegoType.ANY, "input value")
              .result("result", RegoType.BOOLEAN, "`true` if `x` is null, `false` otherwise.")
              .body(Operand.ANY, (ctx, v) -> BooleanValue.of(v instanceof NullValue)),
          Builtin.named("is_number")
              .doc("Tells whether a value is a number.")
              .arg("x", RegoType.ANY, "input value")
              .result("result", RegoType.BOOLEAN, "`true` if `x` is a number, `false` otherwise.")
              .body(Operand.ANY, (ctx, v) -> BooleanValue.of(v instanceof NumberValue)),
          Builtin.named("is_object")
              .doc("Tells whether a value is an object.")
              .arg("x", RegoType.ANY, "input value")
              .result("result", RegoType.BOOLEAN, "`true` if `x` is an object, `false` otherwise.")
              .body(Operand.ANY, (ctx, v) -> BooleanValue.of(v instanceof ObjectValue)),
          Builtin.named("is_set")
              .doc("Tells whether a value is a set.")
              .arg("x", RegoType.ANY, "input value")
              .result("result", RegoType.BOOLEAN, "`true` if `x` is a set, `false` otherwise.")
              .body(Operand.ANY, (ctx, v) -> BooleanValue.of(v instanceof SetValue)),
          Builtin.named("is_string")
              .doc("Tells whether a value is a string.")
              .arg("x", RegoType.ANY, "input value")
              .result("result", RegoType.BOOLEAN, "`true` if `x` is a string, `false` otherwise.")
              .body(Operand.ANY, (ctx, v) -> BooleanValue.of(v instanceof StringValue)),
          Builtin.named("type_name")
              .doc("Gives the name of a value's type.")
              .arg("x", RegoType.ANY, "input value")
              .result(
                  "type",
                  RegoType.STRING,
                  "one of \"null\", \"boolean\", \"number\", \"string\", \"array\", \"object\","
                      + " \"set\"")
              .body(Operand.ANY, (ctx, v) -> NAMES.get(v.kind())),
          Builtin.named("to_number")
              .doc("Makes a number of a string, a boolean or null.")
              .arg(
                  "x",
                  RegoType.anyOf(RegoType.NULL, RegoType.BOOLEAN, RegoType.NUMBER, RegoType.STRING),
                  "value to convert")
              .result("num", RegoType.NUMBER, "the numeric representation of `x`")
              .body(Operand.ANY, (ctx, v) -> toNumber(v)),
          Builtin.named("cast_array")
              .doc("Gives the elements of a set or an array as an array.")
              .arg("", RegoType.ANY)
              .result("", RegoType.arrayOf(RegoType.ANY))
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.ANY, (ctx, v) -> toArray(v)),
          Builtin.named("cast_set")
              .doc("Gives the elements of a set or an array as a set.")
              .arg("", RegoType.ANY)
              .result("", RegoType.setOf(RegoType.ANY))
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.ANY, (ctx, v) -> toSet(v)),
          Builtin.named("cast_string")
              .doc("Requires a string.")
              .arg("", RegoType.ANY)
              .result("", RegoType.STRING)
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.STRING, (ctx, v) -> v),
          Builtin.named("cast_boolean")
              .doc("Requires a boolean.")
              .arg("", RegoType.ANY)
              .result("", RegoType.BOOLEAN)
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.BOOLEAN, (ctx, v) -> v),
          Builtin.named("cast_null")
              .doc("Requires null.")
              .arg("", RegoType.ANY)
              .result("", RegoType.NULL)
              .trait(Builtin.Trait.DEPRECATED)
              .body(NULL, (ctx, v) -> v),
          Builtin.named("cast_object")
              .doc("Requires an object.")
              .arg("", RegoType.ANY)
              .result("", RegoType.objectOf(RegoType.ANY, RegoType.ANY))
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.OBJECT, (ctx, v) -> v));

  private static NumberValue toNumber(Value value) {
    if (value instanceof NumberValue number) {
      return number;
    }
    if (value instanceof StringValue string) {
      return GoNumber.parse(string.value());
    }
    if (value instanceof BooleanValue || value instanceof NullValue) {
      return NumberValue.of(value == BooleanValue.TRUE ? 1 : 0);
    }
    throw Operands.oneOf(1, value, "null, boolean, number, string");
  }

  private static ArrayValue toArray(Value value) {
    if (value instanceof ArrayValue array) {
      return array;
    }
    if (value instanceof SetValue set) {
      return set.sorted();
    }
    throw Operands.oneOf(1, value, "array, set");
  }

  private static SetValue toSet(Value value) {
    if (value instanceof SetValue set) {
      return set;
    }
    if (value instanceof ArrayValue array) {
      return SetValue.of(array.asList());
    }
    throw Operands.oneOf(1, value, "array, set");
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
