package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Map;

/** What the builtins do. */
public final class GraphqlService {
  private static final Value UNVERIFIED =
      ArrayValue.of(BooleanValue.FALSE, ObjectValue.EMPTY, ObjectValue.EMPTY);

  private GraphqlService() {}

  /** A query and a schema that it is valid for, as trees. */
  private record Verified(ObjectValue query, ObjectValue schema) {}

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

  /** Returns the trees of a query and of a schema that it is valid for. */
  public static Value parse(Value query, Value schema) {
    requireDocument(query, 0);
    requireDocument(schema, 1);
    try {
      Verified verified = verify(query, schema);
      return ArrayValue.of(verified.query(), verified.schema());
    } catch (GraphqlError e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  /** Returns whether a query is valid for a schema, and the trees of both if it is. */
  public static Value parseAndVerify(Value query, Value schema) {
    if (!isDocument(query) || !isDocument(schema)) {
      return UNVERIFIED;
    }
    try {
      Verified verified = verify(query, schema);
      return ArrayValue.of(BooleanValue.TRUE, verified.query(), verified.schema());
    } catch (GraphqlError e) {
      return UNVERIFIED;
    }
  }

  /** Returns whether a query is valid for a schema. */
  public static boolean isValid(Value query, Value schema) {
    if (!isDocument(query) || !isDocument(schema)) {
      return false;
    }
    try {
      verify(query, schema);
      return true;
    } catch (GraphqlError e) {
      return false;
    }
  }

  private static Verified verify(Value query, Value schema) throws GraphqlError {
    Map<Value, Token> places = TokenReader.noPlaces();
    ObjectValue queryTree =
        query instanceof StringValue text
            ? QueryParser.parse(text.value(), places)
            : TreeShape.QUERY.shape(query);
    ObjectValue schemaTree = schemaTree(schema, places);
    Schema loaded = SchemaLoader.load(SchemaReader.read(schemaTree, places));
    Rules.check(loaded, QueryReader.read(queryTree, places));
    return new Verified(queryTree, schemaTree);
  }

  private static boolean isDocument(Value value) {
    return value instanceof StringValue || value instanceof ObjectValue;
  }

  /** OPA counts the operands of this builtin from 0. */
  private static void requireDocument(Value value, int operand) {
    if (!isDocument(value)) {
      throw BuiltinException.type(
          "operand "
              + operand
              + " must be one of {string, object} but got "
              + value.kind().typeName());
    }
  }

  private static ObjectValue schemaTree(Value schema, Map<Value, Token> places)
      throws GraphqlError {
    return schema instanceof StringValue text
        ? SchemaParser.parse(text.value(), places)
        : TreeShape.SCHEMA.shape(schema);
  }
}
