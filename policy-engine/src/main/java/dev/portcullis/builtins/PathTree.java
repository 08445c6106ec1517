package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Several paths as one tree; where a path ends, everything below belongs to it. */
final class PathTree {
  private final Map<Value, PathTree> children = new HashMap<>();
  private boolean leaf;

  static PathTree of(List<List<Value>> paths) {
    PathTree root = new PathTree();
    for (List<Value> path : paths) {
      root.add(path);
    }
    return root;
  }

  private void add(List<Value> path) {
    if (path.isEmpty()) {
      return;
    }
    PathTree node = this;
    for (Value key : path) {
      if (node.leaf) {
        return;
      }
      node = node.children.computeIfAbsent(key, k -> new PathTree());
    }
    node.leaf = true;
    node.children.clear();
  }

  private static Value index(int i) {
    return StringValue.of(Integer.toString(i));
  }

  /** Returns {@code value} without what the paths lead to, or null if they lead to all of it. */
  @Nullable Value removeFrom(BuiltinContext context, Value value) {
    context.tick(1);
    if (leaf) {
      return null;
    }
    if (value instanceof ObjectValue object) {
      ObjectValue.Builder kept = ObjectValue.builder(object.size());
      for (int i = 0; i < object.size(); i++) {
        Value rest = remainder(context, object.keyAt(i), object.valueAt(i));
        if (rest != null) {
          kept.put(object.keyAt(i), rest);
        }
      }
      return kept.build();
    }
    if (value instanceof SetValue set) {
      SetValue.Builder kept = SetValue.builder(set.size());
      for (Value element : set.sorted()) {
        Value rest = remainder(context, element, element);
        if (rest != null) {
          kept.add(rest);
        }
      }
      return kept.build();
    }
    if (value instanceof ArrayValue array) {
      List<Value> kept = new ArrayList<>(array.size());
      for (int i = 0; i < array.size(); i++) {
        Value rest = remainder(context, index(i), array.at(i));
        if (rest != null) {
          kept.add(rest);
        }
      }
      return ArrayValue.of(kept);
    }
    return value;
  }

  private @Nullable Value remainder(BuiltinContext context, Value key, Value child) {
    PathTree below = children.get(key);
    return below == null ? child : below.removeFrom(context, child);
  }

  /** Returns of {@code value} only what the paths lead to, or null if that is nothing. */
  @Nullable Value filter(BuiltinContext context, Value value) {
    context.tick(1);
    if (leaf) {
      return value;
    }
    if (value instanceof ObjectValue object) {
      ObjectValue.Builder kept = ObjectValue.builder();
      for (int i = 0; i < object.size(); i++) {
        Value part = part(context, object.keyAt(i), object.valueAt(i));
        if (part != null) {
          kept.put(object.keyAt(i), part);
        }
      }
      return kept.build();
    }
    if (value instanceof SetValue set) {
      SetValue.Builder kept = SetValue.builder();
      for (Value element : set.sorted()) {
        Value part = part(context, element, element);
        if (part != null) {
          kept.add(part);
        }
      }
      return kept.build();
    }
    if (value instanceof ArrayValue array) {
      List<Value> kept = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        Value part = part(context, index(i), array.at(i));
        if (part != null) {
          kept.add(part);
        }
      }
      return ArrayValue.of(kept);
    }
    return value;
  }

  private @Nullable Value part(BuiltinContext context, Value key, Value child) {
    PathTree below = children.get(key);
    return below == null ? null : below.filter(context, child);
  }
}
