package dev.portcullis.rego.interpret;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.Operand;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.plan.RegisterKind;
import dev.portcullis.rego.plan.Stmt;
import dev.portcullis.rego.runtime.Calls;
import dev.portcullis.rego.runtime.EvalContext;
import dev.portcullis.rego.runtime.EvalState;
import dev.portcullis.rego.runtime.ListAccumulator;
import dev.portcullis.rego.runtime.Ops;
import dev.portcullis.rego.runtime.TreeAccumulator;
import dev.portcullis.rego.runtime.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes nodes of statements. */
final class NodeBuilder implements Stmt.Visitor<Node> {
  private static final int DONE = Node.NEXT;

  private final PlanFunction function;
  private final int result;

  NodeBuilder(PlanFunction function) {
    this.function = function;
    this.result = function.registers().size();
  }

  /** What an operand gives. */
  private interface Read {
    Value from(Object[] frame);
  }

  private static Read read(Operand operand) {
    if (operand instanceof Operand.Const constant) {
      Value value = constant.value();
      return frame -> value;
    }
    int index = ((Reg) operand).index();
    return frame -> (Value) frame[index];
  }

  private static Read[] readAll(List<Operand> operands) {
    return operands.stream().map(NodeBuilder::read).toArray(Read[]::new);
  }

  private static Value[] values(Read[] reads, Object[] frame) {
    Value[] values = new Value[reads.length];
    for (int i = 0; i < reads.length; i++) {
      values[i] = reads[i].from(frame);
    }
    return values;
  }

  private static EvalContext context(Object[] frame, int register) {
    return (EvalContext) frame[register];
  }

  private EvalState state(Object[] frame) {
    return context(frame, 0).state;
  }

  private static int put(Object[] frame, int target, @Nullable Object value) {
    if (value == null) {
      return Node.FAIL;
    }
    frame[target] = value;
    return DONE;
  }

  private static int test(boolean holds) {
    return holds ? DONE : Node.FAIL;
  }

  /** Makes a node of a block. */
  Node block(Block block) {
    Node[] nodes = block.statements().stream().map(s -> s.accept(this)).toArray(Node[]::new);
    if (nodes.length == 1) {
      return nodes[0];
    }
    return frame -> {
      for (Node node : nodes) {
        int r = node.run(frame);
        if (r != DONE) {
          return r;
        }
      }
      return DONE;
    };
  }

  @Override
  public Node copy(Stmt.Copy s) {
    int target = s.target().index();
    Read source = read(s.source());
    return f -> put(f, target, source.from(f));
  }

  @Override
  public Node loadInput(Stmt.LoadInput s) {
    int target = s.target().index();
    int context = s.context().index();
    return f -> put(f, target, context(f, context).input);
  }

  @Override
  public Node loadData(Stmt.LoadData s) {
    int target = s.target().index();
    int context = s.context().index();
    return f -> put(f, target, context(f, context).data);
  }

  @Override
  public Node lookup(Stmt.Lookup s) {
    int target = s.target().index();
    Read source = read(s.source());
    Read key = read(s.key());
    return f -> put(f, target, source.from(f).get(key.from(f)));
  }

  @Override
  public Node dataLookup(Stmt.DataLookup s) {
    int target = s.target().index();
    Read source = read(s.source());
    Read key = read(s.key());
    return f -> put(f, target, Ops.dataLookup(source.from(f), key.from(f)));
  }

  @Override
  public Node callBuiltin(Stmt.CallBuiltin s) {
    int target = s.target().index();
    int context = s.context().index();
    Read[] arguments = readAll(s.arguments());
    if (s.mock() >= 0) {
      return f ->
          put(
              f,
              target,
              Calls.mockableBuiltin(
                  context(f, context), s.mock(), s.builtin(), s.span(), values(arguments, f)));
    }
    return f ->
        put(
            f,
            target,
            Calls.builtin(context(f, context), s.builtin(), s.span(), values(arguments, f)));
  }

  @Override
  public Node callFunction(Stmt.CallFunction s) {
    int target = s.target().index();
    int context = s.context().index();
    Read[] arguments = readAll(s.arguments());
    if (s.mock() >= 0) {
      return f ->
          put(
              f,
              target,
              Calls.mockableFunction(
                  context(f, context), s.mock(), s.function(), s.span(), values(arguments, f)));
    }
    if (!s.replacedBy().isEmpty()) {
      return f ->
          put(
              f,
              target,
              Calls.ruleOrReplacement(context(f, context), s.function(), s.replacedBy(), s.path()));
    }
    return f -> {
      EvalContext c = context(f, context);
      return put(f, target, c.state.functions().call(s.function(), c, values(arguments, f)));
    };
  }

  @Override
  public Node makeArray(Stmt.MakeArray s) {
    int target = s.target().index();
    Read[] items = readAll(s.items());
    return f -> put(f, target, ArrayValue.wrap(values(items, f)));
  }

  @Override
  public Node makeObject(Stmt.MakeObject s) {
    int target = s.target().index();
    Read[] keys = readAll(s.keys());
    Read[] values = readAll(s.values());
    return f -> put(f, target, Ops.makeObject(values(keys, f), values(values, f)));
  }

  @Override
  public Node makeSet(Stmt.MakeSet s) {
    int target = s.target().index();
    Read[] items = readAll(s.items());
    return f -> put(f, target, SetValue.of(values(items, f)));
  }

  @Override
  public Node truthy(Stmt.Truthy s) {
    Read operand = read(s.operand());
    return f -> test(operand.from(f).isTruthy());
  }

  @Override
  public Node compare(Stmt.Compare s) {
    Read left = read(s.left());
    Read right = read(s.right());
    return switch (s.comparison()) {
      case EQUAL -> f -> test(left.from(f).equals(right.from(f)));
      case NOT_EQUAL -> f -> test(!left.from(f).equals(right.from(f)));
      case LESS -> f -> test(left.from(f).compareTo(right.from(f)) < 0);
      case LESS_OR_EQUAL -> f -> test(left.from(f).compareTo(right.from(f)) <= 0);
      case GREATER -> f -> test(left.from(f).compareTo(right.from(f)) > 0);
      case GREATER_OR_EQUAL -> f -> test(left.from(f).compareTo(right.from(f)) >= 0);
    };
  }

  @Override
  public Node isArray(Stmt.IsArray s) {
    Read operand = read(s.operand());
    return f -> test(Ops.isArray(operand.from(f), s.size()));
  }

  @Override
  public Node isObject(Stmt.IsObject s) {
    Read operand = read(s.operand());
    return f -> test(Ops.isObject(operand.from(f), s.size()));
  }

  @Override
  public Node isCollection(Stmt.IsCollection s) {
    Read operand = read(s.operand());
    return f -> test(Ops.isCollection(operand.from(f)));
  }

  @Override
  public Node scan(Stmt.Scan s) {
    Read source = read(s.source());
    int key = s.key().map(Reg::index).orElse(-1);
    int value = s.value().map(Reg::index).orElse(-1);
    Node body = block(s.body());
    return f -> {
      Value collection = source.from(f);
      EvalState state = state(f);
      int size = Ops.scanSize(collection);
      for (int i = 0; i < size; i++) {
        state.tick();
        if (key >= 0) {
          f[key] = Ops.scanKey(collection, i);
        }
        if (value >= 0) {
          f[value] = Ops.scanValue(collection, i);
        }
        int r = body.run(f);
        if (Node.leaves(r)) {
          return r;
        }
      }
      return DONE;
    };
  }

  @Override
  public Node openView(Stmt.OpenView s) {
    int target = s.target().index();
    int context = s.context().index();
    return f -> put(f, target, View.open(context(f, context), s.node()));
  }

  @Override
  public Node viewLookup(Stmt.ViewLookup s) {
    int target = s.target().index();
    int view = s.view().index();
    Read key = read(s.key());
    return f -> put(f, target, ((View) f[view]).lookup(key.from(f)));
  }

  @Override
  public Node viewValue(Stmt.ViewValue s) {
    int target = s.target().index();
    int view = s.view().index();
    return f -> put(f, target, ((View) f[view]).value());
  }

  @Override
  public Node scanView(Stmt.ScanView s) {
    int view = s.view().index();
    int key = s.key().index();
    int element = s.element().index();
    Node body = block(s.body());
    return f -> {
      View scanned = (View) f[view];
      EvalState state = state(f);
      for (Value k : scanned.keys()) {
        state.tick();
        View found = scanned.lookup(k);
        if (found != null) {
          f[key] = k;
          f[element] = found;
          int r = body.run(f);
          if (Node.leaves(r)) {
            return r;
          }
        }
      }
      return DONE;
    };
  }

  @Override
  public Node selectEqual(Stmt.SelectEqual s) {
    int target = s.target().index();
    int context = s.context().index();
    Read source = read(s.source());
    Read probe = read(s.probe());
    Value[] path = s.path().toArray(Value[]::new);
    return f ->
        put(
            f,
            target,
            context(f, context).state.select(s.site(), source.from(f), path, probe.from(f)));
  }

  @Override
  public Node switchOn(Stmt.Switch s) {
    Read operand = read(s.operand());
    Node[] blocks = s.blocks().stream().map(this::block).toArray(Node[]::new);
    return f -> {
      Integer block = s.table().get(operand.from(f));
      if (block == null) {
        return DONE;
      }
      int r = blocks[block].run(f);
      return Node.leaves(r) ? r : DONE;
    };
  }

  @Override
  public Node scope(Stmt.Scope s) {
    Node body = block(s.body());
    return f -> {
      int r = body.run(f);
      return Node.leaves(r) ? r : DONE;
    };
  }

  @Override
  public Node not(Stmt.Not s) {
    Node body = block(s.body());
    int label = s.label() + 1;
    return f -> {
      int r = body.run(f);
      return r == label ? Node.FAIL : Node.leaves(r) ? r : DONE;
    };
  }

  @Override
  public Node exists(Stmt.Exists s) {
    Node body = block(s.body());
    int label = s.label() + 1;
    return f -> {
      int r = body.run(f);
      return r == label ? DONE : Node.leaves(r) ? r : Node.FAIL;
    };
  }

  @Override
  public Node breakTo(Stmt.Break s) {
    int label = s.label() + 1;
    return f -> label;
  }

  @Override
  public Node ifUndefined(Stmt.IfUndefined s) {
    int register = s.register().index();
    Node body = block(s.body());
    return f -> {
      if (f[register] != null) {
        return DONE;
      }
      int r = body.run(f);
      return Node.leaves(r) ? r : DONE;
    };
  }

  @Override
  public Node require(Stmt.Require s) {
    int register = s.register().index();
    return f -> test(f[register] != null);
  }

  @Override
  public Node clear(Stmt.Clear s) {
    int register = s.register().index();
    return f -> clear(f, register);
  }

  @SuppressWarnings("NullAway") // an empty register is what the plan asks for
  private static int clear(Object[] frame, int register) {
    frame[register] = null;
    return DONE;
  }

  @Override
  public Node setOnce(Stmt.SetOnce s) {
    int target = s.target().index();
    Read source = read(s.source());
    return f ->
        put(f, target, Ops.setOnce((Value) f[target], source.from(f), s.conflict(), s.span()));
  }

  @Override
  public Node returnValue(Stmt.Return s) {
    Read operand = read(s.operand());
    return f -> {
      f[result] = operand.from(f);
      return Node.RETURN;
    };
  }

  @Override
  public Node newAccumulator(Stmt.NewAccumulator s) {
    int accumulator = s.accumulator().index();
    return switch (s.kind()) {
      case LIST -> f -> put(f, accumulator, new ListAccumulator());
      case SET -> f -> put(f, accumulator, SetValue.builder());
      case OBJECT -> f -> put(f, accumulator, ObjectValue.builder());
      case TREE -> f -> put(f, accumulator, new TreeAccumulator());
      case VALUE, CONTEXT, VIEW -> throw notAnAccumulator(s.kind());
    };
  }

  private IllegalStateException notAnAccumulator(RegisterKind kind) {
    return new IllegalStateException(kind + " is no accumulator, in " + function.name());
  }

  @Override
  public Node append(Stmt.Append s) {
    int accumulator = s.accumulator().index();
    Read element = read(s.element());
    return f -> {
      ListAccumulator list = (ListAccumulator) f[accumulator];
      list.add(element.from(f));
      state(f).checkSize(list.size());
      return DONE;
    };
  }

  @Override
  public Node addToSet(Stmt.AddToSet s) {
    int accumulator = s.accumulator().index();
    Read element = read(s.element());
    return f -> {
      SetValue.Builder set = (SetValue.Builder) f[accumulator];
      set.add(element.from(f));
      state(f).checkSize(set.size());
      return DONE;
    };
  }

  @Override
  public Node putObject(Stmt.PutObject s) {
    int accumulator = s.accumulator().index();
    Read key = read(s.key());
    Read value = read(s.value());
    return f -> {
      Ops.putObject(
          (ObjectValue.Builder) f[accumulator],
          context(f, 0),
          key.from(f),
          value.from(f),
          s.span());
      return DONE;
    };
  }

  @Override
  public Node putTree(Stmt.PutTree s) {
    int accumulator = s.accumulator().index();
    Read[] path = readAll(s.path());
    Read value = read(s.value());
    return f -> {
      TreeAccumulator tree = (TreeAccumulator) f[accumulator];
      tree.put(values(path, f), value.from(f), s.leaf(), s.span());
      state(f).checkSize(tree.size());
      return DONE;
    };
  }

  @Override
  public Node finish(Stmt.Finish s) {
    int target = s.target().index();
    int accumulator = s.accumulator().index();
    return switch (s.kind()) {
      case LIST -> f -> put(f, target, ((ListAccumulator) f[accumulator]).finish());
      case SET -> f -> put(f, target, ((SetValue.Builder) f[accumulator]).build());
      case OBJECT -> f -> put(f, target, ((ObjectValue.Builder) f[accumulator]).build());
      case TREE -> f -> put(f, target, ((TreeAccumulator) f[accumulator]).finish());
      case VALUE, CONTEXT, VIEW -> throw notAnAccumulator(s.kind());
    };
  }

  @Override
  public Node pushContext(Stmt.PushContext s) {
    int target = s.target().index();
    int context = s.context().index();
    List<Stmt.Change> changes = s.changes();
    return f -> {
      EvalContext.Change change = context(f, context).change();
      for (Stmt.Change c : changes) {
        apply(change, c, f);
      }
      return put(f, target, change.done());
    };
  }

  private static void apply(EvalContext.Change change, Stmt.Change c, Object[] frame) {
    if (c instanceof Stmt.Change.Input input) {
      change.input(input.path().toArray(Value[]::new), read(input.value()).from(frame));
    } else if (c instanceof Stmt.Change.Data data) {
      change.data(data.target(), data.path().toArray(Value[]::new), read(data.value()).from(frame));
    } else if (c instanceof Stmt.Change.Function f) {
      if (f.value() != null) {
        change.mock(f.mock(), read(f.value()).from(frame));
      } else if (f.builtin() != null) {
        change.mock(f.mock(), f.builtin());
      } else {
        change.mock(f.mock(), f.function());
      }
    }
  }
}
