package dev.portcullis.rego.ast;

import dev.portcullis.rego.text.Span;
import java.util.List;

/** A query: expressions that must all hold. */
public record Body(Span span, List<Expr> exprs) {
  /** Copies the expressions. */
  public Body {
    exprs = List.copyOf(exprs);
  }
}
