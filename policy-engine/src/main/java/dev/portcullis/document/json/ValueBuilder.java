package dev.portcullis.document.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonReader.StoppedException;
import dev.portcullis.document.source.KeyTable;
import dev.portcullis.document.source.Projection;
import dev.portcullis.document.source.ReadLimits;
import dev.portcullis.document.source.Utf8;
import java.io.IOException;
import java.util.Arrays;

/**
 * Turns the tokens of one JSON value into a {@link Value}, without recursion. Elements of arrays,
 * and keys and values of objects, wait on one stack until their array or object ends.
 */
final class ValueBuilder {
  private static final int LONG_DIGITS = 18;

  private final JsonParser parser;
  private final int maxDepth;
  private final boolean checkSurrogates;

  private Value[] waiting = new Value[64];
  private int top;
  private int[] starts = new int[16];
  private boolean[] objects = new boolean[16];
  private Projection[] projections = new Projection[16];
  private int depth;
  private boolean duplicateKeys;

  /**
   * Creates a builder.
   *
   * @param checkSurrogates whether strings may hold surrogates that stand alone
   */
  ValueBuilder(JsonParser parser, ReadLimits limits, boolean checkSurrogates) {
    this.parser = parser;
    this.maxDepth = limits.maxDepth();
    this.checkSurrogates = checkSurrogates;
  }

  /** Returns whether an object had a key twice. */
  boolean sawDuplicateKeys() {
    return duplicateKeys;
  }

  /** Reads the value that begins at the current token. */
  Value read(Projection projection) throws IOException {
    JsonToken token = parser.currentToken();
    Projection kept = projection;
    while (true) {
      if (token == null) {
        throw stopped("unexpected end of the text");
      }
      switch (token) {
        case START_OBJECT -> open(true, kept);
        case START_ARRAY -> open(false, kept);
        case END_OBJECT -> push(closeObject());
        case END_ARRAY -> push(closeArray());
        default -> push(scalar(token));
      }
      if (depth == 0) {
        return waiting[--top];
      }
      token = parser.nextToken();
      Projection around = projections[depth - 1];
      if (!objects[depth - 1]) {
        kept = around.element();
        token = kept == Projection.NOTHING ? skipElements(token) : token;
        continue;
      }
      while (token == JsonToken.FIELD_NAME) {
        StringValue key = key();
        kept = around.child(key);
        token = parser.nextToken();
        if (kept != Projection.NOTHING) {
          push(key);
          break;
        }
        parser.skipChildren();
        token = parser.nextToken();
      }
    }
  }

  private JsonToken skipElements(JsonToken first) throws IOException {
    JsonToken token = first;
    while (token != null && token != JsonToken.END_ARRAY) {
      parser.skipChildren();
      token = parser.nextToken();
    }
    if (token == null) {
      throw stopped("unexpected end of the text");
    }
    return token;
  }

  private void open(boolean object, Projection projection) {
    if (depth == maxDepth) {
      throw stopped("nested deeper than " + maxDepth + " levels");
    }
    if (depth == starts.length) {
      starts = Arrays.copyOf(starts, depth * 2);
      objects = Arrays.copyOf(objects, depth * 2);
      projections = Arrays.copyOf(projections, depth * 2);
    }
    starts[depth] = top;
    objects[depth] = object;
    projections[depth] = projection;
    depth++;
  }

  private void push(Value value) {
    if (top == waiting.length) {
      waiting = Arrays.copyOf(waiting, top * 2);
    }
    waiting[top++] = value;
  }

  private Value closeArray() {
    int start = starts[--depth];
    Value[] elements = Arrays.copyOfRange(waiting, start, top);
    top = start;
    return ArrayValue.wrap(elements);
  }

  private Value closeObject() {
    int start = starts[--depth];
    int entries = (top - start) / 2;
    if (entries == 0) {
      return ObjectValue.EMPTY;
    }
    ObjectValue.Builder builder = ObjectValue.builder(entries);
    for (int i = start; i < top; i += 2) {
      builder.put(waiting[i], waiting[i + 1]);
    }
    duplicateKeys |= builder.size() != entries;
    top = start;
    return builder.build();
  }

  private StringValue key() throws IOException {
    String name = parser.currentName();
    return KeyTable.share(checkSurrogates ? Utf8.wellFormed(name) : name);
  }

  private Value scalar(JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> string(parser.getText());
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_TRUE -> BooleanValue.TRUE;
      case VALUE_FALSE -> BooleanValue.FALSE;
      case VALUE_NULL -> NullValue.NULL;
      case VALUE_EMBEDDED_OBJECT -> embedded();
      default -> throw stopped("unexpected " + token);
    };
  }

  private StringValue string(String text) {
    return StringValue.of(checkSurrogates ? Utf8.wellFormed(text) : text);
  }

  private NumberValue integer() throws IOException {
    int length = parser.getTextLength();
    if (length <= LONG_DIGITS) {
      long value = parser.getLongValue();
      if (value != 0 || length == 1) {
        return NumberValue.of(value);
      }
    }
    return number(parser.getText());
  }

  private NumberValue number(String text) {
    try {
      return NumberValue.parse(text);
    } catch (NumberFormatException e) {
      throw stopped("not a JSON number");
    }
  }

  /** Bytes in a tree of Jackson's are a string in base 64, as Jackson would write them. */
  private Value embedded() throws IOException {
    if (parser.getEmbeddedObject() == null) {
      return NullValue.NULL;
    }
    if (parser.getEmbeddedObject() instanceof byte[]) {
      return string(java.util.Base64.getEncoder().encodeToString(parser.getBinaryValue()));
    }
    throw stopped("a Java object that is no JSON value");
  }

  private StoppedException stopped(String message) {
    return new StoppedException(message, parser.currentTokenLocation().getByteOffset());
  }
}
