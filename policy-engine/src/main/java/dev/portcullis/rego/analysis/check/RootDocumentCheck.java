package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.List;

/** No rule, argument or variable is called {@code input} or {@code data}. */
public final class RootDocumentCheck extends TermWalker {
  private final Problems problems;

  private RootDocumentCheck(Problems problems) {
    this.problems = problems;
  }

  /** Checks a module of Rego v1 or in strict mode, before its names are resolved. */
  public static void check(Module module, Problems problems) {
    RootDocumentCheck check = new RootDocumentCheck(problems);
    module.rules().forEach(check::rule);
  }

  /** Checks a query in strict mode. */
  public static void check(Body query, Problems problems) {
    new RootDocumentCheck(problems).body(query);
  }

  @Override
  public void rule(Rule rule) {
    if (rule.head().ref().head() instanceof Term.Var name && Names.isRoot(name.name())) {
      problems.error(
          DiagnosticCode.REGO_COMPILE_ERROR,
          rule.span(),
          "rules must not shadow " + name.name() + " (use a different rule name)");
    }
    for (Term argument : rule.head().arguments().orElse(List.of())) {
      if (Terms.isRootDocument(argument)) {
        problems.error(
            DiagnosticCode.REGO_COMPILE_ERROR,
            argument.span(),
            "args must not shadow " + TermText.of(argument) + " (use a different variable name)");
      }
    }
    super.rule(rule);
  }

  @Override
  public void expr(Expr expr) {
    if (Terms.isAssignment(expr)) {
      List<Term> arguments = Terms.call(expr).orElseThrow().arguments();
      if (!arguments.isEmpty() && Terms.isRootDocument(arguments.get(0))) {
        problems.error(
            DiagnosticCode.REGO_COMPILE_ERROR,
            expr.span(),
            "variables must not shadow "
                + TermText.of(arguments.get(0))
                + " (use a different variable name)");
      }
    }
    super.expr(expr);
  }
}
