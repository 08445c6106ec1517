package dev.portcullis.builtins.ext.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a field, an input field or an argument.
 *
 * @param name its name
 * @param arguments its arguments, if it is a field of an object or an interface
 * @param defaultValue its default, if it is an input
 * @param type its type
 * @param directives what is applied to it
 * @param place where it stood
 */
record FieldDefinition(
    String name,
    List<FieldDefinition> arguments,
    @Nullable Literal defaultValue,
    TypeRef type,
    List<DirectiveUse> directives,
    @Nullable Place place) {

  /** Returns a field of the introspection system. */
  static FieldDefinition builtIn(String name, TypeRef type, FieldDefinition... arguments) {
    return new FieldDefinition(name, List.of(arguments), null, type, List.of(), null);
  }

  /** Returns whether it has a default other than null. */
  boolean hasDefault() {
    return defaultValue != null && !defaultValue.is(ValueKind.NULL);
  }

  /** Returns whether it must be given. */
  boolean isRequired() {
    return type.nonNull() && defaultValue == null;
  }

  /** Returns the first definition of that name. */
  static @Nullable FieldDefinition find(List<FieldDefinition> definitions, String name) {
    for (FieldDefinition definition : definitions) {
      if (definition.name.equals(name)) {
        return definition;
      }
    }
    return null;
  }
}
