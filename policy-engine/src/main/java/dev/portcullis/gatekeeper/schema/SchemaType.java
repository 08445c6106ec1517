package dev.portcullis.gatekeeper.schema;

import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueKind;
import java.util.Locale;
import java.util.Optional;

/** The types that a schema can ask for. */
public enum SchemaType {
  STRING,
  NUMBER,
  INTEGER,
  BOOLEAN,
  ARRAY,
  OBJECT;

  /** Returns the type as schemas spell it. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SchemaType> parse(String text) {
    for (SchemaType type : values()) {
      if (type.wireName().equals(text)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  boolean accepts(Value value) {
    return switch (this) {
      case STRING -> value.kind() == ValueKind.STRING;
      case NUMBER -> value.kind() == ValueKind.NUMBER;
      case INTEGER -> value instanceof NumberValue number && number.isInteger();
      case BOOLEAN -> value.kind() == ValueKind.BOOLEAN;
      case ARRAY -> value.kind() == ValueKind.ARRAY;
      case OBJECT -> value.kind() == ValueKind.OBJECT;
    };
  }
}
