package dev.portcullis.builtins.ext;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.builtins.ext.schema.SchemaService;
import java.util.List;
import java.util.Optional;

/** The builtins {@code json.verify_schema} and {@code json.match_schema}. */
public final class JsonSchemaBuiltins implements BuiltinProvider {
  private static final RegoType ANY_OBJECT = RegoType.objectOf(RegoType.ANY, RegoType.ANY);
  private static final RegoType DOCUMENT = RegoType.anyOf(RegoType.STRING, ANY_OBJECT);
  private static final RegoType FINDING =
      new RegoType.ObjectOf(
          List.of(text("desc"), text("error"), text("field"), text("type")), Optional.empty());
  private static final List<Builtin> ROWS = List.of(verifySchema(), matchSchema());

  private static RegoType.Property text(String key) {
    return new RegoType.Property(StringValue.of(key), RegoType.STRING);
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Builtin verifySchema() {
    return Builtin.named("json.verify_schema")
        .doc(
            "Checks that the input is a valid JSON schema object. The schema can be either a "
                + "JSON string or an JSON object. The `pattern` keyword, if present, is compiled "
                + "using Go's RE2 regex dialect; schemas relying on ECMA-262 features that RE2 "
                + "does not support (e.g. negative lookahead) will be rejected.")
        .arg("schema", DOCUMENT, "the schema to verify")
        .result(
            "output",
            RegoType.tuple(RegoType.BOOLEAN, RegoType.anyOf(RegoType.NULL, RegoType.STRING)),
            "`output` is of the form `[valid, error]`. If the schema is valid, then `valid` "
                + "is `true`, and `error` is `null`. Otherwise, `valid` is `false` and `error` is "
                + "a string describing the error.")
        .body(Operand.ANY, (context, schema) -> SchemaService.verify(schema));
  }

  private static Builtin matchSchema() {
    return Builtin.named("json.match_schema")
        .doc(
            "Checks that the document matches the JSON schema. The `pattern` keyword is "
                + "enforced using Go's RE2 regex dialect; schemas relying on ECMA-262 features "
                + "that RE2 does not support (e.g. negative lookahead) will be rejected.")
        .arg("document", DOCUMENT, "document to verify by schema")
        .arg("schema", DOCUMENT, "schema to verify document by")
        .result(
            "output",
            RegoType.tuple(RegoType.BOOLEAN, RegoType.arrayOf(FINDING)),
            "`output` is of the form `[match, errors]`. If the document is valid given the "
                + "schema, then `match` is `true`, and `errors` is an empty array. Otherwise, "
                + "`match` is `false` and `errors` is an array of objects describing the error(s).")
        .body(Operand.ANY, Operand.ANY, SchemaService::match);
  }
}
