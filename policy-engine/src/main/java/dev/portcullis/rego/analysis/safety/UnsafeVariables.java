package dev.portcullis.rego.analysis.safety;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.Problems;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Variables that no order of a body gives values to, with the expressions that need them. */
final class UnsafeVariables {
  private static final Set<String> FUTURE_KEYWORDS =
      Set.of("in", "every", "contains", "if", "not", "and", "or");

  private record Use(Span span, Set<String> names) {}

  private final List<Use> uses = new ArrayList<>();

  void add(Expr expr, Set<String> names) {
    uses.add(new Use(expr.span(), Set.copyOf(names)));
  }

  boolean isEmpty() {
    return uses.isEmpty();
  }

  void addAll(UnsafeVariables more) {
    uses.addAll(more.uses);
  }

  /** Reports each variable where it occurs first. */
  void report(Problems problems) {
    Map<String, Span> places = new TreeMap<>();
    boolean named = false;
    for (Use use : uses) {
      for (String name : use.names) {
        named = named || !Names.isGenerated(name);
        places.merge(name, use.span, (a, b) -> b.start() < a.start() ? b : a);
      }
    }
    if (named) {
      places.forEach(
          (name, span) -> {
            if (!Names.isGenerated(name)) {
              problems.error(DiagnosticCode.REGO_UNSAFE_VAR_ERROR, span, message(name));
            }
          });
      return;
    }
    uses.sort(java.util.Comparator.comparingInt(use -> use.span.start()));
    Set<String> seen = new HashSet<>();
    for (Use use : uses) {
      if (seen.addAll(use.names)) {
        problems.error(DiagnosticCode.REGO_UNSAFE_VAR_ERROR, use.span, "expression is unsafe");
      }
    }
  }

  private static String message(String name) {
    String said = Names.original(name);
    String message = "var " + said + " is unsafe";
    return FUTURE_KEYWORDS.contains(said)
        ? message + " (hint: `import future.keywords." + said + "` to import a future keyword)"
        : message;
  }
}
