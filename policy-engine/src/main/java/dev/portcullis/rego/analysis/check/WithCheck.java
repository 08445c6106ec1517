package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.Builtin.Trait;
import dev.portcullis.rego.analysis.AnalysisOptions;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.RuleTree;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Modifiers replace {@code input}, parts of {@code data}, whole rules, or functions. */
public final class WithCheck extends TermWalker {
  private static final Set<String> IRREPLACEABLE =
      Set.of("eq", "rego.metadata.chain", "rego.metadata.rule");
  private static final String REPLACING = "with keyword replacing built-in function: ";

  private final Functions functions;
  private final Set<String> unsafeBuiltins;
  private final Problems problems;

  /** Creates the check. */
  public WithCheck(Functions functions, AnalysisOptions options, Problems problems) {
    this.functions = functions;
    this.unsafeBuiltins = options.unsafeBuiltins();
    this.problems = problems;
  }

  @Override
  public void with(Expr.With with) {
    super.with(with);
    Term target = with.target();
    if (rejectedAsUnsafe(target)) {
      return;
    }
    if (target instanceof Term.Ref ref && ref.startsWith("data")) {
      data(ref, with.value());
    } else if (target instanceof Term.Ref ref && ref.startsWith("input")
        || Terms.isRootDocument(target)) {
      return;
    } else {
      function(target, with.value());
    }
  }

  private boolean rejectedAsUnsafe(Term term) {
    Optional<String> name = Functions.name(term);
    if (name.isPresent() && unsafeBuiltins.contains(name.get())) {
      problems.error(
          DiagnosticCode.REGO_COMPILE_ERROR,
          term.span(),
          REPLACING + "target must not be unsafe: \"" + name.get() + "\"");
      return true;
    }
    return false;
  }

  private void data(Term.Ref target, Term value) {
    Optional<RuleTree.Node> node = Optional.of(functions.rules().root());
    List<Term> path = target.path();
    for (int i = 0; i < path.size() - 1; i++) {
      Term step = path.get(i);
      node = node.flatMap(n -> n.child(step));
      if (node.isPresent() && !node.get().rules().isEmpty()) {
        compileError(target.span(), "with keyword cannot partially replace virtual document(s)");
        return;
      }
    }
    if (functions.isFunctionRule(target)) {
      replacement(value);
    }
  }

  private void function(Term target, Term value) {
    Optional<Builtin> builtin = functions.builtin(target);
    if (builtin.isEmpty()) {
      problems.error(
          DiagnosticCode.REGO_TYPE_ERROR,
          target.span(),
          "with keyword target must reference existing input, data, or a function");
      return;
    }
    String name = builtin.get().name();
    if (IRREPLACEABLE.contains(name)) {
      compileError(target.span(), REPLACING + "replacement of \"" + name + "\" invalid");
    } else if (name.startsWith("internal.")) {
      compileError(
          target.span(),
          REPLACING + "replacement of internal function \"" + TermText.of(target) + "\" invalid");
    } else if (builtin.get().has(Trait.RELATION)) {
      compileError(target.span(), REPLACING + "target must not be a relation");
    } else if (builtin.get().result().isEmpty()) {
      compileError(target.span(), REPLACING + "target must not be a void function");
    } else {
      replacement(value);
    }
  }

  private void replacement(Term value) {
    if (!(value instanceof Term.Ref ref && functions.rules().find(ref).isPresent())) {
      rejectedAsUnsafe(value);
    }
  }

  private void compileError(Span span, String message) {
    problems.error(DiagnosticCode.REGO_COMPILE_ERROR, span, message);
  }
}
