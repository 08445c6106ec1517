package dev.portcullis.rego.plan;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of terms that are made of scalars alone. */
final class Constants {
  private Constants() {}

  /** Returns the value of {@code term}, or {@code null} if it is not constant. */
  static @Nullable Value of(Term term) {
    if (term instanceof Term.Scalar scalar) {
      return scalar.value();
    }
    if (term instanceof Term.ArrayTerm array) {
      List<Value> items = all(array.items());
      return items == null ? null : ArrayValue.of(items);
    }
    if (term instanceof Term.SetTerm set) {
      List<Value> items = all(set.items());
      return items == null ? null : SetValue.of(items);
    }
    return term instanceof Term.ObjectTerm object ? object(object) : null;
  }

  private static @Nullable Value object(Term.ObjectTerm object) {
    ObjectValue.Builder builder = ObjectValue.builder(object.entries().size());
    for (Term.Entry entry : object.entries()) {
      Value key = of(entry.key());
      Value value = key == null ? null : of(entry.value());
      if (key == null || value == null) {
        return null;
      }
      builder.put(key, value);
    }
    return builder.build();
  }

  private static @Nullable List<Value> all(List<Term> terms) {
    List<Value> values = new ArrayList<>(terms.size());
    for (Term term : terms) {
      Value value = of(term);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }
}
