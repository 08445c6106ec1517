package dev.portcullis.builtins.ext.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text as a value. Numbers keep their spelling, of equal keys the last one counts,
 * and nothing may follow.
 */
public final class JsonReader {
  /** Go's limit of nesting. */
  private static final int MAX_DEPTH = 10_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private JsonReader() {}

  /** Says that a text is no JSON. */
  public static final class InvalidJson extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidJson(String message) {
      super(message, null, false, false);
    }

    /** Returns why, in a few words. */
    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /**
   * Returns the value that {@code text} spells.
   *
   * @throws InvalidJson if it is not exactly one JSON value
   */
  public static Value read(String text) throws InvalidJson {
    try (JsonParser parser = FACTORY.createParser(text)) {
      Value value = new Assembly().read(parser);
      if (parser.nextToken() != null) {
        throw new InvalidJson("invalid character after top-level value");
      }
      return value;
    } catch (IOException e) {
      throw new InvalidJson(text.isBlank() ? "EOF" : "invalid character in JSON input");
    }
  }

  /** Returns whether {@code text} is exactly one JSON value. */
  public static boolean isValid(String text) {
    try {
      read(text);
      return true;
    } catch (InvalidJson e) {
      return false;
    }
  }

  /** An open array or object. */
  private static final class Frame {
    final @Nullable List<Value> elements;
    final ObjectValue.@Nullable Builder members;
    @Nullable String key;

    Frame(boolean array) {
      elements = array ? new ArrayList<>() : null;
      members = array ? null : ObjectValue.builder();
    }

    void add(Value value) {
      if (elements != null) {
        elements.add(value);
      } else if (members != null && key != null) {
        members.put(key, value);
      }
    }

    Value close() {
      if (elements != null) {
        return ArrayValue.of(elements);
      }
      return members == null ? ObjectValue.EMPTY : members.build();
    }
  }

  /** Builds a value from tokens with a stack of its own: nesting costs heap, not call stack. */
  private static final class Assembly {
    private final ArrayDeque<Frame> open = new ArrayDeque<>();

    Value read(JsonParser parser) throws IOException, InvalidJson {
      while (true) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          throw new InvalidJson("EOF");
        }
        Value done = accept(parser, token);
        if (done == null) {
          continue;
        }
        Frame parent = open.peek();
        if (parent == null) {
          return done;
        }
        parent.add(done);
      }
    }

    private @Nullable Value accept(JsonParser parser, JsonToken token)
        throws IOException, InvalidJson {
      switch (token) {
        case START_ARRAY -> open.push(new Frame(true));
        case START_OBJECT -> open.push(new Frame(false));
        case END_ARRAY, END_OBJECT -> {
          return open.pop().close();
        }
        case FIELD_NAME -> {
          Frame frame = open.peek();
          if (frame != null) {
            frame.key = parser.currentName();
          }
        }
        case VALUE_STRING -> {
          return StringValue.of(parser.getText());
        }
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
          return number(parser.getText());
        }
        case VALUE_TRUE -> {
          return BooleanValue.TRUE;
        }
        case VALUE_FALSE -> {
          return BooleanValue.FALSE;
        }
        case VALUE_NULL -> {
          return NullValue.NULL;
        }
        default -> throw new InvalidJson("invalid character in JSON input");
      }
      return null;
    }

    private static Value number(String text) throws InvalidJson {
      try {
        return NumberValue.parse(text);
      } catch (NumberFormatException e) {
        throw new InvalidJson("invalid number literal");
      }
    }
  }
}
