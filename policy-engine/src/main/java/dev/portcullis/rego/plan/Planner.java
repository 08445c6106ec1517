package dev.portcullis.rego.plan;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.analysis.ResolvedProgram;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans of resolved programs. Whether a variable has a value at an expression is known from
 * the order of the body, so every {@code =} is a binding, a test or a destructuring here and now;
 * no unification is left to run time. Only what the entry points reach is planned.
 */
public final class Planner {
  private final Map<String, Builtin> builtins;
  private final RuleTree tree;
  private final Replacements replacements = new Replacements();
  private final Map<List<Value>, Integer> ids = new LinkedHashMap<>();
  private final List<@Nullable PlanFunction> functions = new ArrayList<>();
  private final Deque<Runnable> pending = new ArrayDeque<>();
  private final Map<RuleTree.Node, ViewNode> views = new HashMap<>();
  private int memoSlots;

  private Planner(ResolvedProgram program, Map<String, Builtin> builtins) {
    this.builtins = builtins;
    this.tree = new RuleTree(program.modules());
  }

  /** What a plan is made for. */
  public sealed interface Entry {
    /** The document at a path below {@code data}. */
    record Document(List<Value> path) implements Entry {}

    /**
     * A resolved query. Its function gives an array of answers; an answer is an array of the values
     * of the variables, and after them of the expressions.
     */
    record Query(Body body, List<String> variables) implements Entry {}
  }

  /** Plans {@code entries} and what they reach. */
  public static Plan plan(
      ResolvedProgram program, List<Entry> entries, Map<String, Builtin> builtins) {
    Planner planner = new Planner(program, builtins);
    WithScanner scanner = new WithScanner(planner);
    program.modules().stream().map(Module::rules).flatMap(List::stream).forEach(scanner::rule);
    for (Entry entry : entries) {
      if (entry instanceof Entry.Query query) {
        scanner.body(query.body());
      }
    }
    List<Integer> ids = new ArrayList<>();
    for (Entry entry : entries) {
      ids.add(planner.entry(entry));
    }
    while (!planner.pending.isEmpty()) {
      planner.pending.remove().run();
    }
    List<PlanFunction> done = new ArrayList<>();
    for (PlanFunction function : planner.functions) {
      if (function == null) {
        throw new IllegalStateException("a function was not planned");
      }
      done.add(function);
    }
    return new Plan(done, ids, planner.memoSlots, planner.replacements.functionCount());
  }

  private int entry(Entry entry) {
    int id = reserve();
    if (entry instanceof Entry.Query query) {
      pending.add(
          () ->
              functions.set(
                  id, new FunctionPlanner(this).query(id, query.body(), query.variables())));
    } else if (entry instanceof Entry.Document document) {
      pending.add(() -> functions.set(id, new FunctionPlanner(this).document(id, document.path())));
    }
    return id;
  }

  private int reserve() {
    functions.add(null);
    return functions.size() - 1;
  }

  RuleTree tree() {
    return tree;
  }

  Replacements replacements() {
    return replacements;
  }

  Optional<Builtin> builtin(String name) {
    return Optional.ofNullable(builtins.get(name));
  }

  /**
   * Returns the number of the function of the rules at {@code node}, which will be planned if it
   * was not yet.
   */
  int functionOf(RuleTree.Node node) {
    Integer known = ids.get(node.path());
    if (known != null) {
      return known;
    }
    int id = reserve();
    ids.put(node.path(), id);
    int slot = node.isFunction() ? -1 : memoSlots++;
    pending.add(() -> functions.set(id, new FunctionPlanner(this).rules(id, slot, node)));
    return id;
  }

  /** Returns the tree of views below {@code node}. */
  ViewNode viewOf(RuleTree.Node node) {
    ViewNode known = views.get(node);
    if (known == null) {
      Map<Value, ViewNode> children = new LinkedHashMap<>();
      boolean rules = !node.rules().isEmpty();
      if (!rules) {
        node.children().forEach((key, child) -> children.put(key, viewOf(child)));
      }
      known =
          new ViewNode(
              node.path(),
              rules && !node.isFunction() ? Optional.of(functionOf(node)) : Optional.empty(),
              node.isFunction(),
              replacements.above(node.path()),
              children);
      views.put(node, known);
    }
    return known;
  }

  static Span spanOf(List<Rule> rules) {
    return rules.isEmpty() ? Span.NONE : rules.get(0).span();
  }
}
