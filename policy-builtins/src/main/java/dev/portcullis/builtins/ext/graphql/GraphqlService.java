package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.Value;

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
}
