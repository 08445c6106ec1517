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
  private static final List<Builtin> ROWS =
      List.of(parse(), parseAndVerify(), parseQuery(), parseSchema(), isValid(), schemaIsValid());

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Builtin parse() {
    return Builtin.named("graphql.parse")
        .doc(
            "Returns AST objects for a given GraphQL query and schema after validating the "
                + "query against the schema. Returns undefined if errors were encountered during "
                + "parsing or validation. The query and/or schema can be either GraphQL strings or "
                + "AST objects from the other GraphQL builtin functions.")
        .arg("query", DOCUMENT, "the GraphQL query")
        .arg("schema", DOCUMENT, "the GraphQL schema")
        .result(
            "output",
            RegoType.tuple(ANY_OBJECT, ANY_OBJECT),
            "`output` is of the form `[query_ast, schema_ast]`. If the GraphQL query is "
                + "valid given the provided schema, then `query_ast` and `schema_ast` are objects "
                + "describing the ASTs for the query and schema.")
        .body(
            Operand.ANY,
            Operand.ANY,
            (context, query, schema) -> GraphqlService.parse(query, schema));
  }

  private static Builtin parseAndVerify() {
    return Builtin.named("graphql.parse_and_verify")
        .doc(
            "Returns a boolean indicating success or failure alongside the parsed ASTs for a "
                + "given GraphQL query and schema after validating the query against the schema. "
                + "The query and/or schema can be either GraphQL strings or AST objects from the "
                + "other GraphQL builtin functions.")
        .arg("query", DOCUMENT, "the GraphQL query")
        .arg("schema", DOCUMENT, "the GraphQL schema")
        .result(
            "output",
            RegoType.tuple(RegoType.BOOLEAN, ANY_OBJECT, ANY_OBJECT),
            " `output` is of the form `[valid, query_ast, schema_ast]`. If the query is "
                + "valid given the provided schema, then `valid` is `true`, and `query_ast` and "
                + "`schema_ast` are objects describing the ASTs for the GraphQL query and schema. "
                + "Otherwise, `valid` is `false` and `query_ast` and `schema_ast` are `{}`.")
        .body(
            Operand.ANY,
            Operand.ANY,
            (context, query, schema) -> GraphqlService.parseAndVerify(query, schema));
  }

  private static Builtin isValid() {
    return Builtin.named("graphql.is_valid")
        .doc(
            "Checks that a GraphQL query is valid against a given schema. The query and/or "
                + "schema can be either GraphQL strings or AST objects from the other GraphQL "
                + "builtin functions.")
        .arg("query", DOCUMENT, "the GraphQL query")
        .arg("schema", DOCUMENT, "the GraphQL schema")
        .result(
            "output",
            RegoType.BOOLEAN,
            "`true` if the query is valid under the given schema. `false` otherwise.")
        .body(
            Operand.ANY,
            Operand.ANY,
            (context, query, schema) -> BooleanValue.of(GraphqlService.isValid(query, schema)));
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
