package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.RuleGraph;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.ast.Rule;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** No rule reads itself. */
public final class RecursionCheck {
  /** Finding the way of each rule back to itself takes time; nobody reads this many. */
  private static final int MOST_REPORTED = 100;

  private RecursionCheck() {}

  /** Checks the rules of a program. Returns those that are recursive. */
  public static Set<Rule> check(RuleGraph graph, Problems problems) {
    Set<Rule> recursive = Collections.newSetFromMap(new IdentityHashMap<>());
    int reported = 0;
    for (List<Rule> component : graph.components()) {
      Rule first = component.get(0);
      if (component.size() == 1 && !graph.dependencies(first).contains(first)) {
        continue;
      }
      Set<Rule> members = Collections.newSetFromMap(new IdentityHashMap<>());
      members.addAll(component);
      recursive.addAll(members);
      for (Rule rule : component) {
        if (reported++ < MOST_REPORTED) {
          problems.error(
              DiagnosticCode.REGO_RECURSION_ERROR,
              rule.span(),
              "rule "
                  + TermText.of(rule)
                  + " is recursive: "
                  + graph.cycle(rule, members).stream()
                      .map(TermText::of)
                      .collect(Collectors.joining(" -> ")));
        }
      }
    }
    return recursive;
  }
}
