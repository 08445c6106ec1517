package dev.portcullis.builtins.ext.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a schema of what a document declares, or says what is wrong with it first. */
final class SchemaLoader {
  private static final String QUERY = "query";

  /** The directives that a document may declare once more; its own declaration counts. */
  private static final Set<String> REDECLARABLE =
      Set.of("include", "skip", "deprecated", "specifiedBy", "defer", "oneOf");

  private final SchemaDocument document;
  private final Schema schema = new Schema();
  private final SchemaValidator validator = new SchemaValidator(schema);

  private SchemaLoader(SchemaDocument document) {
    this.document = document;
  }

  /** Returns the schema of a document together with what every schema includes. */
  static Schema load(SchemaDocument document) throws GraphqlError {
    return new SchemaLoader(Prelude.document().followedBy(document)).load();
  }

  static GraphqlError error(@Nullable Place place, String message) {
    return GraphqlError.of(
        "Error in gqlparser SchemaDocument to Schema conversion: " + Place.prefix(place) + message);
  }

  private Schema load() throws GraphqlError {
    List<Definition> definitions = types();
    definitions.forEach(this::possibleTypes);
    directives();
    if (document.schemas().size() > 1) {
      throw error(
          document.schemas().get(1).place(),
          "Cannot have multiple schema entry points, consider schema extensions instead.");
    }
    for (SchemaDocument.Entry entry : document.schemas()) {
      roots(entry);
    }
    for (SchemaDocument.Entry extension : document.schemaExtensions()) {
      roots(extension);
    }
    validator.validate();
    if (document.schemas().isEmpty()) {
      inferRoot(QUERY, "Query");
      inferRoot("mutation", "Mutation");
      inferRoot("subscription", "Subscription");
    }
    introspection();
    return schema;
  }

  private List<Definition> types() throws GraphqlError {
    for (Definition definition : document.definitions()) {
      if (schema.types().putIfAbsent(definition.name(), definition) != null) {
        throw error(definition.place(), "Cannot redeclare type " + definition.name() + ".");
      }
    }
    List<Definition> definitions = new ArrayList<>(document.definitions());
    for (Definition extension : document.extensions()) {
      Definition base = schema.type(extension.name());
      if (base == null) {
        base = new Definition(extension.kind(), extension.name(), extension.place(), false);
        schema.types().put(base.name(), base);
        definitions.add(base);
      }
      if (!base.is(extension.kind())) {
        throw error(
            extension.place(),
            "Cannot extend type "
                + extension.name()
                + " because the base type is a "
                + base.kind()
                + ", not "
                + extension.kind()
                + ".");
      }
      base.extendBy(extension);
    }
    return definitions;
  }

  private void possibleTypes(Definition definition) {
    switch (definition.kind()) {
      case Definition.UNION ->
          definition
              .members()
              .forEach(m -> schema.addPossibleType(definition.name(), schema.type(m.name())));
      case Definition.OBJECT, Definition.INPUT_OBJECT -> {
        definition.interfaces().forEach(name -> schema.addPossibleType(name, definition));
        schema.addPossibleType(definition.name(), definition);
      }
      case Definition.INTERFACE ->
          definition.interfaces().forEach(name -> schema.addPossibleType(name, definition));
      default -> {}
    }
  }

  private void directives() throws GraphqlError {
    for (DirectiveDefinition directive : document.directives()) {
      DirectiveDefinition known = schema.directives().put(directive.name(), directive);
      if (known != null && !REDECLARABLE.contains(directive.name())) {
        throw error(directive.place(), "Cannot redeclare directive " + directive.name() + ".");
      }
    }
  }

  private void roots(SchemaDocument.Entry entry) throws GraphqlError {
    for (SchemaDocument.RootOperation root : entry.operations()) {
      Definition type = schema.type(root.type());
      if (type == null) {
        throw error(
            root.place(),
            "Schema root "
                + root.operation()
                + " refers to a type "
                + root.type()
                + " that does not exist.");
      }
      schema.setRoot(root.operation(), type);
    }
    validator.checkDirectives(entry.directives(), "SCHEMA", null, true);
  }

  private void inferRoot(String operation, String name) {
    Definition type = schema.type(name);
    if (type != null && schema.root(operation) == null) {
      schema.setRoot(operation, type);
    }
  }

  private void introspection() {
    Definition query = schema.root(QUERY);
    if (query != null) {
      FieldDefinition name = FieldDefinition.builtIn("name", TypeRef.required("String"));
      query.addFields(
          List.of(
              FieldDefinition.builtIn("__schema", TypeRef.required("__Schema")),
              FieldDefinition.builtIn("__type", TypeRef.named("__Type"), name)));
    }
  }
}
