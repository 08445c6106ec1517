package dev.portcullis.gatekeeper.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a schema and checks that it is structural: types are given, nothing is said inside of
 * {@code allOf} and the like that is not said outside, and nothing is used that
 * CustomResourceDefinitions do not allow.
 */
public final class SchemaReader {
  private static final int MAX_DEPTH = 200;
  private static final List<String> FORBIDDEN =
      List.of("$ref", "definitions", "dependencies", "patternProperties", "additionalItems", "id");

  private final List<SchemaProblem> problems = new ArrayList<>();
  private final boolean legacy;

  private SchemaReader(boolean legacy) {
    this.legacy = legacy;
  }

  /**
   * What was read.
   *
   * @param schema the schema; what is wrong in it is left out
   * @param problems what is wrong, in the order of the schema
   */
  public record Result(Schema schema, List<SchemaProblem> problems) {
    /** Copies the list. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads a schema.
   *
   * @param schema the schema, as a value
   * @param legacy whether it is one that keeps unknown fields everywhere and need not give types
   */
  public static Result read(Value schema, boolean legacy) {
    SchemaReader reader = new SchemaReader(legacy);
    Schema result = reader.schema(schema, Path.ROOT, true);
    if (reader.problems.isEmpty()) {
      reader.checkCombinations(result, Path.ROOT);
      reader.checkDefaults(result, Path.ROOT);
    }
    return new Result(result, reader.problems);
  }

  private void problem(Path path, String message) {
    problems.add(new SchemaProblem(path.steps(), SchemaProblem.Kind.INVALID, message));
  }

  private Schema schema(Value value, Path path, boolean structure) {
    if (!(value instanceof ObjectValue object)) {
      problem(path, "must be an object, is " + value.kind().typeName());
      return Schema.ANYTHING;
    }
    if (path.depth() > MAX_DEPTH) {
      problem(path, "is nested too deeply");
      return Schema.ANYTHING;
    }
    for (String key : FORBIDDEN) {
      if (object.get(key) != null) {
        problem(path.child(key), "is not allowed in a structural schema");
      }
    }
    if (flag(object, "uniqueItems", path)) {
      problem(path.child("uniqueItems"), "must not be true: its cost is quadratic");
    }
    boolean intOrString = flag(object, "x-kubernetes-int-or-string", path);
    boolean preserve =
        flag(object, "x-kubernetes-preserve-unknown-fields", path) || (legacy && structure);
    Optional<SchemaType> type = type(object, path);
    if (structure && type.isEmpty() && !intOrString && !preserve) {
      problem(path, "must have a type: one of object, array, string, integer, number, boolean");
    }
    if (!structure) {
      checkInsideCombination(object, path);
    }
    Schema result =
        new Schema(
            type,
            properties(object, path, structure),
            additional(object, path, structure),
            items(object, path, structure),
            strings(object, "required", path),
            rules(object, path),
            combinations(object, path),
            Optional.ofNullable(object.get("default")),
            flag(object, "nullable", path),
            preserve,
            intOrString,
            flag(object, "x-kubernetes-embedded-resource", path));
    checkShape(result, path);
    return result;
  }

  private void checkShape(Schema schema, Path path) {
    if (schema.additional().given() && !schema.properties().isEmpty()) {
      problem(path.child("additionalProperties"), "cannot stand beside properties");
    }
    if (schema.additional().given()
        && !schema.additional().allowed()
        && schema.properties().isEmpty()) {
      problem(path.child("additionalProperties"), "must not be false");
    }
  }

  private void checkInsideCombination(ObjectValue object, Path path) {
    for (String key :
        List.of("description", "type", "default", "additionalProperties", "nullable")) {
      boolean intOrStringType = key.equals("type") && isIntOrStringAlternative(object);
      if (object.get(key) != null && !intOrStringType && !legacy) {
        problem(path.child(key), "must stand outside of allOf, anyOf, oneOf and not");
      }
    }
  }

  /** The alternatives of {@code x-kubernetes-int-or-string} may name their types. */
  private static boolean isIntOrStringAlternative(ObjectValue object) {
    return object.size() == 1
        && object.get("type") instanceof StringValue type
        && (type.value().equals("integer") || type.value().equals("string"));
  }

  private Optional<SchemaType> type(ObjectValue object, Path path) {
    Value given = object.get("type");
    if (given == null || given.equals(StringValue.EMPTY)) {
      return Optional.empty();
    }
    Optional<SchemaType> type =
        given instanceof StringValue text ? SchemaType.parse(text.value()) : Optional.empty();
    if (type.isEmpty()) {
      problem(
          path.child("type"),
          "must be one of object, array, string, integer, number, boolean, is " + given);
    }
    return type;
  }

  private Map<String, Schema> properties(ObjectValue object, Path path, boolean structure) {
    Map<String, Schema> result = new LinkedHashMap<>();
    Path at = path.child("properties");
    objectAt(object, "properties", path)
        .forEach(
            (key, value) -> {
              String name = text(key);
              result.put(name, schema(value, at.child(name), structure));
            });
    return result;
  }

  private Schema.Additional additional(ObjectValue object, Path path, boolean structure) {
    Value given = object.get("additionalProperties");
    if (given == null) {
      return Schema.Additional.UNNAMED;
    }
    if (given instanceof BooleanValue allowed) {
      return new Schema.Additional(true, allowed.value(), Optional.empty());
    }
    Schema schema = schema(given, path.child("additionalProperties"), structure);
    return new Schema.Additional(true, true, Optional.of(schema));
  }

  private Optional<Schema> items(ObjectValue object, Path path, boolean structure) {
    Value given = object.get("items");
    if (given == null) {
      return Optional.empty();
    }
    if (given instanceof ArrayValue) {
      problem(path.child("items"), "must be a schema, not a list of schemas");
      return Optional.empty();
    }
    return Optional.of(schema(given, path.child("items"), structure));
  }

  private Schema.Combinations combinations(ObjectValue object, Path path) {
    Value not = object.get("not");
    Schema.Combinations result =
        new Schema.Combinations(
            alternatives(object, "allOf", path),
            alternatives(object, "anyOf", path),
            alternatives(object, "oneOf", path),
            not == null ? Optional.empty() : Optional.of(schema(not, path.child("not"), false)));
    return result.equals(Schema.Combinations.NONE) ? Schema.Combinations.NONE : result;
  }

  private List<Schema> alternatives(ObjectValue object, String key, Path path) {
    List<Schema> result = new ArrayList<>();
    Path at = path.child(key);
    ArrayValue alternatives = arrayAt(object, key, path);
    for (int i = 0; i < alternatives.size(); i++) {
      result.add(schema(alternatives.at(i), at.child(i), false));
    }
    return result;
  }

  private Rules rules(ObjectValue object, Path path) {
    Value format = object.get("format");
    return new Rules(
        arrayAt(object, "enum", path).asList(),
        pattern(object, path),
        format instanceof StringValue f ? Optional.of(f.value()) : Optional.empty(),
        new Rules.NumberBounds(
            number(object, "minimum", path),
            flag(object, "exclusiveMinimum", path),
            number(object, "maximum", path),
            flag(object, "exclusiveMaximum", path)),
        number(object, "multipleOf", path),
        size(object, "minLength", "maxLength", path),
        size(object, "minItems", "maxItems", path),
        size(object, "minProperties", "maxProperties", path));
  }

  private Optional<Pattern> pattern(ObjectValue object, Path path) {
    if (!(object.get("pattern") instanceof StringValue pattern)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SchemaPattern.compile(pattern.value()));
    } catch (PatternSyntaxException e) {
      problem(path.child("pattern"), "is no regular expression: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<BigDecimal> number(ObjectValue object, String key, Path path) {
    Value given = object.get(key);
    if (given == null) {
      return Optional.empty();
    }
    if (given instanceof NumberValue number) {
      try {
        return Optional.of(number.toBigDecimal());
      } catch (ArithmeticException e) {
        problem(path.child(key), "is out of range");
        return Optional.empty();
      }
    }
    problem(path.child(key), "must be a number, is " + given.kind().typeName());
    return Optional.empty();
  }

  private Rules.Size size(ObjectValue object, String minimum, String maximum, Path path) {
    return new Rules.Size(
        bound(object, minimum, path, Rules.Size.ANY.minimum()),
        bound(object, maximum, path, Rules.Size.ANY.maximum()));
  }

  private long bound(ObjectValue object, String key, Path path, long unless) {
    Value given = object.get(key);
    if (given == null) {
      return unless;
    }
    if (given instanceof NumberValue number && number.isLong() && number.longValue() >= 0) {
      return number.longValue();
    }
    problem(path.child(key), "must be a count, is " + given);
    return unless;
  }

  private boolean flag(ObjectValue object, String key, Path path) {
    Value given = object.get(key);
    if (given != null && !(given instanceof BooleanValue)) {
      problem(path.child(key), "must be true or false, is " + given.kind().typeName());
    }
    return given == BooleanValue.TRUE;
  }

  private List<String> strings(ObjectValue object, String key, Path path) {
    List<String> result = new ArrayList<>();
    for (Value element : arrayAt(object, key, path)) {
      if (element instanceof StringValue text) {
        result.add(text.value());
      } else {
        problem(path.child(key), "must be a list of strings");
      }
    }
    return result;
  }

  private ArrayValue arrayAt(ObjectValue object, String key, Path path) {
    Value given = object.get(key);
    if (given instanceof ArrayValue array) {
      return array;
    }
    if (given != null) {
      problem(path.child(key), "must be a list, is " + given.kind().typeName());
    }
    return ArrayValue.EMPTY;
  }

  private ObjectValue objectAt(ObjectValue object, String key, Path path) {
    Value given = object.get(key);
    if (given instanceof ObjectValue found) {
      return found;
    }
    if (given != null) {
      problem(path.child(key), "must be an object, is " + given.kind().typeName());
    }
    return ObjectValue.EMPTY;
  }

  private static String text(Value key) {
    return key instanceof StringValue text ? text.value() : key.toString();
  }

  /** What a combination speaks of must be there outside of it too. */
  private void checkCombinations(Schema schema, Path path) {
    if (legacy) {
      return;
    }
    alternatives(schema).forEach(alternative -> checkCovered(schema, alternative, path));
    schema
        .properties()
        .forEach((name, s) -> checkCombinations(s, path.child("properties").child(name)));
    schema.items().ifPresent(s -> checkCombinations(s, path.child("items")));
    schema
        .additional()
        .schema()
        .ifPresent(s -> checkCombinations(s, path.child("additionalProperties")));
  }

  private static List<Schema> alternatives(Schema schema) {
    List<Schema> inside = new ArrayList<>(schema.combinations().allOf());
    inside.addAll(schema.combinations().anyOf());
    inside.addAll(schema.combinations().oneOf());
    schema.combinations().not().ifPresent(inside::add);
    return inside;
  }

  private void checkCovered(Schema outside, Schema alternative, Path path) {
    alternative
        .properties()
        .forEach(
            (name, s) -> {
              Path at = path.child("properties").child(name);
              Optional<Schema> same = outside.field(name);
              if (same.isEmpty()) {
                problem(at, "must stand outside of allOf, anyOf, oneOf and not too");
              } else {
                checkCovered(same.get(), s, at);
              }
            });
    if (alternative.items().isPresent()) {
      Path at = path.child("items");
      if (outside.items().isEmpty()) {
        problem(at, "must stand outside of allOf, anyOf, oneOf and not too");
      } else {
        checkCovered(outside.items().get(), alternative.items().get(), at);
      }
    }
    alternatives(alternative).forEach(nested -> checkCovered(outside, nested, path));
  }

  private void checkDefaults(Schema schema, Path path) {
    schema
        .defaultValue()
        .ifPresent(
            value -> {
              for (SchemaProblem found : SchemaValidator.validate(schema, value)) {
                problem(path.child("default"), "does not fit the schema: " + found);
              }
            });
    schema
        .properties()
        .forEach((name, s) -> checkDefaults(s, path.child("properties").child(name)));
    schema.items().ifPresent(s -> checkDefaults(s, path.child("items")));
    schema
        .additional()
        .schema()
        .ifPresent(s -> checkDefaults(s, path.child("additionalProperties")));
  }
}
