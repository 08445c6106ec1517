package dev.portcullis.builtins.ext;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.builtins.ext.graphql.GraphqlService;
import java.util.List;

/** The family {@code graphql}. */
public final class GraphqlBuiltins implements BuiltinProvider {
  private static final RegoType ANY_OBJECT = RegoType.objectOf(RegoType.ANY, RegoType.ANY);
  private static final RegoType DOCUMENT = RegoType.anyOf(RegoType.STRING, ANY_OBJECT);
  private static final List<Builtin> ROWS = List.of(parseQuery(), parseSchema(), schemaIsValid());

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Builtin parseQuery() {
    return Builtin.named("graphql.parse_query")
        .doc("Returns an AST object for a GraphQL query.")
        .arg("query", RegoType.STRING, "GraphQL query string")
        .result("output", ANY_OBJECT, "AST object for the GraphQL query.")
        .body(Operand.TEXT, (context, query) -> GraphqlService.parseQuery(query));
  }

  private static Builtin parseSchema() {
    return Builtin.named("graphql.parse_schema")
        .doc("Returns an AST object for a GraphQL schema.")
        .arg("schema", RegoType.STRING, "GraphQL schema string")
        .result("output", ANY_OBJECT, "AST object for the GraphQL schema.")
        .body(Operand.TEXT, (context, schema) -> GraphqlService.parseSchema(schema));
  }

  private static Builtin schemaIsValid() {
    return Builtin.named("graphql.schema_is_valid")
        .doc(
            "Checks that the input is a valid GraphQL schema. The schema can be either a "
                + "GraphQL string or an AST object from the other GraphQL builtin functions.")
        .arg("schema", DOCUMENT, "the schema to verify")
        .result(
            "output",
            RegoType.BOOLEAN,
            "`true` if the schema is a valid GraphQL schema. `false` otherwise.")
        .body(
            Operand.ANY,
            (context, schema) -> BooleanValue.of(GraphqlService.schemaIsValid(schema)));
  }
}
