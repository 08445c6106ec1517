package dev.portcullis.rego.runtime;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Stmt.Conflict;
import dev.portcullis.rego.plan.Stmt.TreeLeaf;
import dev.portcullis.rego.text.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object with objects and sets below it in the making: what rules with references as heads
 * define together.
 */
public final class TreeAccumulator {
  private final Branch root = new Branch();
  private int size;

  private sealed interface Node {}

  private record Branch(Map<Value, Node> children) implements Node {
    Branch() {
      this(new LinkedHashMap<>());
    }
  }

  private record Elements(SetValue.Builder set) implements Node {}

  private record Leaf(Value value) implements Node {}

  /** Puts {@code value} at {@code path}; see {@link TreeLeaf}. */
  public void put(Value[] path, Value value, TreeLeaf leaf, Span span) {
    Branch at = root;
    for (int i = 0; i < path.length - 1; i++) {
      Node next = at.children.computeIfAbsent(path[i], k -> new Branch());
      if (!(next instanceof Branch branch)) {
        throw conflict(span);
      }
      at = branch;
    }
    Value key = path[path.length - 1];
    size++;
    switch (leaf) {
      case VALUE -> {
        Node old = at.children.putIfAbsent(key, new Leaf(value));
        if (old != null && !(old instanceof Leaf same && same.value.equals(value))) {
          throw conflict(span);
        }
      }
      case DEFAULT -> at.children.putIfAbsent(key, new Leaf(value));
      case ELEMENT -> {
        Node set = at.children.computeIfAbsent(key, k -> new Elements(SetValue.builder()));
        if (!(set instanceof Elements elements)) {
          throw conflict(span);
        }
        elements.set.add(value);
      }
    }
  }

  /** Returns how many leaves were put so far. */
  public int size() {
    return size;
  }

  private static EvalException conflict(Span span) {
    return EvalException.at(
        span, DiagnosticCode.EVAL_CONFLICT_ERROR, Conflict.OBJECT_KEY.message());
  }

  /** Returns the object; the accumulator must not be used again. */
  public ObjectValue finish() {
    return build(root);
  }

  private static ObjectValue build(Branch branch) {
    ObjectValue.Builder object = ObjectValue.builder(branch.children.size());
    branch.children.forEach(
        (key, child) -> {
          if (child instanceof Branch below) {
            object.put(key, build(below));
          } else if (child instanceof Elements elements) {
            object.put(key, elements.set.build());
          } else if (child instanceof Leaf leaf) {
            object.put(key, leaf.value);
          }
        });
    return object.build();
  }
}
