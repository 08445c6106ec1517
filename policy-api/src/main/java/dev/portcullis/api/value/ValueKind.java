package dev.portcullis.api.value;

/** The kinds of values, in the order in which Rego sorts values of different kinds. */
public enum ValueKind {
  NULL("null"),
  BOOLEAN("boolean"),
  NUMBER("number"),
  STRING("string"),
  ARRAY("array"),
  OBJECT("object"),
  SET("set");

  private final String typeName;

  ValueKind(String typeName) {
    this.typeName = typeName;
  }

  /**
   * Returns the name that the builtin {@code type_name} gives the kind, such as {@code "string"}.
   */
  public String typeName() {
    return typeName;
  }
}
