package dev.portcullis.builtins.ext.graphql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a type system document declares.
 *
 * @param schemas the definitions of the schema
 * @param schemaExtensions its extensions
 * @param directives the definitions of directives
 * @param definitions the definitions of types
 * @param extensions the extensions of types
 */
record SchemaDocument(
    List<Entry> schemas,
    List<Entry> schemaExtensions,
    List<DirectiveDefinition> directives,
    List<Definition> definitions,
    List<Definition> extensions) {

  /**
   * A definition or extension of the schema.
   *
   * @param directives what is applied to it
   * @param operations its operations
   * @param place where it stood
   */
  record Entry(
      List<DirectiveUse> directives, List<RootOperation> operations, @Nullable Place place) {}

  /**
   * The type at the root of an operation.
   *
   * @param operation {@code query}, {@code mutation} or {@code subscription}
   * @param type the name of the type
   * @param place where it stood
   */
  record RootOperation(String operation, String type, @Nullable Place place) {}

  /** Returns this document followed by another one. */
  SchemaDocument followedBy(SchemaDocument other) {
    return new SchemaDocument(
        joined(schemas, other.schemas),
        joined(schemaExtensions, other.schemaExtensions),
        joined(directives, other.directives),
        joined(definitions, other.definitions),
        joined(extensions, other.extensions));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
