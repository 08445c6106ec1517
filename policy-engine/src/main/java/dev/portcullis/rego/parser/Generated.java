package dev.portcullis.rego.parser;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import java.util.List;

/** What the parser puts where the source says nothing. */
final class Generated {
  private Generated() {}

  static Term trueTerm(Span span) {
    return new Term.Scalar(span, BooleanValue.TRUE);
  }

  static Body trueBody(Span span) {
    return new Body(span, List.of(Expr.of(trueTerm(span))));
  }
}
