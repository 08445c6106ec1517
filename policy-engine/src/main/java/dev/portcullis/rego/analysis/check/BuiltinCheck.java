package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.Builtin.Trait;
import dev.portcullis.rego.analysis.AnalysisOptions;
import dev.portcullis.rego.analysis.Flattener;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.Optional;

/** No calls of builtins that the host forbids, or that the language gave up. Takes flat trees. */
public final class BuiltinCheck extends TermWalker {
  private final Functions functions;
  private final AnalysisOptions options;
  private final boolean rejectDeprecated;
  private final Problems problems;

  /**
   * Creates the check.
   *
   * @param rejectDeprecated whether deprecated builtins are errors: in Rego v1 and in strict mode
   */
  public BuiltinCheck(
      Functions functions, AnalysisOptions options, boolean rejectDeprecated, Problems problems) {
    this.functions = functions;
    this.options = options;
    this.rejectDeprecated = rejectDeprecated;
    this.problems = problems;
  }

  @Override
  public void expr(Expr expr) {
    Optional<Term.Call> named = Flattener.namedCall(expr);
    Optional<Term.Call> call = named.isPresent() ? named : Terms.call(expr);
    call.flatMap(c -> functions.builtin(c.operator()))
        .ifPresent(
            builtin -> {
              if (options.unsafeBuiltins().contains(builtin.name())) {
                report(expr, "unsafe built-in function calls in expression: " + builtin.name());
              }
              if (rejectDeprecated && builtin.has(Trait.DEPRECATED)) {
                report(expr, "deprecated built-in function calls in expression: " + builtin.name());
              }
            });
    super.expr(expr);
  }

  private void report(Expr expr, String message) {
    problems.error(DiagnosticCode.REGO_TYPE_ERROR, expr.span(), message);
  }
}
