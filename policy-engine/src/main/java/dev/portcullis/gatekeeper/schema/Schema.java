package dev.portcullis.gatekeeper.schema;

import dev.portcullis.api.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema. Schemas are read with {@link SchemaReader}.
 *
 * @param type the type it asks for, if any
 * @param properties the schemas of an object's fields, by name
 * @param additional what fields beside them an object may have
 * @param items the schema of an array's elements, if any
 * @param required the fields that an object must have
 * @param rules what scalars and sizes must obey
 * @param combinations the schemas that must hold beside
 * @param defaultValue what stands in place of an absent field, if anything
 * @param nullable whether {@code null} is accepted
 * @param preserveUnknownFields whether fields that the schema does not name are accepted
 * @param intOrString whether both integers and strings are accepted
 * @param embeddedResource whether it is a Kubernetes object of its own
 */
public record Schema(
    Optional<SchemaType> type,
    Map<String, Schema> properties,
    Additional additional,
    Optional<Schema> items,
    List<String> required,
    Rules rules,
    Combinations combinations,
    Optional<Value> defaultValue,
    boolean nullable,
    boolean preserveUnknownFields,
    boolean intOrString,
    boolean embeddedResource) {

  /** The schema that accepts everything. */
  public static final Schema ANYTHING =
      new Schema(
          Optional.empty(),
          Map.of(),
          Additional.UNNAMED,
          Optional.empty(),
          List.of(),
          Rules.NONE,
          Combinations.NONE,
          Optional.empty(),
          true,
          true,
          false,
          false);

  /** Copies the collections. */
  public Schema {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    required = List.copyOf(required);
  }

  /**
   * What fields an object may have beside its properties.
   *
   * @param given whether the schema says anything about it
   * @param allowed whether there may be any
   * @param schema what their values must be, if the schema says so
   */
  public record Additional(boolean given, boolean allowed, Optional<Schema> schema) {
    static final Additional UNNAMED = new Additional(false, false, Optional.empty());
  }

  /**
   * The schemas that must hold beside.
   *
   * @param allOf all of these
   * @param anyOf at least one of these, unless there are none
   * @param oneOf exactly one of these, unless there are none
   * @param not not this one, if there is one
   */
  public record Combinations(
      List<Schema> allOf, List<Schema> anyOf, List<Schema> oneOf, Optional<Schema> not) {
    static final Combinations NONE =
        new Combinations(List.of(), List.of(), List.of(), Optional.empty());

    /** Copies the lists. */
    public Combinations {
      allOf = List.copyOf(allOf);
      anyOf = List.copyOf(anyOf);
      oneOf = List.copyOf(oneOf);
    }
  }

  /**
   * Returns the schema of the object field {@code name}: its own, or that of additional fields;
   * empty if the schema says nothing about it.
   */
  Optional<Schema> field(String name) {
    Schema own = properties.get(name);
    return own != null ? Optional.of(own) : additional.schema();
  }

  /** Returns whether an object may have the field {@code name}. */
  boolean knows(String name) {
    return preserveUnknownFields || additional.allowed() || properties.containsKey(name);
  }
}
