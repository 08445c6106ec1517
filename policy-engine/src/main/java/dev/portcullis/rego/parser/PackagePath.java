package dev.portcullis.rego.parser;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the path of a package clause. */
final class PackagePath {
  private PackagePath() {}

  /** Returns the path from {@code data}; null, with a fault, if there is none. */
  static Term.@Nullable Ref parse(TokenCursor cursor, TermParser terms) {
    if (!cursor.at(TokenKind.IDENT) && !cursor.isKeywordAllowedInRef()) {
      cursor.unexpected();
      return null;
    }
    cursor.takeAsIdent();
    Term term = terms.term();
    if (term == null) {
      return null;
    }
    List<Term> path = new ArrayList<>();
    if (term instanceof Term.Var name) {
      path.add(new Term.Scalar(name.span(), StringValue.of(name.name())));
    } else if (term instanceof Term.Ref ref) {
      if (!(ref.head() instanceof Term.Var name)) {
        cursor.fault(
            ref.head().span().start(),
            "unexpected " + Terms.kindName(ref.head()) + " token: expecting var");
        return null;
      }
      path.add(new Term.Scalar(name.span(), StringValue.of(name.name())));
      for (Term step : ref.path()) {
        if (!Terms.isString(step)) {
          cursor.fault(
              step.span().start(),
              "unexpected " + Terms.kindName(step) + " token: expecting string");
          return null;
        }
        path.add(step);
      }
    } else {
      cursor.unexpected();
      return null;
    }
    return new Term.Ref(term.span(), new Term.Var(term.span(), "data"), path);
  }
}
