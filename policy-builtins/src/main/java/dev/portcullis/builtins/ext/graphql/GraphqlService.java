package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Map;

/** What the builtins do. */
public final class GraphqlService {
  private GraphqlService() {}

  /** Returns the tree of a query. */
  public static Value parseQuery(String query) {
    try {
      return QueryParser.parse(query, TokenReader.noPlaces());
    } catch (GraphqlError e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  /** Returns the tree of a schema. */
  public static Value parseSchema(String schema) {
    try {
      return SchemaParser.parse(schema, TokenReader.noPlaces());
    } catch (GraphqlError e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  /** Returns whether a text or a tree is a valid schema. */
  public static boolean schemaIsValid(Value schema) {
    if (!isDocument(schema)) {
      return false;
    }
    try {
      Map<Value, Token> places = TokenReader.noPlaces();
      SchemaLoader.load(SchemaReader.read(schemaTree(schema, places), places));
      return true;
    } catch (GraphqlError e) {
      return false;
    }
  }

  private static boolean isDocument(Value value) {
    return value instanceof StringValue || value instanceof ObjectValue;
  }

  private static ObjectValue schemaTree(Value schema, Map<Value, Token> places)
      throws GraphqlError {
    return schema instanceof StringValue text
        ? SchemaParser.parse(text.value(), places)
        : TreeShape.SCHEMA.shape(schema);
  }
}
