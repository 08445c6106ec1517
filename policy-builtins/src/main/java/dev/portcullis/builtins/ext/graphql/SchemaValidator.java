package dev.portcullis.builtins.ext.graphql;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the types and directives of a schema, and stops at the first thing that is wrong. */
final class SchemaValidator {
  private static final List<String> OUTPUT_KINDS =
      List.of(
          Definition.SCALAR,
          Definition.OBJECT,
          Definition.INTERFACE,
          Definition.UNION,
          Definition.ENUM);
  private static final List<String> INPUT_KINDS =
      List.of(Definition.SCALAR, Definition.ENUM, Definition.INPUT_OBJECT);
  private static final Set<String> NOT_ENUM_VALUES = Set.of("true", "false", "null");

  private final Schema schema;
  private final InterfaceValidator interfaces;

  SchemaValidator(Schema schema) {
    this.schema = schema;
    interfaces = new InterfaceValidator(schema);
  }

  /** Checks everything but the schema's own directives. */
  void validate() throws GraphqlError {
    for (Definition definition : schema.types().values()) {
      checkDefinition(definition);
    }
    for (DirectiveDefinition directive : schema.directives().values()) {
      checkName(directive.place(), directive.name());
      checkArguments(directive.arguments(), directive);
    }
  }

  private void checkDefinition(Definition definition) throws GraphqlError {
    String location =
        definition.is(Definition.INPUT_OBJECT) ? "INPUT_FIELD_DEFINITION" : "FIELD_DEFINITION";
    for (FieldDefinition field : definition.fields()) {
      checkName(field.place(), field.name());
      checkType(field.type());
      checkArguments(field.arguments(), null);
      checkDirectives(field.directives(), location, null, true);
    }
    for (Definition.Member member : definition.members()) {
      checkMember(definition, member);
    }
    for (String name : definition.interfaces()) {
      interfaces.check(definition, name);
    }
    switch (definition.kind()) {
      case Definition.OBJECT, Definition.INTERFACE -> checkOutputFields(definition);
      case Definition.ENUM -> checkEnumValues(definition);
      case Definition.INPUT_OBJECT -> checkInputFields(definition);
      default -> {}
    }
    checkUnique(definition);
    if (!definition.builtIn()) {
      checkName(definition.place(), definition.name());
    }
    // A type and its extensions are several places, at each of which a directive may stand once.
    checkDirectives(definition.directives(), definition.kind(), null, false);
  }

  private void checkMember(Definition union, Definition.Member member) throws GraphqlError {
    Definition type = schema.type(member.name());
    if (type == null) {
      throw SchemaLoader.error(
          union.place(), "Undefined type " + Token.quoted(member.name()) + ".");
    }
    if (!type.is(Definition.OBJECT)) {
      throw SchemaLoader.error(
          union.place(),
          union.kind() + " type " + Token.quoted(member.name()) + " must be OBJECT.");
    }
  }

  private void checkOutputFields(Definition definition) throws GraphqlError {
    String subject = definition.kind() + " " + definition.name();
    if (definition.fields().isEmpty()) {
      throw SchemaLoader.error(definition.place(), subject + ": must define one or more fields.");
    }
    checkKinds(definition, subject, OUTPUT_KINDS);
  }

  private void checkInputFields(Definition definition) throws GraphqlError {
    if (definition.fields().isEmpty()) {
      throw SchemaLoader.error(
          definition.place(),
          definition.kind() + " " + definition.name() + ": must define one or more input fields.");
    }
    checkKinds(definition, null, INPUT_KINDS);
  }

  private void checkKinds(Definition definition, @Nullable String subject, List<String> kinds)
      throws GraphqlError {
    for (FieldDefinition field : definition.fields()) {
      Definition type = schema.type(field.type());
      if (type != null && !kinds.contains(type.kind())) {
        throw SchemaLoader.error(
            field.place(),
            (subject == null ? type.kind() + " " + field.name() : subject)
                + ": field must be one of "
                + String.join(", ", kinds)
                + ".");
      }
    }
  }

  private void checkEnumValues(Definition definition) throws GraphqlError {
    String subject = definition.kind() + " " + definition.name();
    if (definition.enumValues().isEmpty()) {
      throw SchemaLoader.error(
          definition.place(), subject + ": must define one or more unique enum values.");
    }
    for (Definition.EnumValue value : definition.enumValues()) {
      if (NOT_ENUM_VALUES.contains(value.name())) {
        throw SchemaLoader.error(
            definition.place(), subject + ": non-enum value " + value.name() + ".");
      }
      checkDirectives(value.directives(), "ENUM_VALUE", null, true);
    }
  }

  /**
   * Of several repetitions the one is reported whose first use stands first, as gqlparser compares
   * each name with all later ones.
   */
  private static void checkUnique(Definition definition) throws GraphqlError {
    Repetition<FieldDefinition> field =
        Repetition.first(definition.fields(), FieldDefinition::name);
    if (field != null) {
      throw SchemaLoader.error(
          field.second().place(),
          "Field " + definition.name() + "." + field.name() + " can only be defined once.");
    }
    Repetition<Definition.EnumValue> value =
        Repetition.first(definition.enumValues(), Definition.EnumValue::name);
    if (value != null) {
      throw SchemaLoader.error(
          value.second().place(),
          "Enum value " + definition.name() + "." + value.name() + " can only be defined once.");
    }
    Repetition<Definition.Member> member =
        Repetition.first(definition.members(), Definition.Member::name);
    if (member != null) {
      Place place = member.second().place();
      throw SchemaLoader.error(
          place == null ? definition.place() : place,
          "Union type " + definition.name() + " can only include type " + member.name() + " once.");
    }
  }

  private static void checkName(@Nullable Place place, String name) throws GraphqlError {
    if (name.startsWith("__")) {
      throw SchemaLoader.error(
          place,
          "Name \""
              + name
              + "\" must not begin with \"__\", which is reserved by GraphQL introspection.");
    }
  }

  private void checkType(TypeRef type) throws GraphqlError {
    if (schema.type(type) == null) {
      throw SchemaLoader.error(type.place(), "Undefined type " + type.innermost() + ".");
    }
  }

  private void checkArguments(List<FieldDefinition> arguments, @Nullable DirectiveDefinition inside)
      throws GraphqlError {
    for (FieldDefinition argument : arguments) {
      checkName(argument.place(), argument.name());
      checkType(argument.type());
      Definition type = schema.type(argument.type());
      if (type != null && !type.isInput()) {
        throw SchemaLoader.error(
            argument.place(),
            "cannot use "
                + argument.type().text()
                + " as argument "
                + argument.name()
                + " because "
                + type.kind()
                + " is not a valid input type");
      }
      checkDirectives(argument.directives(), "ARGUMENT_DEFINITION", inside, true);
    }
  }

  /**
   * Checks the directives of a node.
   *
   * @param location what the node is
   * @param inside the directive whose definition the node is a part of
   * @param once whether the node is a single place
   */
  void checkDirectives(
      List<DirectiveUse> directives,
      String location,
      @Nullable DirectiveDefinition inside,
      boolean once)
      throws GraphqlError {
    Set<String> seen = new HashSet<>();
    for (DirectiveUse use : directives) {
      String name = use.name();
      checkName(use.place(), name);
      if (inside != null && name.equals(inside.name())) {
        throw SchemaLoader.error(use.place(), "Directive " + name + " cannot refer to itself.");
      }
      DirectiveDefinition definition = schema.directive(name);
      if (definition == null) {
        throw SchemaLoader.error(use.place(), "Undefined directive " + name + ".");
      }
      if (once && !seen.add(name) && !definition.repeatable()) {
        throw SchemaLoader.error(
            use.place(), "The directive " + name + " can only be used once at this location.");
      }
      if (!definition.locations().contains(location)) {
        throw SchemaLoader.error(
            use.place(), "Directive " + name + " is not applicable on " + location + ".");
      }
      checkArgumentsOf(use, definition);
    }
  }

  private static void checkArgumentsOf(DirectiveUse use, DirectiveDefinition definition)
      throws GraphqlError {
    for (Argument argument : use.arguments()) {
      if (FieldDefinition.find(definition.arguments(), argument.name()) == null) {
        throw SchemaLoader.error(
            argument.place(),
            "Undefined argument " + argument.name() + " for directive " + use.name() + ".");
      }
    }
    for (FieldDefinition declared : definition.arguments()) {
      Argument given = Argument.find(use.arguments(), declared.name());
      if (declared.isRequired() && (given == null || given.value().is(ValueKind.NULL))) {
        throw SchemaLoader.error(
            use.place(),
            "Argument " + declared.name() + " for directive " + use.name() + " cannot be null.");
      }
    }
  }
}
