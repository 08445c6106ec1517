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
