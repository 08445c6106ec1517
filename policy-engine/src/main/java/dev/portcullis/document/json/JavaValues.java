package dev.portcullis.document.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.KeyTable;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.source.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values from Java objects and Jackson's trees, and back. Everything that needs jackson-databind is
 * here, so that reading texts does not load it.
 */
public final class JavaValues {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MAX_DEPTH = ReadLimits.DEFAULT.maxDepth();

  private JavaValues() {}

  /**
   * Returns the value that a tree holds, numbers exactly as they are there.
   *
   * @throws IllegalArgumentException if it holds what JSON cannot hold, or is nested too deeply
   */
  public static Value fromTree(JsonNode tree) {
    if (tree.isMissingNode()) {
      return NullValue.NULL;
    }
    try {
      return JsonReader.STANDARD.read(tree.traverse(MAPPER));
    } catch (SyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the value that a Java object stands for: maps, collections, arrays, scalars, values,
   * Jackson's trees, and everything else as Jackson would write it.
   *
   * @throws IllegalArgumentException if Jackson cannot write it, or it is nested too deeply
   */
  public static Value of(@Nullable Object object) {
    return of(object, 0);
  }

  private static Value of(@Nullable Object object, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH + " levels");
    }
    if (object == null) {
      return NullValue.NULL;
    } else if (object instanceof Value value) {
      return value;
    } else if (object instanceof JsonNode tree) {
      return fromTree(tree);
    } else if (object instanceof String string) {
      return StringValue.of(Utf8.wellFormed(string));
    } else if (object instanceof Boolean bool) {
      return BooleanValue.of(bool);
    } else if (object instanceof Number number) {
      return number(number);
    } else if (object instanceof Map<?, ?> map) {
      return object(map, depth);
    } else if (object instanceof Iterable<?> elements) {
      List<Value> values = new ArrayList<>();
      elements.forEach(element -> values.add(of(element, depth + 1)));
      return ArrayValue.of(values);
    } else if (object instanceof Object[] elements) {
      return of(Arrays.asList(elements), depth);
    }
    return fromTree(MAPPER.valueToTree(object));
  }

  private static Value object(Map<?, ?> map, int depth) {
    ObjectValue.Builder builder = ObjectValue.builder(map.size());
    map.forEach(
        (key, value) ->
            builder.put(
                KeyTable.share(Utf8.wellFormed(String.valueOf(key))), of(value, depth + 1)));
    return builder.build();
  }

  private static Value number(Number number) {
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return NumberValue.of(number.longValue());
    } else if (number instanceof BigInteger integer) {
      return NumberValue.of(integer);
    }
    String text = number.toString();
    try {
      return NumberValue.parse(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a JSON number: " + text, e);
    }
  }

  /**
   * Returns the tree of a value: sets are arrays, keys are text as in {@link JsonWriter}.
   *
   * @throws IllegalArgumentException if it is nested too deeply
   */
  public static JsonNode toTree(Value value) {
    return toTree(value, 0);
  }

  private static JsonNode toTree(Value value, int depth) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof ObjectValue object) {
      ObjectNode node = nodes.objectNode();
      checked(depth);
      object.forEach((key, entry) -> node.set(keyText(key), toTree(entry, depth + 1)));
      return node;
    } else if (value instanceof ArrayValue || value instanceof SetValue) {
      ArrayNode node = nodes.arrayNode();
      checked(depth);
      elements(value).forEach(element -> node.add(toTree(element, depth + 1)));
      return node;
    } else if (value instanceof StringValue string) {
      return nodes.textNode(string.value());
    } else if (value instanceof BooleanValue bool) {
      return nodes.booleanNode(bool.value());
    } else if (value instanceof NumberValue number) {
      Number java = java(number);
      return java instanceof Long exact
          ? nodes.numberNode(exact)
          : java instanceof BigInteger big
              ? nodes.numberNode(big)
              : DecimalNode.valueOf((BigDecimal) java);
    }
    return nodes.nullNode();
  }

  /**
   * Returns a value as Java's own types: {@link Map}, {@link List}, {@link String}, {@link
   * Boolean}, {@link Long}, {@link BigInteger}, {@link BigDecimal} and {@code null}.
   *
   * @throws IllegalArgumentException if it is nested too deeply
   */
  public static @Nullable Object toJava(Value value) {
    return toJava(value, 0);
  }

  private static @Nullable Object toJava(Value value, int depth) {
    if (value instanceof ObjectValue object) {
      checked(depth);
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      object.forEach((key, entry) -> map.put(keyText(key), toJava(entry, depth + 1)));
      return map;
    } else if (value instanceof ArrayValue || value instanceof SetValue) {
      checked(depth);
      List<@Nullable Object> list = new ArrayList<>();
      elements(value).forEach(element -> list.add(toJava(element, depth + 1)));
      return list;
    } else if (value instanceof StringValue string) {
      return string.value();
    } else if (value instanceof BooleanValue bool) {
      return bool.value();
    } else if (value instanceof NumberValue number) {
      return java(number);
    }
    return null;
  }

  private static Number java(NumberValue number) {
    boolean plain = number.text().chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    if (!plain) {
      return number.toBigDecimal();
    }
    return number.isLong() ? number.longValue() : new BigInteger(number.text());
  }

  private static ArrayValue elements(Value value) {
    return value instanceof SetValue set ? set.sorted() : (ArrayValue) value;
  }

  private static String keyText(Value key) {
    return key instanceof StringValue string ? string.value() : JsonWriter.PLAIN.text(key);
  }

  private static void checked(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH + " levels");
    }
  }
}
