package dev.portcullis.builtins.ext.schema;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.text.GoJson;
import java.math.BigDecimal;

/** How values and numbers stand in messages. */
final class SchemaText {
  private static final int EXPONENT_FROM = 6;

  private SchemaText() {}

  /**
   * Returns the JSON of {@code value} with numbers as doubles: by this text constants and
   * enumerations are compared.
   */
  static String canonical(Value value) {
    return GoJson.marshal(withDoubles(value));
  }

  private static Value withDoubles(Value value) {
    if (value instanceof NumberValue number) {
      return asDouble(number);
    }
    if (value instanceof ArrayValue array) {
      return ArrayValue.of(array.asList().stream().map(SchemaText::withDoubles).toList());
    }
    if (value instanceof ObjectValue object) {
      ObjectValue.Builder copy = ObjectValue.builder(object.size());
      object.forEach((key, member) -> copy.put(key, withDoubles(member)));
      return copy.build();
    }
    return value;
  }

  private static NumberValue asDouble(NumberValue number) {
    double nearest = number.doubleValue();
    if (Double.isInfinite(nearest)) {
      return number;
    }
    BigDecimal shortest = new BigDecimal(Double.toString(nearest)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    boolean plain = shortest.signum() == 0 || (exponent >= -6 && exponent < 21);
    return NumberValue.parse(plain ? shortest.toPlainString() : scientific(shortest, exponent, 1));
  }

  /** Returns a bound as Go prints a big float: shortest, with an exponent from a million on. */
  static String bound(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    if (shortest.signum() == 0) {
      return "0";
    }
    int exponent = shortest.precision() - shortest.scale() - 1;
    return exponent >= -4 && exponent < EXPONENT_FROM
        ? shortest.toPlainString()
        : scientific(shortest, exponent, 2);
  }

  private static String scientific(BigDecimal number, int exponent, int exponentDigits) {
    String digits = number.unscaledValue().abs().toString();
    StringBuilder out = new StringBuilder(number.signum() < 0 ? "-" : "");
    out.append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    out.append('e').append(exponent < 0 ? '-' : '+');
    String magnitude = Integer.toString(Math.abs(exponent));
    out.append("0".repeat(Math.max(0, exponentDigits - magnitude.length()))).append(magnitude);
    return out.toString();
  }
}
