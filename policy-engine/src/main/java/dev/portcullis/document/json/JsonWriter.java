package dev.portcullis.document.json;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.TreeMap;

/**
 * Writes values as JSON, byte for byte as OPA does: sets are arrays of their sorted elements, keys
 * that are no strings are written as the text of their own JSON, numbers keep their spelling.
 * Values may be nested to any depth. Immutable and safe for use by several threads.
 */
public final class JsonWriter {
  /** Writes on one line, with the characters of HTML escaped. */
  public static final JsonWriter COMPACT = new JsonWriter("", true);

  /** Writes on one line, with the characters of HTML as they are. */
  public static final JsonWriter PLAIN = new JsonWriter("", false);

  /** Writes on many lines, indented by two spaces, with the characters of HTML escaped. */
  public static final JsonWriter PRETTY = new JsonWriter("  ", true);

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final String indentation;
  private final boolean escapeHtml;

  /**
   * Creates a writer.
   *
   * @param indentation what to put before each line once for each level; if it is empty, everything
   *     goes on one line
   * @param escapeHtml whether {@code <}, {@code >} and {@code &} are written as escapes
   */
  public JsonWriter(String indentation, boolean escapeHtml) {
    this.indentation = indentation;
    this.escapeHtml = escapeHtml;
  }

  /** Returns {@code value} as JSON, without a line end after it. */
  public String text(Value value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  /** Returns {@code value} as JSON in UTF-8, without a line end after it. */
  public byte[] bytes(Value value) {
    return text(value).getBytes(StandardCharsets.UTF_8);
  }

  /** An array or object that is being written, and how much of it has been. */
  private static final class Level {
    final ArrayValue elements;
    final ArrayValue keys;
    final boolean object;
    int next;

    Level(ArrayValue keys, ArrayValue elements, boolean object) {
      this.keys = keys;
      this.elements = elements;
      this.object = object;
    }
  }

  /** Appends {@code value} as JSON. */
  public void append(StringBuilder out, Value value) {
    ArrayDeque<Level> open = new ArrayDeque<>();
    begin(out, value, open);
    while (!open.isEmpty()) {
      Level level = open.peek();
      if (level.next == level.elements.size()) {
        open.pop();
        if (level.next > 0) {
          line(out, open.size());
        }
        out.append(level.object ? '}' : ']');
        continue;
      }
      if (level.next > 0) {
        out.append(',');
      }
      line(out, open.size());
      if (level.object) {
        quote(out, ((StringValue) level.keys.at(level.next)).value());
        out.append(indentation.isEmpty() ? ":" : ": ");
      }
      begin(out, level.elements.at(level.next++), open);
    }
  }

  private void begin(StringBuilder out, Value value, ArrayDeque<Level> open) {
    if (value instanceof StringValue string) {
      quote(out, string.value());
    } else if (value instanceof NumberValue number) {
      out.append(number.text());
    } else if (value instanceof BooleanValue bool) {
      out.append(bool.value());
    } else if (value instanceof ArrayValue array) {
      out.append('[');
      open.push(new Level(ArrayValue.EMPTY, array, false));
    } else if (value instanceof SetValue set) {
      out.append('[');
      open.push(new Level(ArrayValue.EMPTY, set.sorted(), false));
    } else if (value instanceof ObjectValue object) {
      out.append('{');
      open.push(level(object));
    } else {
      out.append("null");
    }
  }

  private Level level(ObjectValue object) {
    Value[] keys = new Value[object.size()];
    Value[] values = new Value[object.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = object.keyAt(i);
      values[i] = object.valueAt(i);
      if (!(keys[i] instanceof StringValue)) {
        return mixedLevel(object);
      }
    }
    return new Level(ArrayValue.wrap(keys), ArrayValue.wrap(values), true);
  }

  /** Keys that are no strings find their place in the order by their text. */
  private Level mixedLevel(ObjectValue object) {
    TreeMap<StringValue, Value> entries = new TreeMap<>();
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyAt(i);
      entries.put(
          key instanceof StringValue string ? string : StringValue.of(PLAIN.text(key)),
          object.valueAt(i));
    }
    return new Level(
        ArrayValue.of(entries.keySet().toArray(new Value[0])),
        ArrayValue.of(entries.values().toArray(new Value[0])),
        true);
  }

  private void line(StringBuilder out, int depth) {
    if (!indentation.isEmpty()) {
      out.append('\n');
      for (int i = 0; i < depth; i++) {
        out.append(indentation);
      }
    }
  }

  private void quote(StringBuilder out, String text) {
    if (isPlain(text)) {
      ValueText.quote(out, text);
      return;
    }
    out.append('"');
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (isSpecial(c)) {
        quoteInner(out, text, start, i);
        out.append("\\u");
        int shown = Character.isSurrogate(c) ? 0xFFFD : c;
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX[(shown >> shift) & 15]);
        }
        start = i + 1;
      }
    }
    quoteInner(out, text, start, text.length());
    out.append('"');
  }

  private static void quoteInner(StringBuilder out, String text, int from, int to) {
    int start = out.length();
    ValueText.quote(out, text.substring(from, to));
    out.deleteCharAt(start);
    out.setLength(out.length() - 1);
  }

  private boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isSpecial(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether {@code c} is written as an escape here though JSON does not ask for it. */
  private boolean isSpecial(char c) {
    return switch (c) {
      case '<', '>', '&' -> escapeHtml;
      case '\u2028', '\u2029' -> true;
      default -> Character.isSurrogate(c);
    };
  }
}
