package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.Variables;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.text.Span;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The variables of a rule's head occur in its body or among its arguments. Takes flat rules. */
public final class HeadSafetyCheck {
  private HeadSafetyCheck() {}

  /** Checks a rule without regard to its {@code else}. */
  public static void check(Rule rule, Problems problems) {
    Variables visible = Variables.visible();
    visible.body(rule.body());
    Set<String> known = new HashSet<>(visible.names());
    Variables arguments = Variables.all();
    rule.head().arguments().ifPresent(arguments::terms);
    known.addAll(arguments.names());
    Variables head = Variables.all();
    rule.head().key().ifPresent(head::term);
    rule.head().value().ifPresent(head::term);
    head.terms(rule.head().ref().path());
    for (Map.Entry<String, Span> variable : head.places().entrySet()) {
      String name = variable.getKey();
      if (!known.contains(name) && !Names.isGenerated(name) && !Names.isRoot(name)) {
        problems.error(
            DiagnosticCode.REGO_UNSAFE_VAR_ERROR,
            variable.getValue(),
            "var " + Names.original(name) + " is unsafe");
      }
    }
  }
}
