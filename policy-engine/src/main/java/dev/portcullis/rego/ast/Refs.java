package dev.portcullis.rego.ast;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Helpers for references. */
public final class Refs {
  private Refs() {}

  /** Returns the reference {@code names[0].names[1]…}. */
  public static Term.Ref of(Span span, String... names) {
    List<Term> path = new ArrayList<>();
    for (int i = 1; i < names.length; i++) {
      path.add(new Term.Scalar(span, StringValue.of(names[i])));
    }
    return new Term.Ref(span, new Term.Var(span, names[0]), path);
  }

  /** Returns the reference for a dotted name such as {@code json.unmarshal}. */
  public static Term.Ref dotted(Span span, String name) {
    return of(span, name.split("\\.", -1));
  }

  /** Returns {@code a.b.c} if the reference is a variable followed by constant strings. */
  public static Optional<String> dottedName(Term.Ref ref) {
    if (!(ref.head() instanceof Term.Var head)) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder(head.name());
    for (Term step : ref.path()) {
      if (!(step instanceof Term.Scalar scalar && scalar.value() instanceof StringValue text)) {
        return Optional.empty();
      }
      name.append('.').append(text.value());
    }
    return Optional.of(name.toString());
  }
}
