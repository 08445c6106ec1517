package dev.portcullis.rego.plan;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a program by their paths below {@code data}. A rule stands at the constant beginning
 * of its reference. If the rest of the reference is not empty ({@code p[x].q}), the rule and all
 * that stand below make one group: they define one document together.
 */
final class RuleTree {
  private final Node root = new Node(List.of());

  /** A place in the tree. */
  static final class Node {
    private final List<Value> path;
    private final Map<Value, Node> children = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    Node(List<Value> path) {
      this.path = path;
    }

    List<Value> path() {
      return path;
    }

    Map<Value, Node> children() {
      return children;
    }

    @Nullable Node child(Value key) {
      return children.get(key);
    }

    /**
     * Returns the rules that define the document here; empty if this is a package or leads to one.
     */
    List<Rule> rules() {
      return rules;
    }

    boolean isFunction() {
      return !rules.isEmpty() && rules.get(0).head().isFunction();
    }

    private Node grow(Value key) {
      return children.computeIfAbsent(
          key,
          k -> {
            List<Value> longer = new ArrayList<>(path);
            longer.add(k);
            return new Node(List.copyOf(longer));
          });
    }

    private void gather() {
      children.values().forEach(Node::gather);
      boolean dynamic = rules.stream().anyMatch(r -> r.head().ref().path().size() > path.size());
      if (dynamic) {
        children.values().forEach(child -> rules.addAll(child.allRules()));
        children.clear();
      }
    }

    private List<Rule> allRules() {
      List<Rule> all = new ArrayList<>(rules);
      children.values().forEach(child -> all.addAll(child.allRules()));
      return all;
    }
  }

  RuleTree(List<Module> modules) {
    for (Module module : modules) {
      Node at = root;
      for (Term step : module.packagePath().path()) {
        at = at.grow(((Term.Scalar) step).value());
      }
      for (Rule rule : module.rules()) {
        insert(rule);
      }
    }
    root.gather();
  }

  private void insert(Rule rule) {
    Node at = root;
    for (Term step : rule.head().ref().path()) {
      if (!(step instanceof Term.Scalar scalar)) {
        break;
      }
      at = at.grow(scalar.value());
    }
    at.rules.add(rule);
  }

  Node root() {
    return root;
  }

  /** Returns the place at {@code path}, or the group above that it belongs to. */
  Optional<Node> find(List<Value> path) {
    Node at = root;
    for (Value key : path) {
      if (!at.rules.isEmpty()) {
        return Optional.of(at);
      }
      Node next = at.child(key);
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at);
  }
}
