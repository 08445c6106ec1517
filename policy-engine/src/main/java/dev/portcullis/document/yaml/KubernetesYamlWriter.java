package dev.portcullis.document.yaml;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/** Writes YAML as Kubernetes does: block style, keys in natural order, quotes where needed. */
public final class KubernetesYamlWriter {
  private static final int INDENT = 2;
  private static final int PLAIN_EXPONENTS = 6;
  private static final int LONGEST_INTEGER = 20;

  private final StringBuilder out = new StringBuilder();

  private KubernetesYamlWriter() {}

  /** Returns the document that holds {@code value}; sets become arrays. */
  public static String write(Value value) {
    KubernetesYamlWriter writer = new KubernetesYamlWriter();
    writer.node(value, 0, false);
    return writer.out.toString();
  }

  /** Writes a node whose first line has begun at {@code indent}, and the break behind it. */
  private void node(Value value, int indent, boolean inline) {
    if (value instanceof SetValue set) {
      node(set.sorted(), indent, inline);
    } else if (value instanceof ObjectValue object && object.size() > 0) {
      mapping(object, indent);
    } else if (value instanceof ArrayValue array && array.size() > 0) {
      sequence(array, indent);
    } else {
      scalar(value, indent, inline);
      out.append('\n');
    }
  }

  private void mapping(ObjectValue object, int indent) {
    Map<String, Value> entries = new TreeMap<>(NaturalOrder::compare);
    object.forEach(
        (key, value) ->
            entries.put(key instanceof StringValue s ? s.value() : ValueText.json(key), value));
    boolean first = true;
    for (Map.Entry<String, Value> entry : entries.entrySet()) {
      if (!first) {
        out.append(" ".repeat(indent));
      }
      first = false;
      key(entry.getKey(), indent);
      out.append(':');
      value(entry.getValue(), indent);
    }
  }

  private void key(String key, int indent) {
    if (key.indexOf('\n') >= 0 && ScalarStyle.of(key).literal()) {
      out.append("? ");
      literal(key, indent + INDENT);
      out.append('\n').append(" ".repeat(indent));
    } else {
      text(key, indent);
    }
  }

  private void value(Value given, int indent) {
    Value value = given instanceof SetValue set ? set.sorted() : given;
    if (value instanceof ObjectValue object && object.size() > 0) {
      out.append('\n').append(" ".repeat(indent + INDENT));
      mapping(object, indent + INDENT);
    } else if (value instanceof ArrayValue array && array.size() > 0) {
      // A sequence in a mapping is not indented.
      out.append('\n').append(" ".repeat(indent));
      sequence(array, indent);
    } else {
      out.append(' ');
      scalar(value, indent + INDENT, true);
      out.append('\n');
    }
  }

  private void sequence(ArrayValue array, int indent) {
    for (int i = 0; i < array.size(); i++) {
      if (i > 0) {
        out.append(" ".repeat(indent));
      }
      out.append("- ");
      node(array.at(i), indent + INDENT, true);
    }
  }

  private void scalar(Value value, int indent, boolean inline) {
    if (value instanceof StringValue text) {
      text(text.value(), inline ? indent : INDENT);
    } else if (value instanceof NumberValue number) {
      out.append(number(number));
    } else if (value instanceof ArrayValue) {
      out.append("[]");
    } else if (value instanceof ObjectValue) {
      out.append("{}");
    } else {
      out.append(value);
    }
  }

  private static String number(NumberValue number) {
    String text = number.text();
    if (text.length() <= LONGEST_INTEGER
        && text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
      BigInteger integer = new BigInteger(text);
      if (number.isLong() || (integer.signum() > 0 && integer.bitLength() <= Long.SIZE)) {
        return text;
      }
    }
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      return '"' + text + '"';
    }
    return general(value);
  }

  /** Writes the shortest digits, with an exponent outside of 1e-4 to 1e5. */
  private static String general(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < PLAIN_EXPONENTS) {
      return shortest.toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (value < 0 ? "-" : "")
        + mantissa
        + "e"
        + (exponent < 0 ? "-" : "+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private void text(String text, int indent) {
    ScalarStyle style = ScalarStyle.of(text);
    if (text.indexOf('\n') >= 0) {
      if (!style.literal()) {
        quoted(text);
      } else {
        literal(text, indent);
      }
    } else if (!isText(text) || ScalarStyle.isAmbiguous(text)) {
      quoted(text);
    } else if (style.plain()) {
      out.append(text);
    } else if (style.single()) {
      out.append('\'').append(text.replace("'", "''")).append('\'');
    } else {
      quoted(text);
    }
  }

  /** Returns whether {@code text} without quotes is read as text. */
  private static boolean isText(String text) {
    try {
      return KubernetesDialect.INSTANCE.value(null, text, true) instanceof StringValue;
    } catch (ResolutionException e) {
      return false;
    }
  }

  private void literal(String text, int indent) {
    out.append('|');
    if (text.startsWith(" ") || text.startsWith("\n")) {
      out.append(INDENT);
    }
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.equals("\n") || text.endsWith("\n\n")) {
      out.append('+');
    }
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    for (String line : body.split("\n", -1)) {
      out.append('\n');
      if (!line.isEmpty()) {
        out.append(" ".repeat(indent)).append(line);
      }
    }
  }

  private void quoted(String text) {
    out.append('"');
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> out.append('\\').append((char) c);
                case 0 -> out.append("\\0");
                case 7 -> out.append("\\a");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case 11 -> out.append("\\v");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                case 0x1B -> out.append("\\e");
                case 0x85 -> out.append("\\N");
                case 0xA0 -> out.appendCodePoint(c);
                case 0x2028 -> out.append("\\L");
                case 0x2029 -> out.append("\\P");
                default -> {
                  if (ScalarStyle.isPrintable(c)) {
                    out.appendCodePoint(c);
                  } else if (c <= 0xFF) {
                    out.append(String.format("\\x%02X", c));
                  } else if (c <= 0xFFFF) {
                    out.append(String.format("\\u%04X", c));
                  } else {
                    out.append(String.format("\\U%08X", c));
                  }
                }
              }
            });
    out.append('"');
  }
}
