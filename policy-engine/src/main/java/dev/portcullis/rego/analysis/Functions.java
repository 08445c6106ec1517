package dev.portcullis.rego.analysis;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The functions of a program: builtins and rules. */
public final class Functions {
  private final Map<String, Builtin> builtins;
  private final RuleTree rules;

  /** Creates the functions of a program with the rules of {@code rules}. */
  public Functions(Map<String, Builtin> builtins, RuleTree rules) {
    this.builtins = builtins;
    this.rules = rules;
  }

  /** Returns the tree of the rules. */
  public RuleTree rules() {
    return rules;
  }

  /** Returns the builtin that a term names. */
  public Optional<Builtin> builtin(Term term) {
    return name(term).map(builtins::get);
  }

  /** Returns the dotted name that a term spells. */
  public static Optional<String> name(Term term) {
    if (term instanceof Term.Var v) {
      return Optional.of(v.name());
    }
    return term instanceof Term.Ref ref ? Refs.dottedName(ref) : Optional.empty();
  }

  /**
   * Returns the number of arguments of what stands at {@code operator}: none for a rule that is no
   * function; empty where there is nothing.
   */
  public OptionalInt arity(Term.Ref operator) {
    Optional<Builtin> builtin = builtin(operator);
    Optional<String> name = name(operator);
    if (name.equals(Optional.of(Flattener.PRINT)) || name.equals(Optional.of(Flattener.TEMPLATE))) {
      return OptionalInt.of(1);
    }
    if (builtin.isPresent()) {
      return OptionalInt.of(builtin.get().type().arguments().size());
    }
    List<Rule> found = rules.rulesAt(operator);
    return found.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(found.get(0).head().arguments().map(List::size).orElse(0));
  }

  /** Returns whether a function stands exactly at the term. */
  public boolean isFunctionRule(Term term) {
    return term instanceof Term.Ref ref
        && rules.rulesAt(ref).stream().anyMatch(rule -> rule.head().isFunction());
  }

  /** Returns whether the term names a builtin, or a place in the tree of rules. */
  public boolean isReplacement(Term term) {
    return term instanceof Term.Ref ref && rules.find(ref).isPresent() || builtin(term).isPresent();
  }

  /**
   * Returns whether the value of a modifier is computed, rather than the name of a function that is
   * to be called in the place of another.
   */
  public boolean isComputed(Term target, Term value) {
    boolean replacesFunction = isFunctionRule(target) || isPlainBuiltin(target);
    if (replacesFunction && isReplacement(value)) {
      return false;
    }
    return !isFunctionRule(value) || replacesFunction || !startsWith(target, "data");
  }

  private boolean isPlainBuiltin(Term target) {
    return !startsWith(target, "data")
        && !startsWith(target, "input")
        && builtin(target).isPresent();
  }

  private static boolean startsWith(Term term, String root) {
    return term instanceof Term.Ref ref && ref.startsWith(root)
        || term instanceof Term.Var v && v.name().equals(root);
  }
}
