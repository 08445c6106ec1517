package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Terms that are values, and values as terms. */
public final class Constants {
  private Constants() {}

  /** Returns the value that the term is; empty if something in it must be evaluated. */
  public static Optional<Value> value(Term term) {
    return Terms.isConstant(term) ? Optional.of(constant(term)) : Optional.empty();
  }

  private static Value constant(Term term) {
    if (term instanceof Term.ArrayTerm array) {
      List<Value> items = new ArrayList<>();
      array.items().forEach(item -> items.add(constant(item)));
      return ArrayValue.of(items);
    }
    if (term instanceof Term.SetTerm set) {
      SetValue.Builder items = SetValue.builder(set.items().size());
      set.items().forEach(item -> items.add(constant(item)));
      return items.build();
    }
    if (term instanceof Term.ObjectTerm object) {
      ObjectValue.Builder entries = ObjectValue.builder(object.entries().size());
      object.entries().forEach(e -> entries.put(constant(e.key()), constant(e.value())));
      return entries.build();
    }
    return ((Term.Scalar) term).value();
  }

  /** Returns the term that spells {@code value}. */
  public static Term term(Span span, Value value) {
    if (value instanceof ArrayValue array) {
      List<Term> items = new ArrayList<>();
      array.forEach(item -> items.add(term(span, item)));
      return new Term.ArrayTerm(span, items);
    }
    if (value instanceof SetValue set) {
      List<Term> items = new ArrayList<>();
      set.forEach(item -> items.add(term(span, item)));
      return new Term.SetTerm(span, items);
    }
    if (value instanceof ObjectValue object) {
      List<Term.Entry> entries = new ArrayList<>();
      object.forEach((k, v) -> entries.add(new Term.Entry(term(span, k), term(span, v))));
      return new Term.ObjectTerm(span, entries);
    }
    return new Term.Scalar(span, value);
  }
}
