package dev.portcullis.builtins.ext.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.text.GoNumbers;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns the value of a schema into a {@link Schema}, or says what is wrong with it. */
final class SchemaCompiler {
  private static final int MAX_DEPTH = 500;
  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "null", "object", "string");
  private static final String SCHEMA = "Valid Schema";
  private static final String SCHEMAS = "Array Of Schemas";

  private final SchemaPool pool;
  private final int draft;
  private final Map<String, Schema> references = new HashMap<>();
  private int depth;

  private SchemaCompiler(SchemaPool pool, int draft) {
    this.pool = pool;
    this.draft = draft;
  }

  /**
   * Compiles a schema.
   *
   * @throws InvalidSchema if it is none
   */
  static Schema compile(Value document) throws InvalidSchema {
    if (!(document instanceof ObjectValue) && !(document instanceof BooleanValue)) {
      throw new InvalidSchema("schema is invalid");
    }
    return new SchemaCompiler(new SchemaPool(document), draft(document)).schema(document, "");
  }

  /** Returns 4, 6 or 7 if the schema names that draft; else 8, which takes what any of them has. */
  private static int draft(Value document) throws InvalidSchema {
    Value named = document instanceof ObjectValue object ? object.get("$schema") : null;
    if (named == null) {
      return 8;
    }
    if (!(named instanceof StringValue text)) {
      throw InvalidSchema.mustBe("$schema", "of type string");
    }
    String url = text.value().endsWith("#") ? text.value().replaceAll("#$", "") : text.value();
    return switch (url) {
      case "http://json-schema.org/draft-04/schema" -> 4;
      case "http://json-schema.org/draft-06/schema" -> 6;
      case "http://json-schema.org/draft-07/schema" -> 7;
      default -> 8;
    };
  }

  private Schema schema(Value value, String base) throws InvalidSchema {
    Schema schema = new Schema();
    fill(schema, value, base);
    return schema;
  }

  private void fill(Schema schema, Value value, String base) throws InvalidSchema {
    if (value instanceof BooleanValue bool && draft >= 6) {
      schema.constant = bool.value();
      return;
    }
    if (!(value instanceof ObjectValue object)) {
      throw new InvalidSchema("Expected: " + SCHEMA + ", given: Invalid JSON");
    }
    if (++depth > MAX_DEPTH) {
      throw new InvalidSchema("schema is nested too deeply");
    }
    new Keywords(schema, object, base).read();
    depth--;
  }

  /** Reads the keywords of one schema, in the order in which errors are reported. */
  private final class Keywords {
    private final Schema schema;
    private final ObjectValue object;
    private String base;

    Keywords(Schema schema, ObjectValue object, String base) {
      this.schema = schema;
      this.object = object;
      this.base = base;
    }

    void read() throws InvalidSchema {
      String idKey = draft == 4 || (draft == 8 && object.get("id") != null) ? "id" : "$id";
      String id = text(idKey);
      if (id != null) {
        base = SchemaPool.resolve(base, id);
      }
      definitions();
      text("title");
      text("description");
      String reference = text("$ref");
      if (reference != null) {
        schema.reference = reference(SchemaPool.resolve(base, reference));
        return;
      }
      types();
      properties();
      dependencies();
      items();
      numbers();
      strings();
      sizes();
      uniqueness();
      literals();
      combinations();
    }

    private Schema reference(String absolute) throws InvalidSchema {
      Schema known = references.get(absolute);
      if (known == null) {
        known = new Schema();
        references.put(absolute, known);
        Value target = pool.find(absolute);
        if (!(target instanceof ObjectValue) && !(target instanceof BooleanValue)) {
          throw InvalidSchema.mustBe(SCHEMA, "of type object");
        }
        int hash = absolute.indexOf('#');
        fill(known, target, hash < 0 ? absolute : absolute.substring(0, hash));
      }
      return known;
    }

    private void definitions() throws InvalidSchema {
      Value definitions = object.get("definitions");
      if (definitions == null) {
        return;
      }
      if (!(definitions instanceof ObjectValue named)) {
        throw InvalidSchema.type(SCHEMAS, "definitions");
      }
      for (Value key : named.keysInOrder()) {
        Value definition = named.get(key);
        if (!(definition instanceof ObjectValue) && !(definition instanceof BooleanValue)) {
          throw InvalidSchema.type(SCHEMAS, "definitions");
        }
        schema(definition, base);
      }
    }

    private void types() throws InvalidSchema {
      Value type = object.get("type");
      if (type instanceof StringValue one) {
        addType(one.value());
      } else if (type instanceof ArrayValue several) {
        for (Value element : several) {
          if (!(element instanceof StringValue name)) {
            throw InvalidSchema.type("type", "string/Array Of Strings");
          }
          addType(name.value());
        }
      } else if (type != null) {
        throw InvalidSchema.type("type", "string/Array Of Strings");
      }
    }

    private void addType(String name) throws InvalidSchema {
      if (!TYPES.contains(name)) {
        throw new InvalidSchema(
            "has a primitive type that is NOT VALID -- given: /"
                + name
                + "/ Expected valid values are:["
                + String.join(" ", TYPES)
                + "]");
      }
      if (schema.types.contains(name)) {
        throw new InvalidSchema(name + " type is duplicated");
      }
      schema.types.add(name);
    }

    private void properties() throws InvalidSchema {
      Value properties = object.get("properties");
      if (properties != null) {
        if (!(properties instanceof ObjectValue named)) {
          throw InvalidSchema.mustBe("Properties", "of type object");
        }
        for (Value key : named.keysInOrder()) {
          schema.properties.put(name(key), schema(member(named, key), base));
        }
      }
      schema.additionalProperties = rest("additionalProperties");
      Value patterns = object.get("patternProperties");
      if (patterns != null) {
        if (!(patterns instanceof ObjectValue named)) {
          throw InvalidSchema.type(SCHEMA, "patternProperties");
        }
        for (Value key : named.keysInOrder()) {
          Pattern pattern = regex(name(key), "Invalid regex pattern '" + name(key) + "'");
          schema.patternProperties.put(pattern, schema(member(named, key), base));
        }
      }
      Value names = object.get("propertyNames");
      if (names != null && draft >= 6) {
        if (!isSchema(names)) {
          throw InvalidSchema.type(SCHEMA, "patternProperties");
        }
        schema.propertyNames = schema(names, base);
      }
    }

    private Schema.Rest rest(String key) throws InvalidSchema {
      Value value = object.get(key);
      if (value instanceof ObjectValue) {
        return new Schema.Rest(true, schema(value, base));
      }
      if (value != null && !(value instanceof BooleanValue)) {
        throw InvalidSchema.type("boolean/" + SCHEMA, key);
      }
      return BooleanValue.FALSE.equals(value) ? Schema.Rest.NONE : Schema.Rest.ANY;
    }

    private void dependencies() throws InvalidSchema {
      Value dependencies = object.get("dependencies");
      if (dependencies == null) {
        return;
      }
      if (!(dependencies instanceof ObjectValue named)) {
        throw InvalidSchema.mustBe("dependencies", "of type object");
      }
      InvalidSchema wrong =
          InvalidSchema.mustBe("Dependency", "of type Schema Or Array Of Strings");
      for (Value key : named.keysInOrder()) {
        Value dependency = member(named, key);
        if (dependency instanceof ArrayValue array) {
          for (Value element : array) {
            if (!(element instanceof StringValue)) {
              throw wrong;
            }
          }
          schema.requiredWith.put(name(key), array.asList().stream().map(Keywords::name).toList());
        } else if (isSchema(dependency)) {
          schema.schemaWith.put(name(key), schema(dependency, base));
        } else {
          throw wrong;
        }
      }
    }

    private void items() throws InvalidSchema {
      Value items = object.get("items");
      if (items instanceof ArrayValue several) {
        for (Value item : several) {
          if (!isSchema(item)) {
            throw InvalidSchema.type(SCHEMA + "/" + SCHEMAS, "items");
          }
          schema.items.add(schema(item, base));
        }
      } else if (items != null) {
        if (!isSchema(items)) {
          throw InvalidSchema.type(SCHEMA + "/" + SCHEMAS, "items");
        }
        schema.eachItem = schema(items, base);
      }
      schema.additionalItems = rest("additionalItems");
    }

    private void numbers() throws InvalidSchema {
      Value multiple = object.get("multipleOf");
      if (multiple != null) {
        if (!(multiple instanceof NumberValue number)) {
          throw InvalidSchema.type("Number", "multipleOf");
        }
        if (number.toBigDecimal().signum() <= 0) {
          throw InvalidSchema.mustBe("multipleOf", "strictly greater than 0");
        }
        schema.multipleOf = number.toBigDecimal();
      }
      schema.minimum = number("minimum");
      BigDecimal above = exclusive("exclusiveMinimum", "minimum", schema.minimum);
      if (above != null) {
        schema.exclusiveMinimum = above;
        if (object.get("exclusiveMinimum") instanceof BooleanValue) {
          schema.minimum = null;
        }
      }
      schema.maximum = number("maximum");
      BigDecimal below = exclusive("exclusiveMaximum", "maximum", schema.maximum);
      if (below != null) {
        schema.exclusiveMaximum = below;
        if (object.get("exclusiveMaximum") instanceof BooleanValue) {
          schema.maximum = null;
        }
      }
    }

    private @Nullable BigDecimal number(String key) throws InvalidSchema {
      Value value = object.get(key);
      if (value == null) {
        return null;
      }
      if (value instanceof NumberValue number) {
        return number.toBigDecimal();
      }
      throw InvalidSchema.mustBe(key, "of a Number");
    }

    /** In draft 4 the keyword is a boolean beside the bound, later it is the bound itself. */
    private @Nullable BigDecimal exclusive(String key, String plain, @Nullable BigDecimal bound)
        throws InvalidSchema {
      Value value = object.get(key);
      if (value == null) {
        return null;
      }
      if (value instanceof BooleanValue bool && (draft == 4 || draft == 8)) {
        if (bound == null) {
          throw new InvalidSchema(key + " cannot be used without " + plain);
        }
        return bool.value() ? bound : null;
      }
      if (value instanceof NumberValue number && draft != 4) {
        return number.toBigDecimal();
      }
      throw InvalidSchema.type(
          draft == 4 ? "boolean" : draft == 8 ? "boolean/number" : "number", key);
    }

    private void strings() throws InvalidSchema {
      schema.minLength = size("minLength");
      schema.maxLength = size("maxLength");
      requireOrder("minLength", schema.minLength, "maxLength", schema.maxLength);
      String pattern = text("pattern");
      if (pattern != null) {
        schema.pattern = regex(pattern, "pattern must be a valid regex");
      }
      String format = text("format");
      schema.format = format == null ? "" : format;
    }

    private void sizes() throws InvalidSchema {
      schema.minProperties = size("minProperties");
      schema.maxProperties = size("maxProperties");
      requireOrder("minProperties", schema.minProperties, "maxProperties", schema.maxProperties);
      for (Value property : list("required")) {
        if (!(property instanceof StringValue name)) {
          throw InvalidSchema.type("string", "required");
        }
        if (schema.required.contains(name.value())) {
          throw new InvalidSchema("required items must be unique");
        }
        schema.required.add(name.value());
      }
      schema.minItems = size("minItems");
      schema.maxItems = size("maxItems");
    }

    private @Nullable Integer size(String key) throws InvalidSchema {
      Value value = object.get(key);
      if (value == null) {
        return null;
      }
      OptionalLong size =
          value instanceof NumberValue number ? GoNumbers.int64(number) : OptionalLong.empty();
      if (size.isEmpty()) {
        throw InvalidSchema.mustBe(key, "of an integer");
      }
      if (size.getAsLong() < 0) {
        throw InvalidSchema.mustBe(key, "greater than or equal to 0");
      }
      return (int) Math.min(size.getAsLong(), Integer.MAX_VALUE);
    }

    private void requireOrder(
        String lower, @Nullable Integer low, String upper, @Nullable Integer high)
        throws InvalidSchema {
      if (low != null && high != null && low > high) {
        throw new InvalidSchema(lower + " cannot be greater than " + upper);
      }
    }

    private void uniqueness() throws InvalidSchema {
      Value unique = object.get("uniqueItems");
      if (unique != null && !(unique instanceof BooleanValue)) {
        throw InvalidSchema.mustBe("uniqueItems", "of a boolean");
      }
      schema.uniqueItems = BooleanValue.TRUE.equals(unique);
      Value contains = object.get("contains");
      if (contains != null && draft >= 6) {
        schema.contains = schema(contains, base);
      }
    }

    private void literals() throws InvalidSchema {
      Value constant = object.get("const");
      if (constant != null && draft >= 6) {
        schema.constantText = SchemaText.canonical(constant);
      }
      for (Value element : list("enum")) {
        String text = SchemaText.canonical(element);
        if (schema.enumTexts.contains(text)) {
          throw new InvalidSchema("enum items must be unique");
        }
        schema.enumTexts.add(text);
      }
    }

    private void combinations() throws InvalidSchema {
      for (Value element : list("oneOf")) {
        schema.oneOf.add(schema(element, base));
      }
      for (Value element : list("anyOf")) {
        schema.anyOf.add(schema(element, base));
      }
      for (Value element : list("allOf")) {
        schema.allOf.add(schema(element, base));
      }
      schema.not = branch("not");
      if (draft >= 7) {
        schema.condition = branch("if");
        schema.then = branch("then");
        schema.otherwise = branch("else");
      }
    }

    private @Nullable Schema branch(String key) throws InvalidSchema {
      Value value = object.get(key);
      if (value == null) {
        return null;
      }
      if (!isSchema(value)) {
        throw InvalidSchema.mustBe(key, "of an object");
      }
      return schema(value, base);
    }

    private List<Value> list(String key) throws InvalidSchema {
      Value value = object.get(key);
      if (value == null) {
        return List.of();
      }
      if (value instanceof ArrayValue array) {
        return array.asList();
      }
      throw InvalidSchema.mustBe(key, "of an array");
    }

    private @Nullable String text(String key) throws InvalidSchema {
      Value value = object.get(key);
      if (value == null) {
        return null;
      }
      if (value instanceof StringValue text) {
        return text.value();
      }
      throw InvalidSchema.type("string", key);
    }

    private static Pattern regex(String text, String otherwise) throws InvalidSchema {
      try {
        return SchemaFormats.compile(text);
      } catch (PatternSyntaxException e) {
        throw new InvalidSchema(otherwise);
      }
    }

    private static boolean isSchema(Value value) {
      return value instanceof ObjectValue || value instanceof BooleanValue;
    }

    private static String name(Value key) {
      return key instanceof StringValue text ? text.value() : key.toString();
    }

    private static Value member(ObjectValue object, Value key) {
      Value member = object.get(key);
      if (member == null) {
        throw new IllegalStateException("a key of the object is not in it");
      }
      return member;
    }
  }
}
