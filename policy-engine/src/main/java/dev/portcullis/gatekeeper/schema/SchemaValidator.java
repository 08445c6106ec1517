package dev.portcullis.gatekeeper.schema;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Checks values against schemas. */
public final class SchemaValidator {
  /** Beyond this many problems more of them help nobody. */
  private static final int MAX_PROBLEMS = 100;

  private final List<SchemaProblem> problems = new ArrayList<>();

  private SchemaValidator() {}

  /** Returns everything that is wrong with {@code value}, in the order of its fields. */
  public static List<SchemaProblem> validate(Schema schema, Value value) {
    SchemaValidator validator = new SchemaValidator();
    validator.check(schema, value, Path.ROOT);
    validator.checkKnown(schema, value, Path.ROOT);
    return List.copyOf(validator.problems);
  }

  private static boolean accepts(Schema schema, Value value) {
    SchemaValidator validator = new SchemaValidator();
    validator.check(schema, value, Path.ROOT);
    return validator.problems.isEmpty();
  }

  private void problem(Path path, SchemaProblem.Kind kind, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new SchemaProblem(path.steps(), kind, message));
    }
  }

  private void invalid(Path path, String message) {
    problem(path, SchemaProblem.Kind.INVALID, message);
  }

  private void check(Schema schema, Value value, Path path) {
    if (value == NullValue.NULL && schema.nullable()) {
      return;
    }
    if (schema.intOrString()) {
      boolean integer = value instanceof NumberValue number && number.isInteger();
      if (!integer && !(value instanceof StringValue)) {
        invalid(path, "must be an integer or a string, is " + value.kind().typeName());
        return;
      }
    } else if (schema.type().isPresent() && !schema.type().get().accepts(value)) {
      invalid(
          path, "must be of type " + schema.type().get().wireName() + ", is " + describe(value));
      return;
    }
    schema.rules().check(value, message -> invalid(path, message));
    if (value instanceof ObjectValue object) {
      checkObject(schema, object, path);
    } else if (value instanceof ArrayValue array && schema.items().isPresent()) {
      for (int i = 0; i < array.size(); i++) {
        check(schema.items().get(), array.at(i), path.child(i));
      }
    }
    checkCombinations(schema.combinations(), value, path);
  }

  /** A number of the wrong kind is best shown as it is. */
  private static String describe(Value value) {
    return value instanceof NumberValue ? "the number " + value : value.kind().typeName();
  }

  private void checkObject(Schema schema, ObjectValue object, Path path) {
    for (String name : schema.required()) {
      if (object.get(name) == null) {
        invalid(path.child(name), "is required");
      }
    }
    object.forEach(
        (key, fieldValue) -> {
          String name = name(key);
          schema.field(name).ifPresent(s -> check(s, fieldValue, path.child(name)));
        });
  }

  private void checkCombinations(Schema.Combinations combinations, Value value, Path path) {
    for (Schema all : combinations.allOf()) {
      check(all, value, path);
    }
    if (!combinations.anyOf().isEmpty()
        && combinations.anyOf().stream().noneMatch(s -> accepts(s, value))) {
      invalid(path, "must match at least one of the schemas of anyOf");
    }
    if (!combinations.oneOf().isEmpty()
        && combinations.oneOf().stream().filter(s -> accepts(s, value)).count() != 1) {
      invalid(path, "must match exactly one of the schemas of oneOf");
    }
    if (combinations.not().isPresent() && accepts(combinations.not().get(), value)) {
      invalid(path, "must not match the schema of not");
    }
  }

  /** Reports fields that the schema does not know. */
  private void checkKnown(Schema schema, Value value, Path path) {
    if (value instanceof ArrayValue array && schema.items().isPresent()) {
      for (int i = 0; i < array.size(); i++) {
        checkKnown(schema.items().get(), array.at(i), path.child(i));
      }
    } else if (value instanceof ObjectValue object) {
      object.forEach(
          (key, fieldValue) -> {
            String name = name(key);
            if (!schema.knows(name) && !isObjectField(schema, name)) {
              problem(path.child(name), SchemaProblem.Kind.UNKNOWN_FIELD, "unknown field");
            } else {
              schema.field(name).ifPresent(s -> checkKnown(s, fieldValue, path.child(name)));
            }
          });
    }
  }

  /** An embedded object has the fields that every object has, whatever the schema says. */
  private static boolean isObjectField(Schema schema, String name) {
    return schema.embeddedResource()
        && (name.equals("apiVersion") || name.equals("kind") || name.equals("metadata"));
  }

  private static String name(Value key) {
    return key instanceof StringValue text ? text.value() : key.toString();
  }
}
