package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;

/** A function without a result, such as {@code print}, is an expression of its own. */
public final class VoidCallCheck extends TermWalker {
  private final Functions functions;
  private final Problems problems;

  /** Creates the check. It walks over trees that are not flat yet. */
  public VoidCallCheck(Functions functions, Problems problems) {
    this.functions = functions;
    this.problems = problems;
  }

  @Override
  public void statement(Expr.Statement statement) {
    if (statement instanceof Expr.TermStatement s && s.term() instanceof Term.Call call) {
      terms(call.arguments());
    } else {
      super.statement(statement);
    }
  }

  @Override
  public void term(Term term) {
    if (term instanceof Term.Call call) {
      call(call);
    }
    if (term instanceof Term.TemplateString template) {
      for (Term.TemplatePart part : template.parts()) {
        if (part instanceof Term.TemplatePart.Interpolation interpolation
            && interpolation.expr().statement() instanceof Expr.TermStatement s
            && s.term() instanceof Term.Call call) {
          call(call);
        }
      }
    }
    super.term(term);
  }

  private void call(Term.Call call) {
    if (functions.builtin(call.operator()).filter(b -> b.result().isEmpty()).isPresent()) {
      problems.error(
          DiagnosticCode.REGO_TYPE_ERROR, call.span(), TermText.of(call) + " used as value");
    }
  }
}
