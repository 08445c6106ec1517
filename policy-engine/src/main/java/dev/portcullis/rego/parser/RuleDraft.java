package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A parsed rule with what its keywords were, which only the parser's checks need.
 *
 * @param rule the rule
 * @param usesIf whether {@code if} stands before its body
 * @param usesContains whether its head has {@code contains}
 * @param elses the rules that follow it in its chain
 */
record RuleDraft(Rule rule, boolean usesIf, boolean usesContains, List<RuleDraft> elses) {
  /** Returns the rule and the rules of its {@code else} chain. */
  List<RuleDraft> withElse() {
    List<RuleDraft> all = new ArrayList<>(elses.size() + 1);
    all.add(this);
    all.addAll(elses);
    return all;
  }
}
