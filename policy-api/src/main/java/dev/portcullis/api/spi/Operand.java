package dev.portcullis.api.spi;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an argument becomes what a builtin's body takes, with OPA's message where it cannot.
 *
 * @param expected what the message says it must be, such as {@code string} or {@code one of {set,
 *     array}}
 * @param convert returns what the body takes, or {@code null} if the value does not fit
 * @param <T> what the body takes
 */
public record Operand<T>(String expected, Function<Value, @Nullable T> convert) {
  /** Any value. */
  public static final Operand<Value> ANY = new Operand<>("any", v -> v);

  /** A string. */
  public static final Operand<StringValue> STRING = kind("string", StringValue.class);

  /** A string, as Java text. */
  public static final Operand<String> TEXT =
      new Operand<>("string", v -> v instanceof StringValue s ? s.value() : null);

  /** A number. */
  public static final Operand<NumberValue> NUMBER = kind("number", NumberValue.class);

  /** A boolean. */
  public static final Operand<BooleanValue> BOOLEAN = kind("boolean", BooleanValue.class);

  /** An array. */
  public static final Operand<ArrayValue> ARRAY = kind("array", ArrayValue.class);

  /** An object. */
  public static final Operand<ObjectValue> OBJECT = kind("object", ObjectValue.class);

  /** A set. */
  public static final Operand<SetValue> SET = kind("set", SetValue.class);

  private static <T extends Value> Operand<T> kind(String expected, Class<T> type) {
    return new Operand<>(expected, v -> type.isInstance(v) ? type.cast(v) : null);
  }

  /**
   * Returns the converted argument.
   *
   * @param number the operand's number, from 1, for the message
   * @throws BuiltinException if it does not fit
   */
  public T of(Value argument, int number) {
    T converted = convert.apply(argument);
    if (converted == null) {
      throw BuiltinException.operand(number, expected, argument.kind().typeName());
    }
    return converted;
  }
}
