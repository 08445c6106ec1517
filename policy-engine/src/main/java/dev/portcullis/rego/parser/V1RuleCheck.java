package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;

/** Checks what version 1 asks of each rule beside the grammar. */
final class V1RuleCheck {
  private V1RuleCheck() {}

  static List<String> check(RuleDraft draft) {
    Rule rule = draft.rule();
    Rule.Head head = rule.head();
    String what = head.isFunction() ? "function" : "rule";
    List<String> problems = new ArrayList<>();
    if (head.ref().path().isEmpty()
        && head.ref().head() instanceof Term.Var name
        && TokenCursor.isKeyword(name.name(), RegoVersion.V1)) {
      problems.add(name.name() + " keyword cannot be used for rule name");
    }
    boolean single = head.kind() == Rule.Kind.SINGLE_VALUE;
    if (!rule.bodyWritten()
        && !rule.isDefault()
        && single
        && !head.valueWritten()
        && !head.isFunction()) {
      problems.add(what + " must have value assignment and/or body declaration");
    }
    if (rule.bodyWritten() && !draft.usesIf()) {
      problems.add("`if` keyword is required before " + what + " body");
    }
    if (!single && !draft.usesContains()) {
      problems.add("`contains` keyword is required for partial set rules");
    }
    return problems;
  }
}
