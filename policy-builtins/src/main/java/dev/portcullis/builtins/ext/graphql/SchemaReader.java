package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.Map;

/** Reads what a schema declares from its tree. */
final class SchemaReader extends NodeReader {
  private final boolean builtIn;

  private SchemaReader(Map<Value, Token> places, String file, boolean builtIn) {
    super(places, file);
    this.builtIn = builtIn;
  }

  /**
   * Returns what a schema declares.
   *
   * @param tree its tree
   * @param places where the nodes of the tree stood
   */
  static SchemaDocument read(ObjectValue tree, Map<Value, Token> places) throws GraphqlError {
    return new SchemaReader(places, Place.INPUT, false).document(tree);
  }

  /** Returns what the schema that every schema includes declares. */
  static SchemaDocument readBuiltIn(ObjectValue tree, Map<Value, Token> places, String file)
      throws GraphqlError {
    return new SchemaReader(places, file, true).document(tree);
  }

  private SchemaDocument document(ObjectValue tree) throws GraphqlError {
    return new SchemaDocument(
        list(tree, "Schema", this::entry),
        list(tree, "SchemaExtension", this::entry),
        list(tree, "Directives", this::directive),
        list(tree, "Definitions", this::definition),
        list(tree, "Extensions", this::definition));
  }

  private SchemaDocument.Entry entry(ObjectValue node) throws GraphqlError {
    return new SchemaDocument.Entry(
        directives(node),
        list(
            node,
            "OperationTypes",
            type ->
                new SchemaDocument.RootOperation(
                    text(type, "Operation"), text(type, "Type"), place(type))),
        place(node));
  }

  private DirectiveDefinition directive(ObjectValue node) throws GraphqlError {
    return new DirectiveDefinition(
        text(node, "Name"),
        list(node, "Arguments", this::field),
        names(node, "Locations").stream().map(StringValue::value).toList(),
        flag(node, "IsRepeatable"),
        place(node));
  }

  private Definition definition(ObjectValue node) throws GraphqlError {
    Definition definition =
        new Definition(
            text(node, "Kind"), text(node, "Name"), place(node), builtIn || flag(node, "BuiltIn"));
    definition.addDirectives(directives(node));
    definition.addInterfaces(names(node, "Interfaces").stream().map(StringValue::value).toList());
    definition.addFields(list(node, "Fields", this::field));
    definition.addMembers(
        names(node, "Types").stream()
            .map(name -> new Definition.Member(name.value(), place(name)))
            .toList());
    definition.addEnumValues(list(node, "EnumValues", this::enumValue));
    return definition;
  }

  private FieldDefinition field(ObjectValue node) throws GraphqlError {
    List<FieldDefinition> arguments = list(node, "Arguments", this::field);
    return new FieldDefinition(
        text(node, "Name"),
        arguments,
        optionalLiteral(node, "DefaultValue"),
        type(node, "Type"),
        directives(node),
        place(node));
  }

  private Definition.EnumValue enumValue(ObjectValue node) throws GraphqlError {
    return new Definition.EnumValue(text(node, "Name"), directives(node), place(node));
  }
}
