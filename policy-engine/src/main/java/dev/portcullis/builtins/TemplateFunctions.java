package dev.portcullis.builtins;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The functions of Go's {@code text/template}, all but {@code and}, {@code or} and {@code call},
 * which concern the evaluation. What they refuse is an {@link IllegalArgumentException}.
 */
final class TemplateFunctions {
  /** How many arguments each function takes at least; what takes exactly so many is negative. */
  private static final Map<String, Integer> ARGUMENTS =
      Map.ofEntries(
          Map.entry("and", 1),
          Map.entry("or", 1),
          Map.entry("not", -1),
          Map.entry("call", 1),
          Map.entry("html", 0),
          Map.entry("js", 0),
          Map.entry("urlquery", 0),
          Map.entry("index", 1),
          Map.entry("slice", 1),
          Map.entry("len", -1),
          Map.entry("print", 0),
          Map.entry("printf", 1),
          Map.entry("println", 0),
          Map.entry("eq", 1),
          Map.entry("ne", -2),
          Map.entry("lt", -2),
          Map.entry("le", -2),
          Map.entry("gt", -2),
          Map.entry("ge", -2));

  private TemplateFunctions() {}

  static boolean exists(String name) {
    return ARGUMENTS.containsKey(name);
  }

  /** Requires {@code count} to be a number of arguments that the function takes. */
  static void requireArguments(String name, int count, int written) {
    int wanted = ARGUMENTS.getOrDefault(name, 0);
    if (wanted >= 0 && count < wanted) {
      throw new IllegalArgumentException(
          "wrong number of args for " + name + ": want at least " + wanted + " got " + written);
    }
    if (wanted < 0 && count != -wanted) {
      throw new IllegalArgumentException(
          "wrong number of args for " + name + ": want " + -wanted + " got " + count);
    }
  }

  /** Returns what the function gives. */
  static TemplateValue call(String name, List<TemplateValue> arguments) {
    return switch (name) {
      case "not" -> TemplateValue.of(!arguments.get(0).isTrue());
      case "len" -> TemplateValue.of(length(arguments.get(0)));
      case "index" -> index(arguments);
      case "slice" -> slice(arguments);
      case "print" -> TemplateValue.of(GoFormat.print(formatted(arguments), false));
      case "println" -> TemplateValue.of(GoFormat.print(formatted(arguments), true));
      case "printf" ->
          TemplateValue.of(
              GoFormat.format(
                  text(arguments.get(0)), formatted(arguments.subList(1, arguments.size()))));
      case "html" -> TemplateValue.of(html(joined(arguments)));
      case "js" -> TemplateValue.of(javascript(joined(arguments)));
      case "urlquery" -> TemplateValue.of(urlQuery(joined(arguments)));
      default -> TemplateValue.of(TemplateComparison.test(name, arguments));
    };
  }

  private static List<GoArgument> formatted(List<TemplateValue> values) {
    List<GoArgument> arguments = new ArrayList<>(values.size());
    values.forEach(value -> arguments.add(value.argument()));
    return arguments;
  }

  /** Returns the text of {@code value}, which must be a string. */
  static String text(TemplateValue value) {
    if (value instanceof TemplateValue.Data data && data.value() instanceof StringValue string) {
      return string.value();
    }
    throw new IllegalArgumentException(
        value == TemplateValue.NOTHING
            ? "invalid value; expected string"
            : "wrong type for value; expected string; got "
                + (value.isNil() ? "interface {}" : value.typeName()));
  }

  private static String joined(List<TemplateValue> values) {
    List<GoArgument> arguments = new ArrayList<>(values.size());
    for (TemplateValue value : values) {
      arguments.add(value.isNil() ? GoArgument.text(TemplateRunner.NO_VALUE) : value.argument());
    }
    return GoFormat.print(arguments, false);
  }

  private static long length(TemplateValue item) {
    if (item.isNil()) {
      throw failed("len", "len of nil pointer");
    }
    Value value = item instanceof TemplateValue.Data data ? data.value() : BooleanValue.TRUE;
    if (value instanceof StringValue string) {
      return string.toUtf8().length;
    }
    if (value instanceof NumberValue number) {
      return number.text().length();
    }
    if (value instanceof ArrayValue array) {
      return array.size();
    }
    if (value instanceof ObjectValue object) {
      return object.size();
    }
    throw failed("len", "len of type " + item.typeName());
  }

  private static TemplateValue index(List<TemplateValue> arguments) {
    TemplateValue item = arguments.get(0);
    if (item.isNil()) {
      throw failed("index", "index of untyped nil");
    }
    for (TemplateValue at : arguments.subList(1, arguments.size())) {
      if (item.isNil()) {
        throw failed("index", "index of nil pointer");
      }
      item = element(item, at);
    }
    return item;
  }

  private static TemplateValue element(TemplateValue item, TemplateValue at) {
    Value value = item instanceof TemplateValue.Data data ? data.value() : BooleanValue.TRUE;
    if (value instanceof ArrayValue array) {
      int position = position("index", at, array.size());
      if (position == array.size()) {
        throw failed("index", "reflect: slice index out of range");
      }
      return new TemplateValue.Data(array.at(position));
    }
    if (value instanceof ObjectValue object) {
      if (!(at instanceof TemplateValue.Data key) || !(key.value() instanceof StringValue)) {
        throw failed(
            "index",
            at.isNil()
                ? "value is nil; should be of type string"
                : "value has type " + at.typeName() + "; should be string");
      }
      Value found = object.get(key.value());
      return found == null ? TemplateValue.NOTHING : new TemplateValue.Data(found);
    }
    if (value instanceof StringValue || value instanceof NumberValue) {
      byte[] bytes = bytes(value);
      int position = position("index", at, bytes.length);
      if (position == bytes.length) {
        throw failed("index", "reflect: string index out of range");
      }
      return new TemplateValue.Whole(bytes[position] & 0xFF, "uint8");
    }
    throw failed("index", "can't index item of type " + item.typeName());
  }

  private static byte[] bytes(Value value) {
    return value instanceof StringValue string
        ? string.toUtf8()
        : ((NumberValue) value).text().getBytes(StandardCharsets.US_ASCII);
  }

  private static int position(String name, TemplateValue at, int size) {
    if (at.isNil()) {
      throw failed(name, "cannot index slice/array with nil");
    }
    if (!(at instanceof TemplateValue.Whole whole)) {
      throw failed(name, "cannot index slice/array with type " + at.typeName());
    }
    if (whole.value() < 0 || whole.value() > size) {
      throw failed(name, "index out of range: " + whole.value());
    }
    return (int) whole.value();
  }

  private static TemplateValue slice(List<TemplateValue> arguments) {
    TemplateValue item = arguments.get(0);
    if (item.isNil()) {
      throw failed("slice", "slice of untyped nil");
    }
    int given = arguments.size() - 1;
    if (given > 3) {
      throw failed("slice", "too many slice indexes: " + given);
    }
    Value value = item instanceof TemplateValue.Data data ? data.value() : BooleanValue.TRUE;
    boolean text = value instanceof StringValue || value instanceof NumberValue;
    if (!text && !(value instanceof ArrayValue)) {
      throw failed("slice", "can't slice item of type " + item.typeName());
    }
    if (text && given == 3) {
      throw failed("slice", "cannot 3-index slice a string");
    }
    int size = text ? bytes(value).length : ((ArrayValue) value).size();
    int[] bounds = {0, size, size};
    for (int i = 0; i < given; i++) {
      bounds[i] = position("slice", arguments.get(i + 1), size);
    }
    for (int i = 0; i < 2; i++) {
      if (bounds[i] > bounds[i + 1]) {
        throw failed("slice", "invalid slice index: " + bounds[i] + " > " + bounds[i + 1]);
      }
    }
    if (value instanceof ArrayValue array) {
      return new TemplateValue.Data(array.slice(bounds[0], bounds[1]));
    }
    byte[] part = Arrays.copyOfRange(bytes(value), bounds[0], bounds[1]);
    return new TemplateValue.Data(StringValue.ofUtf8(part));
  }

  private static IllegalArgumentException failed(String name, String reason) {
    return new IllegalArgumentException("error calling " + name + ": " + reason);
  }

  private static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case 0 -> out.append(Text.REPLACEMENT);
        case '"' -> out.append("&#34;");
        case '\'' -> out.append("&#39;");
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static String javascript(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '\\', '\'', '"' -> out.append('\\').append((char) c);
        case '<', '>', '&', '=' -> out.append(String.format("\\u%04X", c));
        default -> {
          int rune = Text.rune(c);
          if (rune < ' ' || (rune >= 0x80 && !GoQuote.isPrintable(rune))) {
            out.append(String.format("\\u%04X", rune));
          } else {
            out.appendCodePoint(c);
          }
        }
      }
    }
    return out.toString();
  }

  private static String urlQuery(String text) {
    String bytes = Text.bytes(text);
    return URLEncoder.encode(bytes, StandardCharsets.ISO_8859_1)
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
