package dev.portcullis.api.value;

/** Writes values as text: as Rego terms, or as JSON. */
public final class ValueText {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private ValueText() {}

  /**
   * Returns {@code value} in Rego's notation, as OPA prints terms: {@code {"a": [1, {2, 3},
   * set()]}}.
   */
  public static String rego(Value value) {
    StringBuilder out = new StringBuilder();
    appendRego(out, value);
    return out.toString();
  }

  /**
   * Returns {@code value} as compact JSON without escaping of HTML characters: sets are arrays of
   * their sorted elements, object keys that are no strings are written as their own JSON text.
   */
  public static String json(Value value) {
    StringBuilder out = new StringBuilder();
    appendJson(out, value);
    return out.toString();
  }

  private static void appendRego(StringBuilder out, Value value) {
    if (value instanceof ArrayValue array) {
      appendElements(out, '[', array, ']');
    } else if (value instanceof SetValue set) {
      if (set.size() == 0) {
        out.append("set()");
      } else {
        appendElements(out, '{', set.sorted(), '}');
      }
    } else if (value instanceof ObjectValue object) {
      out.append('{');
      for (int i = 0; i < object.size(); i++) {
        if (i > 0) {
          out.append(", ");
        }
        appendRego(out, object.keyAt(i));
        out.append(": ");
        appendRego(out, object.valueAt(i));
      }
      out.append('}');
    } else {
      appendScalar(out, value);
    }
  }

  private static void appendElements(
      StringBuilder out, char open, ArrayValue elements, char close) {
    out.append(open);
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(", ");
      }
      appendRego(out, elements.at(i));
    }
    out.append(close);
  }

  private static void appendJson(StringBuilder out, Value value) {
    if (value instanceof ArrayValue array) {
      appendJsonElements(out, array);
    } else if (value instanceof SetValue set) {
      appendJsonElements(out, set.sorted());
    } else if (value instanceof ObjectValue object) {
      out.append('{');
      for (int i = 0; i < object.size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        Value key = object.keyAt(i);
        quote(out, key instanceof StringValue s ? s.value() : json(key));
        out.append(':');
        appendJson(out, object.valueAt(i));
      }
      out.append('}');
    } else {
      appendScalar(out, value);
    }
  }

  private static void appendJsonElements(StringBuilder out, ArrayValue elements) {
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      appendJson(out, elements.at(i));
    }
    out.append(']');
  }

  private static void appendScalar(StringBuilder out, Value value) {
    if (value instanceof StringValue string) {
      quote(out, string.value());
    } else if (value instanceof NumberValue number) {
      out.append(number.text());
    } else if (value instanceof BooleanValue bool) {
      out.append(bool.value());
    } else {
      out.append("null");
    }
  }

  /** Appends {@code text} as a JSON string; a byte that is not UTF-8 becomes U+FFFD, as in Go. */
  public static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20) {
        appendControl(out, c);
      } else if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          out.append(c).append(text.charAt(++i));
        } else {
          out.append('\uFFFD');
        }
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static void appendControl(StringBuilder out, char c) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
    }
  }
}
