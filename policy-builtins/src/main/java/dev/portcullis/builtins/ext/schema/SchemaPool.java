package dev.portcullis.builtins.ext.schema;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The documents that references of a schema may point into: itself and what has an id within. */
final class SchemaPool {
  private static final Pattern SLASH = Pattern.compile("/", Pattern.LITERAL);
  private static final int MAX_DEPTH = 500;

  private final Map<String, Value> documents = new HashMap<>();

  /** Collects the ids of {@code root}. */
  SchemaPool(Value root) throws InvalidSchema {
    documents.put("", root);
    collect(root, "", 0);
  }

  private void collect(Value value, String base, int depth) throws InvalidSchema {
    if (depth > MAX_DEPTH) {
      throw new InvalidSchema("schema is nested too deeply");
    }
    if (value instanceof ArrayValue array) {
      for (Value element : array) {
        collect(element, base, depth + 1);
      }
    } else if (value instanceof ObjectValue object) {
      String here = base;
      Value id = id(object);
      if (id instanceof StringValue text) {
        here = resolve(base, text.value());
        if (!here.isEmpty() && documents.putIfAbsent(here, object) != null) {
          throw new InvalidSchema("Reference already exists: \"" + here + "\"");
        }
      }
      for (Value key : object.keysInOrder()) {
        Value member = object.get(key);
        boolean literal = key.equals(StringValue.of("const")) || key.equals(StringValue.of("enum"));
        if (member != null && !literal) {
          collect(member, here, depth + 1);
        }
      }
    }
  }

  /** Returns the value that identifies {@code schema}, if there is one. */
  static @Nullable Value id(ObjectValue schema) {
    Value old = schema.get("id");
    return old == null ? schema.get("$id") : old;
  }

  /** Returns {@code reference} taken relative to {@code base}, without an empty fragment. */
  static String resolve(String base, String reference) throws InvalidSchema {
    try {
      String resolved =
          reference.startsWith("#") || reference.isEmpty()
              ? withoutFragment(base) + reference
              : base.isEmpty()
                  ? new URI(reference).toString()
                  : new URI(base).resolve(new URI(reference)).toString();
      return resolved.endsWith("#") ? resolved.substring(0, resolved.length() - 1) : resolved;
    } catch (URISyntaxException e) {
      throw new InvalidSchema("parse \"" + reference + "\": invalid URI");
    }
  }

  private static String withoutFragment(String reference) {
    int hash = reference.indexOf('#');
    return hash < 0 ? reference : reference.substring(0, hash);
  }

  /**
   * Returns what an absolute reference points to. Nothing is ever fetched.
   *
   * @throws InvalidSchema if it is not in the pool
   */
  Value find(String reference) throws InvalidSchema {
    Value exact = documents.get(reference);
    if (exact != null) {
      return exact;
    }
    String document = withoutFragment(reference);
    Value found = documents.get(document);
    if (found == null) {
      throw new InvalidSchema(
          reference.contains("://")
              ? "remote reference not allowed: " + reference
              : "Reference " + reference + " must be canonical");
    }
    String pointer =
        URLDecoder.decode(
            reference.substring(document.length()).replace("#", "").replace("+", "%2B"),
            StandardCharsets.UTF_8);
    return pointer.isEmpty() ? found : follow(found, pointer);
  }

  private static Value follow(Value document, String pointer) throws InvalidSchema {
    if (!pointer.startsWith("/")) {
      throw new InvalidSchema("Invalid json pointer \"" + pointer + "\"");
    }
    Value here = document;
    for (String step : SLASH.split(pointer.substring(1), -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      Value next = null;
      if (here instanceof ObjectValue object) {
        next = object.get(name);
      } else if (here instanceof ArrayValue array) {
        next = element(array, name);
      }
      if (next == null) {
        throw new InvalidSchema(
            here instanceof ArrayValue
                ? "Out of bound array[0," + ((ArrayValue) here).size() + "] index '" + name + "'"
                : "Object has no key '" + name + "'");
      }
      here = next;
    }
    return here;
  }

  private static @Nullable Value element(ArrayValue array, String index) {
    try {
      int at = Integer.parseInt(index);
      return at >= 0 && at < array.size() ? array.at(at) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
