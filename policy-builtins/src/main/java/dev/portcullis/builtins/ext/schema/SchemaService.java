package dev.portcullis.builtins.ext.schema;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.text.JsonReader;

/** What the two builtins do. */
public final class SchemaService {
  private SchemaService() {}

  private record Compiled(Value schema) {}

  /** Returns whether {@code schema} is one, and why not. */
  public static Value verify(Value schema) {
    try {
      SchemaCompiler.compile(document(schema));
      return ArrayValue.of(BooleanValue.TRUE, NullValue.NULL);
    } catch (InvalidSchema e) {
      return ArrayValue.of(BooleanValue.FALSE, StringValue.of("jsonschema: " + e.getMessage()));
    }
  }

  /** Returns whether {@code document} matches {@code schema}, and why not. */
  public static Value match(BuiltinContext context, Value document, Value schema) {
    Findings findings;
    try {
      Value read = document(document);
      Schema compiled = context.remember(new Compiled(schema), () -> compile(schema));
      findings = new SchemaValidator(context).validate(compiled, read);
    } catch (InvalidSchema e) {
      throw BuiltinException.failed(e.getMessage());
    }
    return ArrayValue.of(BooleanValue.of(findings.isValid()), ArrayValue.of(findings.errors()));
  }

  private static Schema compile(Value schema) {
    try {
      return SchemaCompiler.compile(document(schema));
    } catch (InvalidSchema e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  private static Value document(Value value) throws InvalidSchema {
    if (value instanceof ObjectValue || value instanceof ArrayValue) {
      return value;
    }
    if (!(value instanceof StringValue text)) {
      throw new InvalidSchema("wrong type, expected string or object");
    }
    try {
      return JsonReader.read(text.value());
    } catch (JsonReader.InvalidJson e) {
      throw new InvalidSchema("invalid JSON string");
    }
  }
}
