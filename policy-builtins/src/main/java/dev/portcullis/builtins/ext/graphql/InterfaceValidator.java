package dev.portcullis.builtins.ext.graphql;

import org.jspecify.annotations.Nullable;

/** Checks that a type has what the interfaces that it implements ask for. */
final class InterfaceValidator {
  private final Schema schema;

  InterfaceValidator(Schema schema) {
    this.schema = schema;
  }

  void check(Definition definition, String name) throws GraphqlError {
    Definition required = schema.type(name);
    if (required == null) {
      throw SchemaLoader.error(definition.place(), "Undefined type " + Token.quoted(name) + ".");
    }
    if (!required.is(Definition.INTERFACE)) {
      throw SchemaLoader.error(
          definition.place(),
          Token.quoted(name) + " is a non interface type " + required.kind() + ".");
    }
    String claim = "For " + definition.name() + " to implement " + required.name();
    for (FieldDefinition field : required.fields()) {
      checkField(definition, field, claim);
    }
    checkAncestors(definition, required);
  }

  private void checkField(Definition definition, FieldDefinition required, String claim)
      throws GraphqlError {
    FieldDefinition found = definition.field(required.name());
    if (found == null) {
      throw SchemaLoader.error(
          definition.place(), claim + " it must have a field called " + required.name() + ".");
    }
    String subject = claim + " the field " + required.name() + " must have ";
    if (!isCovariant(required.type(), found.type())) {
      throw SchemaLoader.error(found.place(), subject + "type " + required.type().text() + ".");
    }
    for (FieldDefinition argument : required.arguments()) {
      FieldDefinition match = FieldDefinition.find(found.arguments(), argument.name());
      if (match == null) {
        throw SchemaLoader.error(
            found.place(),
            subject + "the same arguments but it is missing " + argument.name() + ".");
      }
      if (!argument.type().fits(match.type())) {
        throw SchemaLoader.error(
            match.place(),
            subject + "the same arguments but " + argument.name() + " has the wrong type.");
      }
    }
    for (FieldDefinition argument : found.arguments()) {
      if (argument.isRequired()
          && FieldDefinition.find(required.arguments(), argument.name()) == null) {
        throw SchemaLoader.error(
            argument.place(),
            claim
                + " any additional arguments on "
                + found.name()
                + " must be optional or have a default value but "
                + argument.name()
                + " is required.");
      }
    }
  }

  private static void checkAncestors(Definition definition, Definition required)
      throws GraphqlError {
    for (String ancestor : required.interfaces()) {
      if (definition.interfaces().contains(ancestor)) {
        continue;
      }
      String message =
          ancestor.equals(definition.name())
              ? "Type "
                  + definition.name()
                  + " cannot implement "
                  + required.name()
                  + " because it would create a circular reference."
              : "Type "
                  + definition.name()
                  + " must implement "
                  + ancestor
                  + " because it is implemented by "
                  + required.name()
                  + ".";
      throw SchemaLoader.error(definition.place(), message);
    }
  }

  private boolean isCovariant(@Nullable TypeRef required, @Nullable TypeRef actual) {
    if (required == null || actual == null || (required.nonNull() && !actual.nonNull())) {
      return false;
    }
    if (required.element() != null) {
      return isCovariant(required.element(), actual.element());
    }
    return required.named().equals(actual.named())
        || schema.possibleTypes(required.named()).stream()
            .anyMatch(type -> type.name().equals(actual.named()));
  }
}
