package dev.portcullis.rego.runtime;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.ViewNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place below {@code data}, seen from a context: base documents merged with what rules define,
 * rule by rule.
 */
public final class View {
  private final EvalContext context;
  private final @Nullable ViewNode node;
  private final @Nullable Value base;

  private View(EvalContext context, @Nullable ViewNode node, @Nullable Value base) {
    this.context = context;
    this.node = node;
    this.base = base;
  }

  /** Returns the view of {@code node}, or {@code null} if nothing is there. */
  public static @Nullable View open(EvalContext context, ViewNode node) {
    Value base = context.data;
    for (Value key : node.path()) {
      base = base.get(key);
      if (base == null) {
        break;
      }
    }
    return at(context, node, base);
  }

  private static @Nullable View at(
      EvalContext context, @Nullable ViewNode node, @Nullable Value base) {
    if (node == null || context.isAnyReplaced(node.replacedBy())) {
      return base == null ? null : new View(context, null, base);
    }
    if (node.callable()) {
      return null;
    }
    if (node.function().isPresent()) {
      Value value =
          context.state.functions().call(node.function().get(), context, Calls.NO_ARGUMENTS);
      return value == null ? null : new View(context, null, value);
    }
    return new View(context, node, base);
  }

  /** Returns the view of the element at {@code key}, or {@code null} if nothing is there. */
  public @Nullable View lookup(Value key) {
    return at(
        context,
        node == null ? null : node.children().get(key),
        base == null ? null : Ops.dataLookup(base, key));
  }

  /** Returns the keys at which something may be, in Rego's order. */
  public ArrayValue keys() {
    SetValue.Builder keys = SetValue.builder();
    if (base instanceof ObjectValue object) {
      object.forEach((key, value) -> keys.add(key));
    } else if (base instanceof SetValue set) {
      keys.addAll(set);
    } else if (base instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        keys.add(NumberValue.of(i));
      }
    }
    if (node != null) {
      node.children().keySet().forEach(keys::add);
    }
    return keys.build().sorted();
  }

  /** Returns the value here, with all rules below evaluated, or {@code null} if there is none. */
  public @Nullable Value value() {
    if (node == null) {
      return base;
    }
    ObjectValue.Builder merged = ObjectValue.builder();
    if (base instanceof ObjectValue object) {
      object.forEach(
          (key, value) -> {
            if (!node.children().containsKey(key)) {
              merged.put(key, value);
            }
          });
    }
    for (Map.Entry<Value, ViewNode> child : node.children().entrySet()) {
      View view = lookup(child.getKey());
      Value value = view == null ? null : view.value();
      if (value != null) {
        merged.put(child.getKey(), value);
      }
    }
    return merged.build();
  }
}
