package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The shapes of trees. A policy may give a tree of its own making: it is brought into the shape of
 * the trees that the parsers give, with defaults for what it leaves out and without what it adds.
 */
enum TreeShape {
  COMMENT("Value:text"),
  COMMENT_GROUP("List:COMMENT*"),
  TYPE("NamedType:text Elem:TYPE NonNull:flag"),
  LITERAL("Raw:text Children:CHILD* Kind:number ExpectedTypeHasDefault:flag Comment:COMMENT_GROUP"),
  CHILD("Name:text Value:LITERAL Comment:COMMENT_GROUP"),
  ARGUMENT("Name:text Value:LITERAL Comment:COMMENT_GROUP"),
  DIRECTIVE("Name:text Arguments:ARGUMENT* Location:text"),
  VARIABLE(
      "Variable:text Type:TYPE DefaultValue:LITERAL Directives:DIRECTIVE* Used:flag"
          + " Comment:COMMENT_GROUP"),
  SELECTION(
      "Alias:text Name:text Arguments:ARGUMENT* Directives:DIRECTIVE* SelectionSet:SELECTION*"),
  OPERATION(
      "Operation:text Name:text VariableDefinitions:VARIABLE* Directives:DIRECTIVE*"
          + " SelectionSet:SELECTION*"),
  FRAGMENT(
      "Name:text VariableDefinition:VARIABLE* TypeCondition:text Directives:DIRECTIVE*"
          + " SelectionSet:SELECTION*"),
  QUERY("Operations:OPERATION* Fragments:FRAGMENT* Comment:COMMENT_GROUP"),
  MEMBER(
      "Description:text Name:text DefaultValue:LITERAL Type:TYPE Directives:DIRECTIVE*"
          + " BeforeDescriptionComment:COMMENT_GROUP AfterDescriptionComment:COMMENT_GROUP"),
  FIELD(
      "Description:text Name:text Arguments:MEMBER* DefaultValue:LITERAL Type:TYPE"
          + " Directives:DIRECTIVE* BeforeDescriptionComment:COMMENT_GROUP"
          + " AfterDescriptionComment:COMMENT_GROUP"),
  ENUM_VALUE(
      "Description:text Name:text Directives:DIRECTIVE* BeforeDescriptionComment:COMMENT_GROUP"
          + " AfterDescriptionComment:COMMENT_GROUP"),
  DEFINITION(
      "Kind:text Description:text Name:text Directives:DIRECTIVE* Interfaces:text* Fields:FIELD*"
          + " Types:text* EnumValues:ENUM_VALUE* BuiltIn:flag"
          + " BeforeDescriptionComment:COMMENT_GROUP AfterDescriptionComment:COMMENT_GROUP"
          + " EndOfDefinitionComment:COMMENT_GROUP"),
  DIRECTIVE_DEFINITION(
      "Description:text Name:text Arguments:MEMBER* Locations:text* IsRepeatable:flag"
          + " BeforeDescriptionComment:COMMENT_GROUP AfterDescriptionComment:COMMENT_GROUP"),
  ROOT_OPERATION("Operation:text Type:text Comment:COMMENT_GROUP"),
  SCHEMA_ENTRY(
      "Description:text Directives:DIRECTIVE* OperationTypes:ROOT_OPERATION*"
          + " BeforeDescriptionComment:COMMENT_GROUP AfterDescriptionComment:COMMENT_GROUP"
          + " EndOfDefinitionComment:COMMENT_GROUP"),
  SCHEMA(
      "Schema:SCHEMA_ENTRY* SchemaExtension:SCHEMA_ENTRY* Directives:DIRECTIVE_DEFINITION*"
          + " Definitions:DEFINITION* Extensions:DEFINITION* Comment:COMMENT_GROUP");

  private static final int MAX_DEPTH = 1000;

  private final List<Slot> slots;

  TreeShape(String slots) {
    this.slots = List.of(slots.split(" ")).stream().map(Slot::parse).toList();
  }

  /**
   * A key of a node.
   *
   * @param key the key
   * @param type {@code text}, {@code flag}, {@code number} or the name of a shape
   * @param many whether it holds a list
   */
  private record Slot(String key, String type, boolean many) {
    static Slot parse(String text) {
      int colon = text.indexOf(':');
      boolean many = text.endsWith("*");
      return new Slot(
          text.substring(0, colon),
          text.substring(colon + 1, text.length() - (many ? 1 : 0)),
          many);
    }
  }

  /** Returns the tree that {@code given} describes. */
  ObjectValue shape(Value given) throws GraphqlError {
    return shape(given, 0);
  }

  private ObjectValue shape(Value given, int depth) throws GraphqlError {
    if (!(given instanceof ObjectValue node)) {
      throw mismatch(given, name());
    }
    if (depth > MAX_DEPTH) {
      throw GraphqlError.of("nested too deeply");
    }
    ObjectValue.Builder fields = ObjectValue.builder(slots.size());
    for (Slot slot : slots) {
      Value value = node.get(slot.key());
      if (value == null) {
        value = NullValue.NULL;
      }
      if (slot.many()) {
        List<Value> elements = elements(slot, value, depth);
        TokenReader.putList(fields, slot.key(), elements);
      } else {
        put(fields, slot.key(), element(slot, value, depth));
      }
    }
    return fields.build();
  }

  private static List<Value> elements(Slot slot, Value value, int depth) throws GraphqlError {
    List<Value> elements = new ArrayList<>();
    if (value instanceof ArrayValue array) {
      for (Value element : array) {
        Value shaped = element(slot, element, depth);
        if (!isEmpty(shaped)) {
          elements.add(shaped);
        }
      }
    } else if (!(value instanceof NullValue)) {
      throw mismatch(value, slot.key());
    }
    return elements;
  }

  private static void put(ObjectValue.Builder fields, String key, Value value) {
    if (!isEmpty(value)) {
      fields.put(key, value);
    }
  }

  private static boolean isEmpty(Value value) {
    return value instanceof NullValue || (value instanceof ObjectValue node && node.size() == 0);
  }

  private static Value element(Slot slot, Value value, int depth) throws GraphqlError {
    boolean absent = value instanceof NullValue;
    switch (slot.type()) {
      case "text" -> {
        return absent ? StringValue.EMPTY : expect(StringValue.class, value, slot);
      }
      case "flag" -> {
        return absent ? BooleanValue.FALSE : expect(BooleanValue.class, value, slot);
      }
      case "number" -> {
        return absent ? NumberValue.of(0) : expect(NumberValue.class, value, slot);
      }
      default -> {
        return absent ? value : valueOf(slot.type()).shape(value, depth + 1);
      }
    }
  }

  private static Value expect(Class<? extends Value> type, Value value, Slot slot)
      throws GraphqlError {
    if (!type.isInstance(value)) {
      throw mismatch(value, slot.key());
    }
    return value;
  }

  private static GraphqlError mismatch(Value value, String key) {
    return GraphqlError.of("json: cannot unmarshal " + value.kind().typeName() + " into " + key);
  }
}
