package dev.portcullis.rego.analysis.safety;

import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.Variables;
import dev.portcullis.rego.analysis.Variables.Skip;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which variables of two terms get values when the terms are unified. */
final class Unifier {
  private static final Set<Skip> PATTERN =
      EnumSet.of(Skip.REF_HEADS, Skip.OBJECT_KEYS, Skip.CLOSURES);

  private final Predicate<String> safe;
  private final Set<String> unified = new HashSet<>();
  private final Map<String, Set<String>> waitsFor = new HashMap<>();
  private final Map<String, Set<String>> waitedForBy = new HashMap<>();

  Unifier(Predicate<String> safe) {
    this.safe = safe;
  }

  /** Returns the variables that get values. */
  Set<String> unify(Term left, Term right) {
    pair(left, right);
    return unified;
  }

  private static boolean isVariable(Term term) {
    return term instanceof Term.Var v && !Names.isRoot(v.name());
  }

  private static boolean isReference(Term term) {
    return term instanceof Term.Ref
        || term instanceof Term.Call
        || term instanceof Term.Var v && Names.isRoot(v.name());
  }

  private static boolean isComposite(Term term) {
    return term instanceof Term.ArrayTerm || term instanceof Term.ObjectTerm;
  }

  private boolean isSafe(String name) {
    return safe.test(name) || unified.contains(name);
  }

  private void pair(Term left, Term right) {
    if (isVariable(left)) {
      variable(((Term.Var) left).name(), right);
    } else if (isVariable(right)) {
      variable(((Term.Var) right).name(), left);
    } else if (isReference(left)) {
      known(left, right);
    } else if (isReference(right)) {
      known(right, left);
    } else if (left instanceof Term.ArrayComprehension && right instanceof Term.ArrayTerm
        || left instanceof Term.ObjectComprehension && right instanceof Term.ObjectTerm) {
      patternVariables(right).forEach(this::mark);
    } else if (left instanceof Term.ArrayTerm && Variables.isComprehension(right)) {
      patternVariables(left).forEach(this::mark);
    } else if (left instanceof Term.ArrayTerm a && right instanceof Term.ArrayTerm b) {
      if (a.items().size() == b.items().size()) {
        for (int i = 0; i < a.items().size(); i++) {
          pair(a.items().get(i), b.items().get(i));
        }
      }
    } else if (left instanceof Term.ObjectTerm a && right instanceof Term.ObjectTerm b) {
      objects(a, b);
    }
  }

  private void objects(Term.ObjectTerm a, Term.ObjectTerm b) {
    if (a.entries().size() != b.entries().size()) {
      return;
    }
    Map<Term, Term> other = new HashMap<>();
    b.entries().forEach(entry -> other.put(entry.key(), entry.value()));
    for (Term.Entry entry : a.entries()) {
      Optional.ofNullable(other.get(entry.key())).ifPresent(value -> pair(entry.value(), value));
    }
  }

  private void variable(String name, Term other) {
    if (isVariable(other)) {
      String second = ((Term.Var) other).name();
      if (isSafe(second)) {
        mark(name);
      } else if (isSafe(name)) {
        mark(second);
      } else {
        wait(name, second);
        wait(second, name);
      }
    } else if (isComposite(other)) {
      pattern(name, other);
    } else if (!isReference(other) || Outputs.isSafe(other, safe)) {
      mark(name);
    }
  }

  private void known(Term source, Term pattern) {
    if (isComposite(pattern) && Outputs.isSafe(source, safe)) {
      patternVariables(pattern).forEach(this::mark);
    }
  }

  private static Set<String> patternVariables(Term pattern) {
    Variables variables = new Variables(PATTERN);
    variables.term(pattern);
    return variables.names();
  }

  private void pattern(String name, Term composite) {
    Set<String> variables = patternVariables(composite);
    if (isSafe(name)) {
      variables.forEach(this::mark);
      return;
    }
    boolean complete = true;
    for (String variable : variables) {
      if (!isSafe(variable)) {
        complete = false;
        wait(name, variable);
      }
    }
    if (complete) {
      mark(name);
    }
  }

  private void wait(String name, String forName) {
    waitsFor.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(forName);
    waitedForBy.computeIfAbsent(forName, n -> new LinkedHashSet<>()).add(name);
  }

  /**
   * Gives a variable its value, and with it those that are patterns of it, and those whose patterns
   * are now complete.
   */
  private void mark(String first) {
    Deque<String> open = new ArrayDeque<>(Set.of(first));
    while (!open.isEmpty()) {
      String name = open.pop();
      unified.add(name);
      Set<String> parts = waitsFor.remove(name);
      if (parts != null) {
        open.addAll(parts);
      }
      Set<String> wholes = waitedForBy.remove(name);
      if (wholes != null) {
        for (String whole : wholes) {
          Set<String> missing = waitsFor.get(whole);
          if (missing != null && missing.remove(name) && missing.isEmpty()) {
            waitsFor.remove(whole);
            open.add(whole);
          }
        }
      }
    }
  }
}
