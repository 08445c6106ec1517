package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code object} functions. */
final class Objects implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("object.get")
              .doc("Gives the value at a key, or at a path of keys, or else a default.")
              .arg(
                  "object",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "object to get `key` from")
              .arg("key", RegoType.ANY, "key to lookup in `object`")
              .arg("default", RegoType.ANY, "default to use when lookup fails")
              .result("value", RegoType.ANY, "`object[key]` if present, otherwise `default`")
              .body(
                  Operand.OBJECT,
                  Operand.ANY,
                  Operand.ANY,
                  (ctx, object, key, otherwise) -> get(object, key, otherwise)),
          Builtin.named("object.keys")
              .doc("Gives the set of an object's keys.")
              .arg(
                  "object",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "object to get keys from")
              .result("value", RegoType.setOf(RegoType.ANY), "set of `object`'s keys")
              .body(Operand.OBJECT, Objects::keys),
          Builtin.named("object.remove")
              .doc("Gives the entries of an object without those at some keys.")
              .arg(
                  "object",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "object to remove keys from")
              .arg(
                  "keys",
                  RegoType.anyOf(
                      RegoType.arrayOf(RegoType.ANY),
                      RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                      RegoType.setOf(RegoType.ANY)),
                  "keys to remove from x")
              .result(
                  "output",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "result of removing the specified `keys` from `object`")
              .body(Operand.OBJECT, Operand.ANY, Objects::remove),
          Builtin.named("object.filter")
              .doc("Gives the entries of an object at some keys.")
              .arg("object", RegoType.objectOf(RegoType.ANY, RegoType.ANY), "object to filter keys")
              .arg(
                  "keys",
                  RegoType.anyOf(
                      RegoType.arrayOf(RegoType.ANY),
                      RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                      RegoType.setOf(RegoType.ANY)),
                  "keys to keep in `object`")
              .result(
                  "filtered",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "remaining data from `object` with only keys specified in `keys`")
              .body(Operand.OBJECT, Operand.ANY, Objects::filter),
          Builtin.named("object.union")
              .doc(
                  "Merges two objects; where both have a key the second wins, and objects there are"
                      + " merged.")
              .arg("a", RegoType.objectOf(RegoType.ANY, RegoType.ANY), "left-hand object")
              .arg("b", RegoType.objectOf(RegoType.ANY, RegoType.ANY), "right-hand object")
              .result(
                  "output",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "a new object which is the result of an asymmetric recursive union of two objects"
                      + " where conflicts are resolved by choosing the key from the right-hand"
                      + " object `b`")
              .body(Operand.OBJECT, Operand.OBJECT, Objects::union),
          Builtin.named("object.union_n")
              .doc(
                  "Merges objects; where several have a key the later wins, and objects there are"
                      + " merged.")
              .arg(
                  "objects",
                  RegoType.arrayOf(RegoType.objectOf(RegoType.ANY, RegoType.ANY)),
                  "list of objects to merge")
              .result(
                  "output",
                  RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                  "asymmetric recursive union of all objects in `objects`, merged from left to"
                      + " right, where conflicts are resolved by choosing the key from the"
                      + " right-hand object")
              .body(Operand.ARRAY, Objects::unionOfMany),
          Builtin.named("object.subset")
              .doc("Tells whether a collection holds another one; objects are looked into.")
              .arg(
                  "super",
                  RegoType.anyOf(
                      RegoType.arrayOf(RegoType.ANY),
                      RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                      RegoType.setOf(RegoType.ANY)),
                  "object to test if sub is a subset of")
              .arg(
                  "sub",
                  RegoType.anyOf(
                      RegoType.arrayOf(RegoType.ANY),
                      RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                      RegoType.setOf(RegoType.ANY)),
                  "object to test if super is a superset of")
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "`true` if `sub` is a subset of `super`, otherwise undefined")
              .body(Operand.ANY, Operand.ANY, Subset::test));

  private static Value get(ObjectValue object, Value key, Value otherwise) {
    if (!(key instanceof ArrayValue path)) {
      Value found = object.get(key);
      return found == null ? otherwise : found;
    }
    Value current = object;
    for (int i = 0; i < path.size(); i++) {
      current = current.get(path.at(i));
      if (current == null) {
        return otherwise;
      }
    }
    return current;
  }

  private static SetValue keys(BuiltinContext ctx, ObjectValue object) {
    ctx.tick(object.size());
    SetValue.Builder keys = SetValue.builder(object.size());
    for (int i = 0; i < object.size(); i++) {
      keys.add(object.keyInserted(i));
    }
    return keys.build();
  }

  private static ObjectValue remove(BuiltinContext ctx, ObjectValue object, Value keys) {
    return select(ctx, object, keySet(ctx, keys), false);
  }

  private static ObjectValue filter(BuiltinContext ctx, ObjectValue object, Value keys) {
    return select(ctx, object, keySet(ctx, keys), true);
  }

  private static ObjectValue select(
      BuiltinContext ctx, ObjectValue object, SetValue keys, boolean wanted) {
    ctx.tick(object.size());
    ObjectValue.Builder kept = ObjectValue.builder(object.size());
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyInserted(i);
      if (keys.contains(key) == wanted) {
        kept.put(key, object.valueInserted(i));
      }
    }
    return kept.size() == object.size() ? object : kept.build();
  }

  private static SetValue keySet(BuiltinContext ctx, Value keys) {
    if (keys instanceof SetValue set) {
      return set;
    }
    if (keys instanceof ArrayValue array) {
      ctx.tick(array.size());
      return SetValue.of(array.asList());
    }
    if (keys instanceof ObjectValue object) {
      return keys(ctx, object);
    }
    throw Operands.oneOf(2, keys, "object, set, array");
  }

  private static ObjectValue union(BuiltinContext ctx, ObjectValue a, ObjectValue b) {
    if (a.size() == 0) {
      return b;
    }
    if (b.size() == 0) {
      return a;
    }
    ctx.tick(a.size() + b.size());
    ObjectValue.Builder merged = ObjectValue.builder(a.size() + b.size());
    for (int i = 0; i < a.size(); i++) {
      Value key = a.keyInserted(i);
      Value mine = a.valueInserted(i);
      Value theirs = b.get(key);
      if (theirs == null) {
        merged.put(key, mine);
      } else if (mine instanceof ObjectValue x && theirs instanceof ObjectValue y) {
        merged.put(key, union(ctx, x, y));
      } else {
        merged.put(key, theirs);
      }
    }
    for (int i = 0; i < b.size(); i++) {
      if (!a.containsKey(b.keyInserted(i))) {
        merged.put(b.keyInserted(i), b.valueInserted(i));
      }
    }
    return merged.build();
  }

  private static ObjectValue unionOfMany(BuiltinContext ctx, ArrayValue objects) {
    List<ObjectValue> all = new ArrayList<>(objects.size());
    for (int i = 0; i < objects.size(); i++) {
      if (!(objects.at(i) instanceof ObjectValue object)) {
        throw Operands.element(1, objects, objects.at(i), "object");
      }
      all.add(object);
    }
    return merge(ctx, all);
  }

  /** Merges all at once: one after the other would copy the first ones again and again. */
  private static ObjectValue merge(BuiltinContext ctx, List<ObjectValue> objects) {
    if (objects.size() == 1) {
      return objects.get(0);
    }
    Map<Value, Merged> entries = new LinkedHashMap<>();
    for (int i = objects.size() - 1; i >= 0; i--) {
      ObjectValue object = objects.get(i);
      ctx.tick(object.size());
      for (int k = 0; k < object.size(); k++) {
        entries
            .computeIfAbsent(object.keyInserted(k), key -> new Merged())
            .addEarlier(object.valueInserted(k));
      }
    }
    ObjectValue.Builder merged = ObjectValue.builder(entries.size());
    entries.forEach((key, values) -> merged.put(key, values.result(ctx)));
    return merged.build();
  }

  /** The values at one key, from the last to the first, as far as they count. */
  private static final class Merged {
    private final List<ObjectValue> objects = new ArrayList<>(2);
    private @Nullable Value scalar;
    private boolean closed;

    void addEarlier(Value value) {
      if (closed) {
        return;
      }
      if (value instanceof ObjectValue object) {
        objects.add(object);
      } else {
        closed = true;
        scalar = objects.isEmpty() ? value : null;
      }
    }

    Value result(BuiltinContext ctx) {
      Collections.reverse(objects);
      return scalar != null ? scalar : merge(ctx, objects);
    }
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
