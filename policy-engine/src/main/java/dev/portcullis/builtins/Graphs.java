package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through documents and graphs. */
final class Graphs implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("walk")
              .doc("Gives each value within a value, and the value itself, with the path to it.")
              .arg("x", RegoType.ANY, "value to walk")
              .result(
                  "output",
                  RegoType.tuple(RegoType.arrayOf(RegoType.ANY), RegoType.ANY),
                  "pairs of `path` and `value`: `path` is an array representing the pointer to"
                      + " `value` in `x`. If `path` is assigned a wildcard (`_`), the `walk`"
                      + " function will skip path creation entirely for faster evaluation.")
              .trait(Builtin.Trait.RELATION)
              .body(Operand.ANY, (ctx, v) -> new Walk(ctx).all(v)),
          Builtin.named("graph.reachable")
              .doc("Gives the nodes of a graph that can be reached from some nodes.")
              .arg(
                  "graph",
                  RegoType.objectOf(
                      RegoType.ANY,
                      RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY))),
                  "object containing a set or array of neighboring vertices")
              .arg(
                  "initial",
                  RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY)),
                  "set or array of root vertices")
              .result(
                  "output",
                  RegoType.setOf(RegoType.ANY),
                  "set of vertices reachable from the `initial` vertices in the directed `graph`")
              .body(Operand.OBJECT, Operand.ANY, Graphs::reachable),
          Builtin.named("graph.reachable_paths")
              .doc(
                  "Gives the paths of a graph that start at some nodes and end where no new node"
                      + " follows.")
              .arg(
                  "graph",
                  RegoType.objectOf(
                      RegoType.ANY,
                      RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY))),
                  "object containing a set or array of root vertices")
              .arg(
                  "initial",
                  RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY)),
                  "initial paths")
              .result(
                  "output",
                  RegoType.setOf(RegoType.arrayOf(RegoType.ANY)),
                  "paths reachable from the `initial` vertices in the directed `graph`")
              .body(Operand.OBJECT, Operand.ANY, Graphs::reachablePaths));

  /** The walk over one value. It keeps its own stack, for values may be nested deeply. */
  private static final class Walk {
    private final BuiltinContext ctx;
    private final List<Value> pairs = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<Value> path = new ArrayList<>();

    Walk(BuiltinContext ctx) {
      this.ctx = ctx;
    }

    ArrayValue all(Value value) {
      visit(value);
      while (!levels.isEmpty()) {
        Level level = levels.peek();
        if (level.next == level.values.size()) {
          levels.pop();
          if (!path.isEmpty()) {
            path.remove(path.size() - 1);
          }
        } else {
          int at = level.next++;
          path.add(level.keys == null ? NumberValue.of(at) : level.keys.at(at));
          visit(level.values.at(at));
        }
      }
      return ArrayValue.of(pairs);
    }

    /** Adds the value; where it has elements they come next, else the path is one step back. */
    private void visit(Value value) {
      ctx.tick(1 + path.size() / 8);
      pairs.add(ArrayValue.wrap(new Value[] {ArrayValue.of(path), value}));
      if (value instanceof ArrayValue array && array.size() > 0) {
        levels.push(new Level(null, array));
      } else if (value instanceof ObjectValue object && object.size() > 0) {
        levels.push(new Level(object.keysInOrder(), object.valuesInOrder()));
      } else if (value instanceof SetValue set && set.size() > 0) {
        levels.push(new Level(set.sorted(), set.sorted()));
      } else if (!path.isEmpty()) {
        path.remove(path.size() - 1);
      }
    }
  }

  private static final class Level {
    private final @Nullable ArrayValue keys;
    private final ArrayValue values;
    private int next;

    Level(@Nullable ArrayValue keys, ArrayValue values) {
      this.keys = keys;
      this.values = values;
    }
  }

  private static SetValue reachable(BuiltinContext ctx, ObjectValue graph, Value initial) {
    SetValue.Builder reached = SetValue.builder();
    Set<Value> seen = new HashSet<>();
    Deque<Value> queue = new ArrayDeque<>();
    for (Value node : start(initial)) {
      if (seen.add(node)) {
        queue.add(node);
      }
    }
    while (!queue.isEmpty()) {
      Value node = queue.remove();
      Value edges = graph.get(node);
      if (edges != null) {
        reached.add(node);
        ArrayValue neighbours = neighbours(edges);
        ctx.tick(1 + neighbours.size());
        for (int i = 0; i < neighbours.size(); i++) {
          if (seen.add(neighbours.at(i))) {
            queue.add(neighbours.at(i));
          }
        }
      }
    }
    return reached.build();
  }

  private static ArrayValue start(Value initial) {
    if (initial instanceof ArrayValue || initial instanceof SetValue) {
      return neighbours(initial);
    }
    throw BuiltinException.operand(2, "{array, set}", initial.kind().typeName());
  }

  private static ArrayValue neighbours(Value edges) {
    if (edges instanceof ArrayValue array) {
      return array;
    }
    return edges instanceof SetValue set ? set.sorted() : ArrayValue.EMPTY;
  }

  private static SetValue reachablePaths(BuiltinContext ctx, ObjectValue graph, Value initial) {
    SetValue.Builder paths = SetValue.builder();
    for (Value node : start(initial)) {
      Value edges = graph.get(node);
      if (edges != null) {
        new Paths(ctx, graph, paths).from(node, neighbours(edges));
      }
    }
    return paths.build();
  }

  /** The search for the paths from one node, with its own stack. */
  private static final class Paths {
    private final BuiltinContext ctx;
    private final ObjectValue graph;
    private final SetValue.Builder found;
    private final List<Value> path = new ArrayList<>();
    private final Set<Value> onPath = new HashSet<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    Paths(BuiltinContext ctx, ObjectValue graph, SetValue.Builder found) {
      this.ctx = ctx;
      this.graph = graph;
      this.found = found;
    }

    void from(Value node, ArrayValue neighbours) {
      path.add(node);
      onPath.add(node);
      if (neighbours.size() == 0) {
        add();
        return;
      }
      for (int i = 0; i < neighbours.size(); i++) {
        // The first step is taken even where it leads back to the node itself.
        enter(neighbours.at(i));
        while (!steps.isEmpty()) {
          advance();
        }
      }
    }

    private void advance() {
      Step step = steps.element();
      if (step.next == step.neighbours.size()) {
        steps.pop();
        Value node = path.remove(path.size() - 1);
        if (step.first) {
          onPath.remove(node);
        }
        return;
      }
      Value neighbour = step.neighbours.at(step.next++);
      if (onPath.contains(neighbour)) {
        add();
      } else {
        enter(neighbour);
      }
    }

    private void enter(Value node) {
      Value edges = graph.get(node);
      if (edges == null) {
        add();
        return;
      }
      ArrayValue neighbours = neighbours(edges);
      path.add(node);
      if (neighbours.size() == 0) {
        add();
        path.remove(path.size() - 1);
      } else {
        steps.push(new Step(neighbours, onPath.add(node)));
      }
    }

    private void add() {
      ctx.tick(1 + path.size());
      found.add(ArrayValue.of(path));
    }
  }

  private static final class Step {
    private final ArrayValue neighbours;
    private final boolean first;
    private int next;

    Step(ArrayValue neighbours, boolean first) {
      this.neighbours = neighbours;
      this.first = first;
    }
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
