package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Paths into values: texts with slashes in the manner of RFC 6901, or arrays of keys. */
final class JsonPath {
  private JsonPath() {}

  /** Returns the keys of a path. */
  static List<Value> parse(Value path) {
    if (path instanceof ArrayValue keys) {
      return keys.asList();
    }
    if (!(path instanceof StringValue text)) {
      throw BuiltinException.type(
          "operand 2 must be one of {set, array} containing string paths or array of path segments"
              + " but got "
              + path.kind().typeName());
    }
    if (text.value().isEmpty()) {
      return List.of();
    }
    int start = 0;
    while (start < text.value().length() && text.value().charAt(start) == '/') {
      start++;
    }
    List<Value> keys = new ArrayList<>();
    for (String part : text.value().substring(start).split("/", -1)) {
      keys.add(StringValue.of(part.replace("~1", "/").replace("~0", "~")));
    }
    return keys;
  }

  /** Returns the keys of each path in an array or set of paths. */
  static List<List<Value>> parseAll(Value paths) {
    Iterable<Value> elements;
    if (paths instanceof ArrayValue array) {
      elements = array;
    } else if (paths instanceof SetValue set) {
      elements = set.sorted();
    } else {
      throw BuiltinException.operand(2, "one of {set, array}", paths.kind().typeName());
    }
    List<List<Value>> result = new ArrayList<>();
    for (Value path : elements) {
      result.add(parse(path));
    }
    return result;
  }
}
