package dev.portcullis.rego.runtime;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Stmt.Conflict;
import dev.portcullis.rego.text.Span;
import org.jspecify.annotations.Nullable;

/** The operations of the plan that are more than a call of a value's method. */
public final class Ops {
  private static final Value[] NOTHING = new Value[0];

  private Ops() {}

  /** Returns how many elements a loop over {@code source} meets. */
  public static int scanSize(Value source) {
    if (source instanceof ArrayValue array) {
      return array.size();
    }
    if (source instanceof ObjectValue object) {
      return object.size();
    }
    return source instanceof SetValue set ? set.size() : 0;
  }

  /** Returns the key of the {@code i}-th element that a loop over {@code source} meets. */
  public static Value scanKey(Value source, int i) {
    if (source instanceof ArrayValue) {
      return NumberValue.of(i);
    }
    return source instanceof ObjectValue object
        ? object.keyAt(i)
        : ((SetValue) source).sorted().at(i);
  }

  /** Returns the {@code i}-th element that a loop over {@code source} meets. */
  public static Value scanValue(Value source, int i) {
    if (source instanceof ArrayValue array) {
      return array.at(i);
    }
    return source instanceof ObjectValue object
        ? object.valueAt(i)
        : ((SetValue) source).sorted().at(i);
  }

  /**
   * Returns the elements that a loop over {@code source} meets, in order. The array must not be
   * changed.
   */
  public static Value[] scanValues(Value source) {
    if (source instanceof ArrayValue array) {
      return array.unwrap();
    }
    if (source instanceof ObjectValue object) {
      return object.valuesInOrder().unwrap();
    }
    return source instanceof SetValue set ? set.sorted().unwrap() : NOTHING;
  }

  /**
   * Returns the keys that a loop over {@code source} meets, in order, or {@code null} where they
   * are the numbers from 0. The array must not be changed.
   */
  public static Value @Nullable [] scanKeys(Value source) {
    if (source instanceof ObjectValue object) {
      return object.keysInOrder().unwrap();
    }
    return source instanceof SetValue set ? set.sorted().unwrap() : null;
  }

  /** Returns the {@code i}-th of {@code keys}, which {@link #scanKeys} gave. */
  public static Value scanKey(Value @Nullable [] keys, int i) {
    return keys == null ? NumberValue.of(i) : keys[i];
  }

  /** Returns {@code source[key]} for a string key, or {@code null}. */
  public static @Nullable Value field(Value source, Value key) {
    return source instanceof ObjectValue object ? object.get(key) : source.get(key);
  }

  /** Returns {@code source[key]}, or {@code null}. */
  public static @Nullable Value element(Value source, Value key) {
    if (source instanceof ObjectValue object) {
      return object.get(key);
    }
    return source instanceof ArrayValue array ? array.get(key) : source.get(key);
  }

  /** Returns whether two values are equal; strings, the most common, first. */
  public static boolean equal(Value a, Value b) {
    if (a == b) {
      return true;
    }
    if (a instanceof StringValue x) {
      return b instanceof StringValue y && x.value().equals(y.value());
    }
    return a.equals(b);
  }

  /** Returns the element of a base document at a step of a path, or {@code null}. */
  public static @Nullable Value dataLookup(Value source, Value key) {
    Value found = source.get(key);
    if (found == null && source instanceof ObjectValue && key instanceof NumberValue number) {
      found = source.get(StringValue.of(number.text()));
    } else if (found == null && source instanceof ArrayValue && key instanceof StringValue text) {
      NumberValue index = index(text.value());
      found = index == null ? null : source.get(index);
    }
    return found;
  }

  private static @Nullable NumberValue index(String text) {
    boolean digits = !text.isEmpty() && text.length() < 10;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? NumberValue.of(Integer.parseInt(text)) : null;
  }

  /** Returns whether {@code value} is an array of {@code size} elements. */
  public static boolean isArray(Value value, int size) {
    return value instanceof ArrayValue array && array.size() == size;
  }

  /** Returns whether {@code value} is an object of {@code size} entries. */
  public static boolean isObject(Value value, int size) {
    return value instanceof ObjectValue object && object.size() == size;
  }

  /** Returns whether {@code value} is an array, an object or a set. */
  public static boolean isCollection(Value value) {
    return value instanceof ArrayValue || value instanceof ObjectValue || value instanceof SetValue;
  }

  /** Returns {@code source} if {@code old} is empty or equal to it. */
  public static Value setOnce(@Nullable Value old, Value source, Conflict conflict, Span span) {
    if (old != null && !old.equals(source)) {
      throw EvalException.at(span, DiagnosticCode.EVAL_CONFLICT_ERROR, conflict.message());
    }
    return source;
  }

  /** Puts an entry into an object in the making. */
  public static void putObject(
      ObjectValue.Builder object, EvalContext context, Value key, Value value, Span span) {
    Value old = object.get(key);
    if (old == null) {
      object.put(key, value);
      context.state.checkSize(object.size());
    } else if (!old.equals(value)) {
      throw EvalException.at(
          span, DiagnosticCode.EVAL_CONFLICT_ERROR, Conflict.OBJECT_KEY.message());
    }
  }

  /** Returns the object of the entries; of equal keys the last counts. */
  public static ObjectValue makeObject(Value[] keys, Value[] values) {
    ObjectValue.Builder object = ObjectValue.builder(keys.length);
    for (int i = 0; i < keys.length; i++) {
      object.put(keys[i], values[i]);
    }
    return object.build();
  }
}
