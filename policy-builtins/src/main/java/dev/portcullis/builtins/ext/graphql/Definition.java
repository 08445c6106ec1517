package dev.portcullis.builtins.ext.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type. It takes its extensions in while its schema is loaded and stays as it is afterwards. */
final class Definition {
  static final String SCALAR = "SCALAR";
  static final String OBJECT = "OBJECT";
  static final String INTERFACE = "INTERFACE";
  static final String UNION = "UNION";
  static final String ENUM = "ENUM";
  static final String INPUT_OBJECT = "INPUT_OBJECT";

  private final String kind;
  private final String name;
  private final @Nullable Place place;
  private final boolean builtIn;
  private final List<DirectiveUse> directives = new ArrayList<>();
  private final List<String> interfaces = new ArrayList<>();
  private final List<FieldDefinition> fields = new ArrayList<>();
  private final Map<String, FieldDefinition> fieldsByName = new HashMap<>();
  private final List<Member> members = new ArrayList<>();
  private final List<EnumValue> enumValues = new ArrayList<>();

  Definition(String kind, String name, @Nullable Place place, boolean builtIn) {
    this.kind = kind;
    this.name = name;
    this.place = place;
    this.builtIn = builtIn;
  }

  /**
   * A type in a union.
   *
   * @param name its name
   * @param place where it stood
   */
  record Member(String name, @Nullable Place place) {}

  /**
   * A value of an enumeration.
   *
   * @param name its name
   * @param directives what is applied to it
   * @param place where it stood
   */
  record EnumValue(String name, List<DirectiveUse> directives, @Nullable Place place) {}

  void addDirectives(List<DirectiveUse> more) {
    directives.addAll(more);
  }

  void addInterfaces(List<String> more) {
    interfaces.addAll(more);
  }

  void addFields(List<FieldDefinition> more) {
    for (FieldDefinition field : more) {
      fields.add(field);
      fieldsByName.putIfAbsent(field.name(), field);
    }
  }

  void addMembers(List<Member> more) {
    members.addAll(more);
  }

  void addEnumValues(List<EnumValue> more) {
    enumValues.addAll(more);
  }

  /** Takes in what an extension of this type has. */
  void extendBy(Definition extension) {
    addDirectives(extension.directives);
    addInterfaces(extension.interfaces);
    addFields(extension.fields);
    addMembers(extension.members);
    addEnumValues(extension.enumValues);
  }

  String kind() {
    return kind;
  }

  String name() {
    return name;
  }

  @Nullable Place place() {
    return place;
  }

  boolean builtIn() {
    return builtIn;
  }

  List<DirectiveUse> directives() {
    return directives;
  }

  List<String> interfaces() {
    return interfaces;
  }

  List<FieldDefinition> fields() {
    return fields;
  }

  /** Returns the first field of that name. */
  @Nullable FieldDefinition field(String fieldName) {
    return fieldsByName.get(fieldName);
  }

  List<Member> members() {
    return members;
  }

  List<EnumValue> enumValues() {
    return enumValues;
  }

  boolean is(String other) {
    return kind.equals(other);
  }

  boolean isLeaf() {
    return is(ENUM) || is(SCALAR);
  }

  boolean isAbstract() {
    return is(INTERFACE) || is(UNION);
  }

  boolean isComposite() {
    return is(OBJECT) || isAbstract();
  }

  boolean isInput() {
    return isLeaf() || is(INPUT_OBJECT);
  }
}
