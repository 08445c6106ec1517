package dev.portcullis.builtins.ext.schema;

import com.google.re2j.Pattern;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.schema.Findings.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Validates a document, in the order in which OPA reports what it finds. */
final class SchemaValidator {
  private static final int MAX_DEPTH = 500;

  private final BuiltinContext context;
  private int depth;

  SchemaValidator(BuiltinContext context) {
    this.context = context;
  }

  Findings validate(Schema schema, Value value) {
    return validate(schema, value, Place.ROOT_PLACE);
  }

  private Findings validate(Schema schema, Value value, Place place) {
    Findings findings = new Findings();
    validate(schema, value, place, findings);
    return findings;
  }

  private void validate(Schema schema, Value value, Place place, Findings findings) {
    context.tick(1);
    if (++depth > MAX_DEPTH) {
      throw BuiltinException.failed("document or schema is nested too deeply");
    }
    if (schema.constant != null) {
      if (!schema.constant) {
        findings.add("false", place, "False always fails validation");
      }
    } else if (schema.reference != null) {
      validate(schema.reference, value, place, findings);
    } else if (!hasType(schema, value)) {
      String expected =
          schema.types.size() == 1
              ? schema.types.get(0)
              : "[" + String.join(",", schema.types) + "]";
      findings.add(
          "invalid_type",
          place,
          "Invalid type. Expected: " + expected + ", given: " + typeName(value));
    } else {
      combinations(schema, value, place, findings);
      content(schema, value, place, findings);
      findings.count();
    }
    depth--;
  }

  private static boolean hasType(Schema schema, Value value) {
    String type = typeName(value);
    return schema.types.isEmpty()
        || schema.types.contains(type)
        || (type.equals("integer") && schema.types.contains("number"));
  }

  private static String typeName(Value value) {
    return value instanceof NumberValue number && number.isInteger()
        ? "integer"
        : value.kind().typeName();
  }

  private void content(Schema schema, Value value, Place place, Findings findings) {
    if (value instanceof ObjectValue object) {
      object(schema, object, place, findings);
      literals(schema, value, place, findings);
      for (Map.Entry<String, Schema> property : schema.properties.entrySet()) {
        Value member = object.get(property.getKey());
        if (member != null) {
          validate(property.getValue(), member, place.child(property.getKey()), findings);
        }
      }
    } else if (value instanceof ArrayValue array) {
      array(schema, array, place, findings);
      literals(schema, value, place, findings);
    } else if (value instanceof NumberValue number) {
      number(schema, number.toBigDecimal(), place, findings);
      literals(schema, value, place, findings);
    } else {
      literals(schema, value, place, findings);
      if (value instanceof StringValue text) {
        string(schema, text.value(), place, findings);
      }
    }
  }

  private void combinations(Schema schema, Value value, Place place, Findings findings) {
    if (!schema.anyOf.isEmpty()) {
      anyOf(schema.anyOf, value, place, findings);
    }
    if (!schema.oneOf.isEmpty()) {
      oneOf(schema.oneOf, value, place, findings);
    }
    boolean all = true;
    for (Schema part : schema.allOf) {
      Findings found = validate(part, value, place);
      all &= found.isValid();
      findings.merge(found);
    }
    if (!all) {
      findings.add("number_all_of", place, "Must validate all the schemas (allOf)");
    }
    if (schema.not != null && validate(schema.not, value, place).isValid()) {
      findings.add("number_not", place, "Must not validate the schema (not)");
    }
    if (value instanceof ObjectValue object) {
      dependencies(schema, object, place, findings);
    }
    if (schema.condition != null) {
      condition(schema, schema.condition, value, place, findings);
    }
    findings.count();
  }

  private void anyOf(List<Schema> alternatives, Value value, Place place, Findings findings) {
    Findings best = null;
    for (Schema alternative : alternatives) {
      Findings found = validate(alternative, value, place);
      if (found.isValid()) {
        return;
      }
      best = found.betterThan(best);
    }
    findings.add("number_any_of", place, "Must validate at least one schema (anyOf)");
    findings.merge(best);
  }

  private void oneOf(List<Schema> alternatives, Value value, Place place, Findings findings) {
    int valid = 0;
    Findings best = null;
    for (Schema alternative : alternatives) {
      Findings found = validate(alternative, value, place);
      if (found.isValid()) {
        valid++;
      } else if (valid == 0) {
        best = found.betterThan(best);
      }
    }
    if (valid != 1) {
      findings.add("number_one_of", place, "Must validate one and only one schema (oneOf)");
      if (valid == 0) {
        findings.merge(best);
      }
    }
  }

  private void dependencies(Schema schema, ObjectValue object, Place place, Findings findings) {
    schema.requiredWith.forEach(
        (property, others) -> {
          if (object.get(property) != null) {
            for (String other : others) {
              if (object.get(other) == null) {
                findings.add("missing_dependency", place, "Has a dependency on " + other);
              }
            }
          }
        });
    schema.schemaWith.forEach(
        (property, dependent) -> {
          if (object.get(property) != null) {
            validate(dependent, object, place, findings);
          }
        });
  }

  private void condition(
      Schema schema, Schema condition, Value value, Place place, Findings findings) {
    boolean met = validate(condition, value, place).isValid();
    Schema branch = met ? schema.then : schema.otherwise;
    if (branch != null) {
      Findings found = validate(branch, value, place);
      if (!found.isValid()) {
        findings.add(
            met ? "condition_then" : "condition_else",
            place,
            met
                ? "Must validate \"then\" as \"if\" was valid"
                : "Must validate \"else\" as \"if\" was not valid");
        findings.merge(found);
      }
    }
  }

  private void literals(Schema schema, Value value, Place place, Findings findings) {
    if (schema.constantText != null || !schema.enumTexts.isEmpty()) {
      String text = SchemaText.canonical(value);
      if (schema.constantText != null && !schema.constantText.equals(text)) {
        findings.add("const", place, place.field() + " does not match: " + schema.constantText);
      }
      if (!schema.enumTexts.isEmpty() && !schema.enumTexts.contains(text)) {
        findings.add(
            "enum",
            place,
            place.field()
                + " must be one of the following: "
                + String.join(", ", schema.enumTexts));
      }
    }
    boolean formatted =
        !(value instanceof StringValue text) || SchemaFormats.matches(schema.format, text.value());
    if (!formatted) {
      findings.add("format", place, "Does not match format '" + schema.format + "'");
    }
    findings.count();
  }

  private void array(Schema schema, ArrayValue array, Place place, Findings findings) {
    for (int i = 0; i < array.size(); i++) {
      Schema item = itemSchema(schema, i);
      if (item != null) {
        findings.merge(validate(item, array.at(i), place.child(Integer.toString(i))));
      }
    }
    boolean tuple = schema.eachItem == null && !schema.items.isEmpty();
    if (tuple && array.size() > schema.items.size() && !schema.additionalItems.allowed()) {
      findings.add("array_no_additional_items", place, "No additional items allowed on array");
    }
    if (schema.minItems != null && array.size() < schema.minItems) {
      findings.add(
          "array_min_items", place, "Array must have at least " + schema.minItems + " items");
    }
    if (schema.maxItems != null && array.size() > schema.maxItems) {
      findings.add(
          "array_max_items", place, "Array must have at most " + schema.maxItems + " items");
    }
    if (schema.uniqueItems) {
      unique(array, place, findings);
    }
    if (schema.contains != null) {
      contains(schema.contains, array, place, findings);
    }
    findings.count();
  }

  private static @Nullable Schema itemSchema(Schema schema, int index) {
    if (schema.eachItem != null) {
      return schema.eachItem;
    }
    if (schema.items.isEmpty()) {
      return null;
    }
    return index < schema.items.size() ? schema.items.get(index) : schema.additionalItems.schema();
  }

  private static void unique(ArrayValue array, Place place, Findings findings) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < array.size(); i++) {
      Integer first = seen.put(SchemaText.canonical(array.at(i)), i);
      if (first != null) {
        findings.add("unique", place, "array items[" + first + "," + i + "] must be unique");
      }
    }
  }

  private void contains(Schema contained, ArrayValue array, Place place, Findings findings) {
    Findings best = null;
    for (int i = 0; i < array.size(); i++) {
      Findings found = validate(contained, array.at(i), place.child(Integer.toString(i)));
      if (found.isValid()) {
        return;
      }
      best = found.betterThan(best);
    }
    findings.add("contains", place, "At least one of the items must match");
    findings.merge(best);
  }

  private void object(Schema schema, ObjectValue object, Place place, Findings findings) {
    if (schema.minProperties != null && object.size() < schema.minProperties) {
      findings.add(
          "array_min_properties",
          place,
          "Must have at least " + schema.minProperties + " properties");
    }
    if (schema.maxProperties != null && object.size() > schema.maxProperties) {
      findings.add(
          "array_max_properties",
          place,
          "Must have at most " + schema.maxProperties + " properties");
    }
    for (String property : schema.required) {
      if (object.get(property) == null) {
        findings.add("required", place, property + " is required");
      } else {
        findings.count();
      }
    }
    object.forEach((key, value) -> property(schema, key, value, place, findings));
    if (schema.propertyNames != null) {
      for (Value key : object.keysInOrder()) {
        Findings found = validate(schema.propertyNames, key, place);
        if (!found.isValid()) {
          findings.add(
              "invalid_property_name",
              place,
              "Property name of \"" + name(key) + "\" does not match");
          findings.merge(found);
        }
      }
    }
    findings.count();
  }

  private void property(Schema schema, Value key, Value value, Place place, Findings findings) {
    String name = name(key);
    boolean matched = false;
    for (Map.Entry<Pattern, Schema> pattern : schema.patternProperties.entrySet()) {
      if (pattern.getKey().matcher(name).find()) {
        matched = true;
        findings.merge(validate(pattern.getValue(), value, place.child(name)));
      }
    }
    if (matched) {
      findings.count();
    } else if (!schema.properties.containsKey(name)) {
      Schema rest = schema.additionalProperties.schema();
      if (!schema.additionalProperties.allowed()) {
        findings.add(
            "additional_property_not_allowed",
            place,
            "Additional property " + name + " is not allowed");
      } else if (rest != null) {
        findings.merge(validate(rest, value, place.child(name)));
      }
    }
  }

  private static String name(Value key) {
    return key instanceof StringValue text ? text.value() : key.toString();
  }

  private static void string(Schema schema, String text, Place place, Findings findings) {
    int length = text.codePointCount(0, text.length());
    if (schema.minLength != null && length < schema.minLength) {
      findings.add(
          "string_gte",
          place,
          "String length must be greater than or equal to " + schema.minLength);
    }
    if (schema.maxLength != null && length > schema.maxLength) {
      findings.add(
          "string_lte", place, "String length must be less than or equal to " + schema.maxLength);
    }
    if (schema.pattern != null && !schema.pattern.matcher(text).find()) {
      findings.add("pattern", place, "Does not match pattern '" + schema.pattern.pattern() + "'");
    }
    findings.count();
  }

  private static void number(Schema schema, BigDecimal number, Place place, Findings findings) {
    if (schema.multipleOf != null && number.remainder(schema.multipleOf).signum() != 0) {
      findings.add(
          "multiple_of", place, "Must be a multiple of " + SchemaText.bound(schema.multipleOf));
    }
    bound(schema.maximum, number, 1, 1, "number_lte", "less than or equal to ", place, findings);
    bound(schema.exclusiveMaximum, number, 1, 0, "number_lt", "less than ", place, findings);
    bound(
        schema.minimum, number, -1, 1, "number_gte", "greater than or equal to ", place, findings);
    bound(schema.exclusiveMinimum, number, -1, 0, "number_gt", "greater than ", place, findings);
    findings.count();
  }

  /** Reports a number whose comparison with the bound, times {@code sign}, is at least a limit. */
  private static void bound(
      @Nullable BigDecimal bound,
      BigDecimal number,
      int sign,
      int limit,
      String type,
      String relation,
      Place place,
      Findings findings) {
    if (bound != null && sign * number.compareTo(bound) >= limit) {
      findings.add(type, place, "Must be " + relation + SchemaText.bound(bound));
    }
  }
}
