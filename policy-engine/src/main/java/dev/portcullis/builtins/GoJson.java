package dev.portcullis.builtins;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueText;
import java.util.Map;
import java.util.TreeMap;

/** Writes JSON the way Go does: keys sorted, and what HTML gives a meaning escaped. */
final class GoJson {
  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;
  private final String prefix;
  private final String indent;

  private GoJson(boolean pretty, String prefix, String indent) {
    this.pretty = pretty;
    this.prefix = prefix;
    this.indent = indent;
  }

  /** Returns {@code value} on one line. */
  static String compact(Value value) {
    GoJson writer = new GoJson(false, "", "");
    writer.write(value, 0);
    return writer.out.toString();
  }

  /** Returns {@code value} on lines, each after the first with {@code prefix}. */
  static String indented(Value value, String prefix, String indent) {
    GoJson writer = new GoJson(true, prefix, indent);
    writer.write(value, 0);
    return writer.out.toString();
  }

  /** Returns the entries of an object as JSON has them: by the text of their keys. */
  static Map<StringValue, Value> entries(ObjectValue object) {
    Map<StringValue, Value> entries = new TreeMap<>();
    object.forEach(
        (key, value) ->
            entries.put(
                key instanceof StringValue text ? text : StringValue.of(ValueText.json(key)),
                value));
    return entries;
  }

  private void write(Value value, int depth) {
    if (value instanceof ArrayValue array) {
      writeArray(array, depth);
    } else if (value instanceof SetValue set) {
      writeArray(set.sorted(), depth);
    } else if (value instanceof ObjectValue object) {
      writeObject(object, depth);
    } else if (value instanceof StringValue text) {
      writeString(text.value());
    } else if (value instanceof NumberValue number) {
      out.append(number.text());
    } else {
      out.append(value);
    }
  }

  private void writeArray(ArrayValue array, int depth) {
    out.append('[');
    for (int i = 0; i < array.size(); i++) {
      out.append(i == 0 ? "" : ",");
      newLine(depth + 1);
      write(array.at(i), depth + 1);
    }
    if (array.size() > 0) {
      newLine(depth);
    }
    out.append(']');
  }

  private void writeObject(ObjectValue object, int depth) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<StringValue, Value> entry : entries(object).entrySet()) {
      out.append(first ? "" : ",");
      first = false;
      newLine(depth + 1);
      writeString(entry.getKey().value());
      out.append(pretty ? ": " : ":");
      write(entry.getValue(), depth + 1);
    }
    if (!first) {
      newLine(depth);
    }
    out.append('}');
  }

  private void newLine(int depth) {
    if (pretty) {
      out.append('\n').append(prefix).append(indent.repeat(depth));
    }
  }

  /** Writes a string; a byte that is not UTF-8 becomes the escape of a replacement character. */
  private void writeString(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        writeCharacter(c);
      }
    }
    out.append('"');
  }

  private void writeCharacter(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '<', '>', '&', '\u2028', '\u2029' -> out.append(escape(c));
      default -> {
        if (c < 0x20) {
          out.append(escape(c));
        } else if (Character.isSurrogate(c)) {
          out.append(escape('\uFFFD'));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static String escape(char c) {
    return String.format("\\u%04x", (int) c);
  }
}
