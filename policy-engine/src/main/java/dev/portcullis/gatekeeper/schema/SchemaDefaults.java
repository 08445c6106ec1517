package dev.portcullis.gatekeeper.schema;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Optional;

/**
 * Puts a schema's defaults where a value has nothing, as the API server does: a field that is
 * absent gets its default; a {@code null} that the schema does not accept counts as absent; what
 * lies within an absent field without a default gets nothing.
 */
public final class SchemaDefaults {
  private SchemaDefaults() {}

  /** Returns {@code value} with the defaults of {@code schema}; itself if there is none to add. */
  public static Value apply(Schema schema, Value value) {
    if (value instanceof ObjectValue object) {
      return applyObject(schema, object);
    } else if (value instanceof ArrayValue array && schema.items().isPresent()) {
      return applyArray(schema.items().get(), array);
    }
    return value;
  }

  private static Value applyArray(Schema items, ArrayValue array) {
    Value[] result = new Value[array.size()];
    boolean changed = false;
    for (int i = 0; i < result.length; i++) {
      result[i] = apply(items, array.at(i));
      changed |= result[i] != array.at(i);
    }
    return changed ? ArrayValue.wrap(result) : array;
  }

  private static Value applyObject(Schema schema, ObjectValue object) {
    ObjectValue.Builder result = ObjectValue.builder(object.size() + 2);
    boolean[] changed = new boolean[1];
    object.forEach(
        (key, value) -> {
          Optional<Schema> field =
              key instanceof StringValue name ? schema.field(name.value()) : Optional.empty();
          if (field.isPresent() && value == NullValue.NULL && !field.get().nullable()) {
            changed[0] = true;
            return;
          }
          Value applied = field.isPresent() ? apply(field.get(), value) : value;
          changed[0] |= applied != value;
          result.put(key, applied);
        });
    schema
        .properties()
        .forEach(
            (name, field) -> {
              StringValue key = StringValue.of(name);
              if (field.defaultValue().isPresent() && result.get(key) == null) {
                result.put(key, apply(field, field.defaultValue().get()));
                changed[0] = true;
              }
            });
    return changed[0] ? result.build() : object;
  }
}
