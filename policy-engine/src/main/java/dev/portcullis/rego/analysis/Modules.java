package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Copies of modules, rules and heads with parts exchanged. */
public final class Modules {
  private Modules() {}

  /** Returns the module with each of its rules rewritten. */
  public static Module mapRules(Module module, UnaryOperator<Rule> rewrite) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : module.rules()) {
      rules.add(rewrite.apply(rule));
    }
    return withRules(module, rules);
  }

  /** Returns the module with other rules. */
  public static Module withRules(Module module, List<Rule> rules) {
    return new Module(
        module.source(),
        module.version(),
        module.packageSpan(),
        module.packagePath(),
        module.imports(),
        rules,
        module.comments(),
        module.annotations());
  }

  /** Returns the module without imports. */
  public static Module withoutImports(Module module) {
    return new Module(
        module.source(),
        module.version(),
        module.packageSpan(),
        module.packagePath(),
        List.of(),
        module.rules(),
        module.comments(),
        module.annotations());
  }

  /** Returns the rule and those of its {@code else}, from the first to the last. */
  public static List<Rule> chain(Rule rule) {
    List<Rule> chain = new ArrayList<>();
    for (Rule next = rule; next != null; next = next.otherwise().orElse(null)) {
      chain.add(next);
    }
    return chain;
  }

  /** Returns the rule and those of its {@code else}, each rewritten without regard to the rest. */
  public static Rule mapChain(Rule rule, UnaryOperator<Rule> rewrite) {
    List<Rule> chain = chain(rule);
    Optional<Rule> rest = Optional.empty();
    for (int i = chain.size() - 1; i >= 0; i--) {
      Rule next = rewrite.apply(chain.get(i));
      rest = Optional.of(with(next, next.head(), next.body(), rest));
    }
    return rest.orElseThrow();
  }

  /** Calls {@code action} with every rule, those of {@code else} included. */
  public static void forEachRule(List<Module> modules, Consumer<Rule> action) {
    for (Module module : modules) {
      for (Rule rule : module.rules()) {
        chain(rule).forEach(action);
      }
    }
  }

  /** Returns the rule with another head and body. */
  public static Rule with(Rule rule, Rule.Head head, Body body) {
    return with(rule, head, body, rule.otherwise());
  }

  private static Rule with(Rule rule, Rule.Head head, Body body, Optional<Rule> otherwise) {
    return new Rule(rule.span(), head, body, rule.bodyWritten(), otherwise, rule.isDefault());
  }

  /** Returns the head with another reference. */
  public static Rule.Head withRef(Rule.Head head, Term.Ref ref) {
    return with(head, ref, head.arguments(), head.key(), head.value());
  }

  /** Returns the head with other terms. */
  public static Rule.Head with(
      Rule.Head head,
      Term.Ref ref,
      Optional<List<Term>> arguments,
      Optional<Term> key,
      Optional<Term> value) {
    return new Rule.Head(
        head.span(), head.kind(), ref, arguments, key, value, head.valueWritten(), head.assigned());
  }
}
