package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.Value;

/** The kinds of values, in the order of the numbers that trees give them. */
enum ValueKind {
  VARIABLE,
  INT,
  FLOAT,
  STRING,
  BLOCK,
  BOOLEAN,
  NULL,
  ENUM,
  LIST,
  OBJECT;

  /** OPA numbers the kinds in the order in which they stand here. */
  @SuppressWarnings("EnumOrdinal")
  Value number() {
    return NumberValue.of(ordinal());
  }

  static ValueKind of(Token token) {
    return switch (token.kind()) {
      case INT -> INT;
      case FLOAT -> FLOAT;
      case STRING -> STRING;
      case BLOCK_STRING -> BLOCK;
      default ->
          switch (token.value()) {
            case "true", "false" -> BOOLEAN;
            case "null" -> NULL;
            default -> ENUM;
          };
    };
  }
}
