package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 6902, with sets as further containers. */
final class JsonPatch {
  private JsonPatch() {}

  static @Nullable Value apply(BuiltinContext context, Value target, ArrayValue operations) {
    EditTree tree = new EditTree(target);
    for (Value element : operations) {
      context.tick(1);
      if (!(element instanceof ObjectValue operation)) {
        throw BuiltinException.failed(
            "must be an array of JSON-Patch objects, but at least one element is not an object");
      }
      apply(tree, operation);
    }
    return tree.value();
  }

  private static void apply(EditTree tree, ObjectValue operation) {
    Value pathValue = required(operation, "path");
    Value name = required(operation, "op");
    if (!(name instanceof StringValue op)) {
      throw BuiltinException.failed(
          "attribute 'op' must be a string but found: " + name.kind().typeName());
    }
    List<Value> path = JsonPath.parse(pathValue);
    switch (op.value()) {
      case "add" -> tree.insert(path, required(operation, "value"));
      case "remove" -> tree.delete(path);
      case "replace" -> {
        tree.delete(path);
        tree.insert(path, required(operation, "value"));
      }
      case "move" -> {
        List<Value> from = JsonPath.parse(required(operation, "from"));
        Value moved = tree.at(from);
        tree.delete(from);
        tree.insert(path, moved);
      }
      case "copy" -> tree.insert(path, tree.at(JsonPath.parse(required(operation, "from"))));
      case "test" -> {
        Value found = tree.at(path);
        Value expected = required(operation, "value");
        if (!found.equals(expected)) {
          throw BuiltinException.failed(
              "value from EditTree != patch value.\n\nExpected: "
                  + expected
                  + "\n\nFound: "
                  + found);
        }
      }
      default -> throw BuiltinException.failed("unrecognized op: '" + op.value() + "'");
    }
  }

  private static Value required(ObjectValue operation, String attribute) {
    Value value = operation.get(attribute);
    if (value == null) {
      throw BuiltinException.failed("missing required attribute '" + attribute + "'");
    }
    return value;
  }
}
