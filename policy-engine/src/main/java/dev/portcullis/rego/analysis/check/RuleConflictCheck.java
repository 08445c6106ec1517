package dev.portcullis.rego.analysis.check;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.analysis.RuleTree;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules of one name agree in kind and number of arguments, and no rule stands within another. */
public final class RuleConflictCheck {
  private final Problems problems;

  private RuleConflictCheck(Problems problems) {
    this.problems = problems;
  }

  /** Checks the rules of a program. */
  public static void check(List<Module> modules, RuleTree rules, Problems problems) {
    RuleConflictCheck check = new RuleConflictCheck(problems);
    Map<SourceText, Module> owners = new IdentityHashMap<>();
    modules.forEach(module -> owners.put(module.source(), module));
    rules.root().forEachBelow(node -> check.node(node, owners));
    check.packages(modules);
  }

  private void node(RuleTree.Node node, Map<SourceText, Module> owners) {
    List<Rule> rules = node.rules();
    if (rules.isEmpty()) {
      return;
    }
    Rule last = rules.get(rules.size() - 1);
    String name = TermText.of(last);
    List<Rule> within = conflictsBelow(node);
    if (!within.isEmpty()) {
      typeError(
          rules.get(0),
          "rule "
              + name
              + " conflicts with: "
              + within.stream()
                  .map(r -> "rule " + TermText.of(r) + " at " + place(r))
                  .collect(Collectors.joining(", ")));
    } else if (differ(rules)) {
      typeError(rules.get(0), "conflicting rules " + name + " found");
    } else {
      List<Rule> defaults = rules.stream().filter(Rule::isDefault).toList();
      if (defaults.size() > 1) {
        Module module = owners.get(defaults.get(0).span().source());
        problems.error(
            DiagnosticCode.REGO_TYPE_ERROR,
            module == null ? defaults.get(0).span() : module.packageSpan(),
            "multiple default rules "
                + name
                + " found at "
                + defaults.stream()
                    .map(RuleConflictCheck::place)
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  private static String place(Rule rule) {
    return rule.span().source().name() + ":" + rule.span().row();
  }

  private void typeError(Rule rule, String message) {
    problems.error(DiagnosticCode.REGO_TYPE_ERROR, rule.span(), message);
  }

  private static boolean differ(List<Rule> rules) {
    Set<Object> shapes = new HashSet<>();
    for (Rule rule : rules) {
      boolean ground = RuleTree.isGround(rule.head().ref());
      boolean single = rule.head().kind() == Rule.Kind.SINGLE_VALUE;
      int arity = rule.head().arguments().map(List::size).orElse(0);
      shapes.add(List.of(rule.head().kind(), arity, single && ground, !single && ground));
    }
    return shapes.size() > 1;
  }

  /** Returns the rules that stand within the documents that the node's rules define. */
  private static List<Rule> conflictsBelow(RuleTree.Node node) {
    if (node.isLeaf()) {
      return List.of();
    }
    boolean anyGround = node.rules().stream().anyMatch(r -> RuleTree.isGround(r.head().ref()));
    boolean anyOpen = node.rules().stream().anyMatch(r -> !RuleTree.isGround(r.head().ref()));
    List<Rule> below = new ArrayList<>();
    node.forEachBelow(inner -> below.addAll(inner.rules()));
    if (!anyGround) {
      below.removeIf(rule -> !(anyOpen && rule.head().isFunction()));
    }
    below.sort(Comparator.comparing((Rule rule) -> TermText.of(rule)));
    return below;
  }

  private void packages(List<Module> modules) {
    Map<List<Term>, List<Module>> byPath = new HashMap<>();
    for (Module module : modules) {
      byPath.computeIfAbsent(module.packagePath().path(), path -> new ArrayList<>()).add(module);
    }
    for (Module module : modules) {
      for (Rule rule : module.rules()) {
        if (!RuleTree.isGround(rule.head().ref())) {
          continue;
        }
        for (Module other : byPath.getOrDefault(rule.head().ref().path(), List.of())) {
          if (other != module) {
            problems.error(
                DiagnosticCode.REGO_TYPE_ERROR,
                module.packageSpan(),
                String.format(
                    "package %s conflicts with rule %s defined at %s",
                    packageName(other), localName(rule, module), place(rule)));
          }
        }
      }
    }
  }

  private static String packageName(Module module) {
    return withoutData(TermText.of(module.packagePath()));
  }

  private static String localName(Rule rule, Module module) {
    return withoutData(
        "data" + TermText.of(rule).substring(TermText.of(module.packagePath()).length()));
  }

  private static String withoutData(String path) {
    return path.startsWith("data.") ? path.substring("data.".length()) : path;
  }
}
