package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that is being changed. Containers are opened where a change goes through them, and closed
 * into values again at the end, so that many changes cost little more than one.
 */
final class EditTree {
  private @Nullable Value closed;
  private @Nullable Map<Value, EditTree> entries;
  private @Nullable List<EditTree> elements;
  private boolean isSet;

  EditTree(Value value) {
    this.closed = value;
  }

  /** Returns the value as it is now, or null if it was removed as a whole. */
  @Nullable Value value() {
    if (elements != null) {
      List<Value> values = new ArrayList<>(elements.size());
      elements.forEach(element -> values.add(element.known()));
      return ArrayValue.of(values);
    }
    if (entries != null && isSet) {
      SetValue.Builder set = SetValue.builder(entries.size());
      entries.values().forEach(element -> set.add(element.known()));
      return set.build();
    }
    if (entries != null) {
      ObjectValue.Builder object = ObjectValue.builder(entries.size());
      entries.forEach((key, value) -> object.put(key, value.known()));
      return object.build();
    }
    return closed;
  }

  private Value known() {
    Value value = value();
    if (value == null) {
      throw BuiltinException.failed("nil value encountered where composite value was expected");
    }
    return value;
  }

  private void become(@Nullable Value value) {
    closed = value;
    entries = null;
    elements = null;
    isSet = false;
  }

  /** Returns what is at {@code path}. */
  Value at(List<Value> path) {
    return walk(path).known();
  }

  /** Puts {@code value} to {@code path}: into an array before what is there. */
  void insert(List<Value> path, Value value) {
    if (path.isEmpty()) {
      become(value);
      return;
    }
    Value key = path.get(path.size() - 1);
    EditTree parent = walk(path.subList(0, path.size() - 1));
    if (parent.isGone()) {
      throw BuiltinException.failed("deleted node encountered during insert operation");
    }
    parent.open();
    if (parent.elements != null) {
      int index = index(key, parent.elements.size());
      if (index < 0 || index > parent.elements.size()) {
        throw BuiltinException.failed("index for array insertion out of bounds");
      }
      parent.elements.add(index, new EditTree(value));
    } else if (parent.entries != null) {
      if (parent.isSet && !key.equals(value)) {
        throw BuiltinException.failed(
            "set key " + key + " does not equal value to be inserted " + value);
      }
      parent.entries.put(key, new EditTree(value));
    } else {
      throw notComposite(parent.known());
    }
  }

  /** Removes what is at {@code path}. */
  void delete(List<Value> path) {
    if (path.isEmpty()) {
      if (isGone()) {
        throw BuiltinException.failed("deleted node encountered during delete operation");
      }
      become(null);
      return;
    }
    Value key = path.get(path.size() - 1);
    EditTree parent = walk(path.subList(0, path.size() - 1));
    if (parent.isGone()) {
      throw BuiltinException.failed("deleted node encountered during delete operation");
    }
    parent.open();
    if (parent.elements != null) {
      int index = index(key, parent.elements.size());
      if (index < 0 || index >= parent.elements.size()) {
        throw BuiltinException.failed("index for array delete out of bounds");
      }
      parent.elements.remove(index);
    } else if (parent.entries != null) {
      if (parent.entries.remove(key) == null) {
        throw BuiltinException.failed("cannot delete child key " + key + " that does not exist");
      }
    } else {
      throw notComposite(parent.known());
    }
  }

  private boolean isGone() {
    return closed == null && entries == null && elements == null;
  }

  private EditTree walk(List<Value> path) {
    EditTree node = this;
    for (Value key : path) {
      node = node.child(key);
    }
    return node;
  }

  private EditTree child(Value key) {
    if (isGone()) {
      throw BuiltinException.failed("nil value encountered where composite value was expected");
    }
    open();
    if (elements != null) {
      int index = index(key, elements.size());
      if (index < 0 || index >= elements.size()) {
        throw BuiltinException.failed("path " + index + " does not exist in array term " + known());
      }
      return elements.get(index);
    }
    if (entries == null) {
      Value value = known();
      throw BuiltinException.failed(
          "expected composite type for path " + key + ", found value: " + typed(value));
    }
    EditTree child = entries.get(key);
    if (child == null) {
      throw BuiltinException.failed(
          isSet
              ? "path " + ArrayValue.of(key) + " does not exist in set term " + known()
              : "path " + key + " does not exist in object term " + known());
    }
    return child;
  }

  private void open() {
    if (entries != null && isSet) {
      // Elements that were changed have other keys now.
      become(value());
    }
    if (closed instanceof ArrayValue array) {
      elements = new ArrayList<>(array.size());
      for (Value element : array) {
        elements.add(new EditTree(element));
      }
      closed = null;
    } else if (closed instanceof ObjectValue object) {
      entries = new LinkedHashMap<>();
      for (int i = 0; i < object.size(); i++) {
        entries.put(object.keyAt(i), new EditTree(object.valueAt(i)));
      }
      closed = null;
    } else if (closed instanceof SetValue set) {
      entries = new LinkedHashMap<>();
      isSet = true;
      for (Value element : set) {
        entries.put(element, new EditTree(element));
      }
      closed = null;
    }
  }

  private static int index(Value key, int length) {
    if (key instanceof NumberValue number) {
      if (!Operands.isPlainLong(number)) {
        throw BuiltinException.failed("invalid number type for indexing");
      }
      return clamped(number.longValue());
    }
    if (!(key instanceof StringValue text)) {
      throw BuiltinException.failed("invalid type for indexing");
    }
    String digits = text.value();
    if (digits.equals("-")) {
      return length;
    }
    try {
      long index = Long.parseLong(digits);
      if (!digits.equals("0") && digits.startsWith("0")) {
        throw BuiltinException.failed("leading zeros are not allowed in JSON paths");
      }
      return clamped(index);
    } catch (NumberFormatException e) {
      throw BuiltinException.failed("invalid string for indexing");
    }
  }

  private static int clamped(long index) {
    return (int) Math.max(-1, Math.min(index, Integer.MAX_VALUE));
  }

  private static BuiltinException notComposite(Value value) {
    return BuiltinException.failed("expected composite type, found value: " + typed(value));
  }

  private static String typed(Value value) {
    String kind = value.kind().typeName();
    return value + " (type: ast." + Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + ")";
  }
}
