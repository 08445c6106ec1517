package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;

/** Makes equalities of assignments, whose variables have names of their own by now. */
final class Assignments extends TermRewriter {
  @Override
  public Term term(Term term) {
    if (term instanceof Term.Call call
        && Terms.isCallOf(call, "assign")
        && call.arguments().size() == 2) {
      return new Term.Call(
          call.span(), Refs.of(call.operator().span(), "eq"), terms(call.arguments()));
    }
    return super.term(term);
  }
}
