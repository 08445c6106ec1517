package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which rules a rule reads: all that its references may reach, whatever the values of variables.
 * Rules are told apart by identity; those of an {@code else} are rules of their own.
 */
public final class RuleGraph {
  private final Map<Rule, Set<Rule>> dependencies = new IdentityHashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  /** Creates the graph of modules whose references are resolved. */
  public RuleGraph(List<Module> modules, RuleTree tree) {
    Modules.forEachRule(modules, rules::add);
    for (Rule rule : rules) {
      References found = new References(tree);
      found.head(rule.head());
      found.body(rule.body());
      dependencies.put(rule, found.reached);
    }
  }

  private RuleGraph(Body query, RuleTree tree) {
    References start = new References(tree);
    start.body(query);
    Deque<Rule> open = new ArrayDeque<>(start.reached);
    while (!open.isEmpty()) {
      Rule rule = open.remove();
      if (!dependencies.containsKey(rule)) {
        References found = new References(tree);
        found.head(rule.head());
        found.body(rule.body());
        dependencies.put(rule, found.reached);
        rules.add(rule);
        open.addAll(found.reached);
      }
    }
  }

  /** Returns the graph of the rules that a query reads, directly or not. */
  public static RuleGraph readBy(Body query, RuleTree tree) {
    return new RuleGraph(query, tree);
  }

  /** Returns the graph of a resolved program. */
  public static RuleGraph of(ResolvedProgram program) {
    return new RuleGraph(program.modules(), new RuleTree(program.modules()));
  }

  /** Returns all rules, in the order of the modules. */
  public List<Rule> rules() {
    return Collections.unmodifiableList(rules);
  }

  /** Returns the rules that {@code rule} reads directly. */
  public Set<Rule> dependencies(Rule rule) {
    return Collections.unmodifiableSet(dependencies.getOrDefault(rule, Set.of()));
  }

  private static final class References extends TermWalker {
    private final RuleTree tree;
    private final Set<Rule> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Term.Ref> seen = new LinkedHashSet<>();

    References(RuleTree tree) {
      this.tree = tree;
    }

    @Override
    public void head(Rule.Head head) {
      terms(head.ref().path());
      head.arguments().ifPresent(this::terms);
      head.key().ifPresent(this::term);
      head.value().ifPresent(this::term);
    }

    @Override
    public void term(Term term) {
      if (term instanceof Term.Ref ref && ref.startsWith("data")) {
        reach(ref);
        terms(ref.path());
      } else if (term instanceof Term.Var v && v.name().equals("data")) {
        reach(new Term.Ref(v.span(), v, List.of()));
      } else {
        super.term(term);
      }
    }

    private void reach(Term.Ref ref) {
      if (seen.add(ref)) {
        tree.rulesFor(ref).forEach(rule -> reached.addAll(Modules.chain(rule)));
      }
    }
  }

  /**
   * Returns the groups of rules that read each other, each after those that it reads. A group of
   * one rule is recursive only if the rule reads itself.
   */
  public List<List<Rule>> components() {
    return new Components().find();
  }

  /** Returns the rules, each after those that it reads; recursive ones in any order. */
  public List<Rule> sorted() {
    List<Rule> sorted = new ArrayList<>();
    components().forEach(sorted::addAll);
    return sorted;
  }

  /** Returns the shortest way from {@code rule} back to itself, with it at both ends. */
  public List<Rule> cycle(Rule rule, Set<Rule> within) {
    Map<Rule, Rule> cameFrom = new IdentityHashMap<>();
    Deque<Rule> open = new ArrayDeque<>(List.of(rule));
    while (!open.isEmpty()) {
      Rule next = open.remove();
      for (Rule read : dependencies(next)) {
        if (read == rule) {
          Deque<Rule> way = new ArrayDeque<>(List.of(rule));
          for (Rule at = next; at != rule; at = Objects.requireNonNull(cameFrom.get(at))) {
            way.addFirst(at);
          }
          way.addFirst(rule);
          return List.copyOf(way);
        }
        if (within.contains(read) && cameFrom.putIfAbsent(read, next) == null) {
          open.add(read);
        }
      }
    }
    return List.of();
  }

  /** Tarjan's algorithm with a stack of its own: chains of rules may be long. */
  private final class Components {
    private final Map<Rule, Integer> index = new IdentityHashMap<>();
    private final Map<Rule, Integer> low = new IdentityHashMap<>();
    private final Set<Rule> onStack = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Rule> stack = new ArrayDeque<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<List<Rule>> found = new ArrayList<>();

    private record Frame(Rule rule, java.util.Iterator<Rule> rest) {}

    List<List<Rule>> find() {
      for (Rule rule : rules) {
        if (!index.containsKey(rule)) {
          enter(rule);
          run();
        }
      }
      return found;
    }

    private void enter(Rule rule) {
      index.put(rule, index.size());
      low.put(rule, index.size() - 1);
      stack.push(rule);
      onStack.add(rule);
      frames.push(new Frame(rule, inOrder(dependencies(rule)).iterator()));
    }

    private List<Rule> inOrder(Set<Rule> some) {
      List<Rule> sorted = new ArrayList<>(some);
      sorted.sort(
          java.util.Comparator.comparing((Rule rule) -> rule.span().source().name())
              .thenComparing(rule -> rule.span().start()));
      return sorted;
    }

    private void run() {
      while (!frames.isEmpty()) {
        Frame frame = frames.element();
        if (frame.rest.hasNext()) {
          Rule next = frame.rest.next();
          if (!index.containsKey(next)) {
            enter(next);
          } else if (onStack.contains(next)) {
            lower(frame.rule, index.getOrDefault(next, 0));
          }
        } else {
          frames.pop();
          leave(frame.rule);
        }
      }
    }

    private void lower(Rule rule, int to) {
      low.merge(rule, to, Math::min);
    }

    private void leave(Rule rule) {
      if (!frames.isEmpty()) {
        lower(frames.element().rule, low.getOrDefault(rule, 0));
      }
      if (low.getOrDefault(rule, 0).equals(index.get(rule))) {
        List<Rule> group = new ArrayList<>();
        Rule member;
        do {
          member = stack.pop();
          onStack.remove(member);
          group.add(member);
        } while (member != rule);
        found.add(group);
      }
    }
  }
}
