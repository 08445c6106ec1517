package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.rego.analysis.Flattener;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.analysis.types.Signatures;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.Span;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Every called function is there and gets as many arguments as it has. A call that is an expression
 * of its own may have one more, for the result. Walks over flat trees.
 */
public final class UndefinedFunctionCheck extends TermWalker {
  private final Functions functions;
  private final Problems problems;

  /** Creates the check. */
  public UndefinedFunctionCheck(Functions functions, Problems problems) {
    this.functions = functions;
    this.problems = problems;
  }

  @Override
  public void expr(Expr expr) {
    Optional<Term.Call> named = Flattener.namedCall(expr);
    Optional<Term.Call> call = named.isPresent() ? named : Terms.call(expr);
    if (call.isEmpty() || check(call.get(), named.isPresent(), expr.span())) {
      super.expr(expr);
    }
  }

  private boolean check(Term.Call call, boolean nested, Span span) {
    OptionalInt arity = functions.arity(call.operator());
    if (arity.isEmpty()) {
      problems.error(
          DiagnosticCode.REGO_TYPE_ERROR,
          span,
          "undefined function " + TermText.of(call.operator()));
      return false;
    }
    int given = call.arguments().size();
    int wanted = arity.getAsInt();
    if (given == wanted || !nested && given == wanted + 1) {
      return true;
    }
    Optional<Builtin> builtin = functions.builtin(call.operator());
    if (builtin.isPresent()) {
      problems.error(
          DiagnosticCode.REGO_TYPE_ERROR,
          span,
          TermText.of(call.operator()) + ": arity mismatch",
          Signatures.detail(call.arguments(), builtin.get()));
    } else {
      problems.error(
          DiagnosticCode.REGO_TYPE_ERROR,
          span,
          String.format(
              "function %s has arity %d, got %d argument%s",
              TermText.of(call.operator()), wanted, given, given == 1 ? "" : "s"));
    }
    return false;
  }
}
