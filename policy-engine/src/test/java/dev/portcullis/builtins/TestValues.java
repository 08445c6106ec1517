package dev.portcullis.builtins;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Values written as JSON, with {@code {"$set": […]}} for sets. */
final class TestValues {
  private static final JsonFactory JSON = new JsonFactory();

  private TestValues() {}

  /** Returns the elements of the array that {@code json} spells. */
  static Value[] array(String json) {
    return ((ArrayValue) value(json)).asList().toArray(new Value[0]);
  }

  /** Returns the value that {@code json} spells. */
  static Value value(String json) {
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      return read(parser);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Value read(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> NullValue.NULL;
      case VALUE_TRUE -> BooleanValue.TRUE;
      case VALUE_FALSE -> BooleanValue.FALSE;
      case VALUE_STRING -> StringValue.of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NumberValue.parse(parser.getText());
      case START_ARRAY -> readArray(parser);
      default -> readObject(parser);
    };
  }

  private static ArrayValue readArray(JsonParser parser) throws IOException {
    List<Value> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(parser));
    }
    return ArrayValue.of(elements);
  }

  private static Value readObject(JsonParser parser) throws IOException {
    ObjectValue.Builder object = ObjectValue.builder();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, read(parser));
    }
    ObjectValue built = object.build();
    return built.get("$set") instanceof ArrayValue elements
        ? SetValue.of(elements.asList())
        : built;
  }
}
