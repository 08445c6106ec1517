package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Questions about imports, and the paths that they give. */
public final class Imports {
  private Imports() {}

  /** Returns whether the import is of the language: {@code rego.v1}, {@code future.keywords}. */
  public static boolean isLanguage(Module.Import imported) {
    return imported.path().startsWith("future") || imported.path().startsWith("rego");
  }

  /** Returns the name that the import gives its document. */
  public static String name(Module.Import imported) {
    if (imported.alias().isPresent()) {
      return imported.alias().get();
    }
    List<Term> path = imported.path().path();
    Term last = path.isEmpty() ? imported.path().head() : path.get(path.size() - 1);
    if (last instanceof Term.Scalar scalar && scalar.value() instanceof StringValue text) {
      return text.value();
    }
    return last instanceof Term.Var v ? v.name() : TermText.of(last);
  }

  /** Returns the import as it is written. */
  public static String text(Module.Import imported) {
    return "import "
        + TermText.of(imported.path())
        + imported.alias().map(alias -> " as " + alias).orElse("");
  }

  /** Returns {@code path.name}. */
  public static Term.Ref append(Term.Ref path, String name) {
    List<Term> longer = new ArrayList<>(path.path());
    longer.add(new Term.Scalar(path.span(), StringValue.of(name)));
    return new Term.Ref(path.span(), path.head(), longer);
  }

  /** Returns the reference as if it stood at {@code span}. */
  public static Term.Ref at(Term.Ref ref, Span span) {
    List<Term> path = new ArrayList<>();
    for (Term step : ref.path()) {
      path.add(step instanceof Term.Scalar scalar ? new Term.Scalar(span, scalar.value()) : step);
    }
    Term head = ref.head() instanceof Term.Var v ? new Term.Var(span, v.name()) : ref.head();
    return new Term.Ref(span, head, path);
  }

  /** Returns the head alone where the reference has no path. */
  public static Term simplify(Term.Ref ref) {
    return ref.path().isEmpty() ? ref.head() : ref;
  }
}
