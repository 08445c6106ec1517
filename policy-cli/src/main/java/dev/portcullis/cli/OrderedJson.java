package dev.portcullis.cli;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonWriter;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes JSON whose objects keep the order of their keys, as the structures of OPA's and gator's
 * output do.
 */
final class OrderedJson {
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();

  private OrderedJson() {}

  /**
   * Returns {@code node} on many lines, indented by two spaces.
   *
   * @param node maps, collections, values, strings, numbers and booleans
   */
  static String pretty(Object node) {
    OrderedJson json = new OrderedJson();
    json.write(node, "");
    return json.out.toString();
  }

  /** Returns the same JSON on many lines, whatever its lines were. */
  static String reindented(String json) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString) {
        out.append(c);
        if (c == '\\') {
          out.append(json.charAt(++i));
        }
        inString = c != '"';
      } else if (c == '{' || c == '[') {
        int next = firstAfterSpace(json, i + 1);
        out.append(c);
        if (json.charAt(next) == '}' || json.charAt(next) == ']') {
          out.append(json.charAt(next));
          i = next;
        } else {
          newLine(out, ++depth);
        }
      } else if (c == '}' || c == ']') {
        newLine(out, --depth);
        out.append(c);
      } else if (c == ',') {
        out.append(c);
        newLine(out, depth);
      } else if (c == ':') {
        out.append(": ");
      } else if (!Character.isWhitespace(c)) {
        inString = c == '"';
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int firstAfterSpace(String json, int from) {
    int i = from;
    while (Character.isWhitespace(json.charAt(i))) {
      i++;
    }
    return i;
  }

  private static void newLine(StringBuilder out, int depth) {
    out.append('\n').append(INDENT.repeat(depth));
  }

  private void write(Object node, String indent) {
    if (node instanceof Value value) {
      out.append(JsonWriter.PRETTY.text(value).replace("\n", "\n" + indent));
    } else if (node instanceof Map<?, ?> map) {
      write(map.entrySet(), '{', '}', indent);
    } else if (node instanceof Map.Entry<?, ?> entry) {
      out.append(JsonWriter.COMPACT.text(StringValue.of(entry.getKey().toString()))).append(": ");
      write(entry.getValue(), indent);
    } else if (node instanceof Collection<?> list) {
      write(list, '[', ']', indent);
    } else if (node instanceof Number || node instanceof Boolean) {
      out.append(node);
    } else {
      out.append(JsonWriter.COMPACT.text(StringValue.of(node.toString())));
    }
  }

  private void write(Collection<?> children, char open, char close, String indent) {
    out.append(open);
    String deeper = indent + INDENT;
    for (Iterator<?> each = children.iterator(); each.hasNext(); ) {
      out.append('\n').append(deeper);
      write(each.next(), deeper);
      if (each.hasNext()) {
        out.append(',');
      }
    }
    if (!children.isEmpty()) {
      out.append('\n').append(indent);
    }
    out.append(close);
  }
}
