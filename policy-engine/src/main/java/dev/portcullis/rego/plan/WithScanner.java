package dev.portcullis.rego.plan;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what {@code with} modifiers replace. */
final class WithScanner extends TermWalker {
  private final Planner planner;

  WithScanner(Planner planner) {
    this.planner = planner;
  }

  /** What a modifier replaces. */
  sealed interface Target {
    record Input(List<Value> path) implements Target {}

    record Document(List<Value> path) implements Target {}

    record Function(String name) implements Target {}
  }

  /** Says what {@code target} is. */
  static Target classify(Planner planner, Term target) {
    Term.Ref ref =
        target instanceof Term.Ref r ? r : new Term.Ref(target.span(), target, List.of());
    if (ref.startsWith("input")) {
      return new Target.Input(path(ref));
    }
    if (!ref.startsWith("data")) {
      return new Target.Function(Refs.dottedName(ref).orElseThrow());
    }
    List<Value> path = path(ref);
    Optional<RuleTree.Node> node = planner.tree().find(path);
    return node.isPresent() && node.get().isFunction() && node.get().path().equals(path)
        ? new Target.Function(functionName(path))
        : new Target.Document(path);
  }

  /** Returns the name under which the function of rules at {@code path} is replaced. */
  static String functionName(List<Value> path) {
    return "data" + path;
  }

  private static List<Value> path(Term.Ref ref) {
    List<Value> path = new ArrayList<>();
    for (Term step : ref.path()) {
      Value key = Constants.of(step);
      if (key == null) {
        throw new IllegalStateException("a with target that is not constant");
      }
      path.add(key);
    }
    return path;
  }

  @Override
  public void with(Expr.With with) {
    Target target = classify(planner, with.target());
    if (target instanceof Target.Document document) {
      planner.replacements().addDocument(document.path());
    } else if (target instanceof Target.Function function) {
      planner.replacements().addFunction(function.name());
    }
    super.with(with);
  }
}
