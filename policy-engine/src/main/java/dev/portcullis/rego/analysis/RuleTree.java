package dev.portcullis.rego.analysis;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The rules of a program by their paths. A rule stands at the constant beginning of its path:
 * {@code data.p.q[x].r} at {@code data.p.q}. A package without rules has a node too.
 */
public final class RuleTree {
  private final Node root = new Node(Optional.empty());

  /** One step of a path. */
  public static final class Node {
    private final Optional<Value> key;
    private final TreeMap<Value, Node> children = new TreeMap<>();
    private final List<Rule> rules = new ArrayList<>();

    private Node(Optional<Value> key) {
      this.key = key;
    }

    /** Returns the last key of the node's path; empty for {@code data}. */
    public Optional<Value> key() {
      return key;
    }

    /** Returns the rules whose constant path ends here. */
    public List<Rule> rules() {
      return Collections.unmodifiableList(rules);
    }

    /** Returns the nodes one step down, in the order of their keys. */
    public Iterable<Node> children() {
      return children.values();
    }

    /** Returns whether nothing is below. */
    public boolean isLeaf() {
      return children.isEmpty();
    }

    /** Returns the node at {@code child}, if there is one. */
    public Optional<Node> child(Term child) {
      return child instanceof Term.Scalar scalar
          ? Optional.ofNullable(children.get(scalar.value()))
          : Optional.empty();
    }

    /** Calls {@code action} with the nodes below this one. */
    public void forEachBelow(Consumer<Node> action) {
      List<Node> open = new ArrayList<>(children.values());
      while (!open.isEmpty()) {
        Node node = open.remove(open.size() - 1);
        action.accept(node);
        open.addAll(node.children.values());
      }
    }

    private Node at(Value step) {
      return children.computeIfAbsent(step, key -> new Node(Optional.of(key)));
    }
  }

  /** Creates the tree of the rules of {@code modules}, whose heads begin with {@code data}. */
  public RuleTree(List<Module> modules) {
    for (Module module : modules) {
      if (module.rules().isEmpty()) {
        node(module.packagePath().path());
      }
      for (Rule rule : module.rules()) {
        node(constantPrefix(rule.head().ref())).rules.add(rule);
      }
    }
  }

  private Node node(List<Term> path) {
    Node node = root;
    for (Term step : path) {
      if (step instanceof Term.Scalar scalar) {
        node = node.at(scalar.value());
      }
    }
    return node;
  }

  /** Returns the beginning of the reference's path up to its first variable. */
  public static List<Term> constantPrefix(Term.Ref ref) {
    int end = 0;
    while (end < ref.path().size() && ref.path().get(end) instanceof Term.Scalar) {
      end++;
    }
    return ref.path().subList(0, end);
  }

  /** Returns whether the reference's path has no variables. */
  public static boolean isGround(Term.Ref ref) {
    return constantPrefix(ref).size() == ref.path().size();
  }

  /** Returns the node of {@code data}. */
  public Node root() {
    return root;
  }

  /** Returns the node at a reference from {@code data}; empty if there is none. */
  public Optional<Node> find(Term.Ref ref) {
    if (!ref.startsWith("data")) {
      return Optional.empty();
    }
    Optional<Node> node = Optional.of(root);
    for (Term step : ref.path()) {
      node = node.flatMap(n -> n.child(step));
    }
    return node;
  }

  /** Returns the rules that stand exactly at a reference from {@code data}. */
  public List<Rule> rulesAt(Term.Ref ref) {
    return find(ref).map(Node::rules).orElse(List.of());
  }

  /** Returns the rules that a reference may read: those on its way and those below its end. */
  public Set<Rule> rulesFor(Term.Ref ref) {
    Set<Rule> found = Collections.newSetFromMap(new IdentityHashMap<>());
    if (ref.startsWith("data")) {
      collect(ref.path(), found);
    }
    return found;
  }

  private void collect(List<Term> path, Set<Rule> found) {
    List<Node> at = List.of(root);
    for (Term step : path) {
      List<Node> next = new ArrayList<>();
      for (Node node : at) {
        if (Terms.isConstant(step)) {
          node.child(step).ifPresent(next::add);
        } else {
          next.addAll(node.children.values());
        }
      }
      next.forEach(node -> found.addAll(node.rules));
      at = next;
    }
    for (Node node : at) {
      node.forEachBelow(below -> found.addAll(below.rules));
    }
  }
}
