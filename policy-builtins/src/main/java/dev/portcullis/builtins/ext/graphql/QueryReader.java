package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.Map;

/** Reads an executable document from its tree. */
final class QueryReader extends NodeReader {
  private static final StringValue ALIAS = StringValue.of("Alias");
  private static final StringValue CONDITION = StringValue.of("TypeCondition");

  private QueryReader(Map<Value, Token> places) {
    super(places, Place.INPUT);
  }

  /**
   * Returns a document.
   *
   * @param tree its tree
   * @param places where the nodes of the tree stood
   */
  static QueryDocument read(ObjectValue tree, Map<Value, Token> places) throws GraphqlError {
    return new QueryReader(places).document(tree);
  }

  private QueryDocument document(ObjectValue tree) throws GraphqlError {
    return new QueryDocument(
        list(tree, "Operations", this::operation), list(tree, "Fragments", this::fragment));
  }

  private QueryDocument.Operation operation(ObjectValue node) throws GraphqlError {
    String kind = text(node, "Operation");
    return new QueryDocument.Operation(
        kind.isEmpty() ? "query" : kind,
        text(node, "Name"),
        list(node, "VariableDefinitions", this::variable),
        directives(node),
        selections(node),
        place(node));
  }

  private QueryDocument.Variable variable(ObjectValue node) throws GraphqlError {
    return new QueryDocument.Variable(
        text(node, "Variable"),
        type(node, "Type"),
        optionalLiteral(node, "DefaultValue"),
        directives(node),
        place(node));
  }

  private QueryDocument.Fragment fragment(ObjectValue node) throws GraphqlError {
    return new QueryDocument.Fragment(
        text(node, "Name"),
        text(node, "TypeCondition"),
        directives(node),
        selections(node),
        place(node));
  }

  private List<QueryDocument.Selection> selections(ObjectValue node) throws GraphqlError {
    return list(node, "SelectionSet", this::selection);
  }

  private QueryDocument.Selection selection(ObjectValue node) throws GraphqlError {
    if (node.containsKey(ALIAS)) {
      return new QueryDocument.Field(
          text(node, "Alias"),
          text(node, "Name"),
          arguments(node),
          directives(node),
          selections(node),
          place(node));
    }
    return node.containsKey(CONDITION)
        ? new QueryDocument.Inline(
            text(node, "TypeCondition"), directives(node), selections(node), place(node))
        : new QueryDocument.Spread(text(node, "Name"), directives(node), place(node));
  }
}
