package dev.portcullis.rego.plan;

import dev.portcullis.rego.plan.Operand.Reg;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes plans as text, for people and for golden files. */
public final class PlanPrinter {
  private final StringBuilder out = new StringBuilder();

  private PlanPrinter() {}

  /** Returns {@code plan} as text, function by function. */
  public static String print(Plan plan) {
    PlanPrinter printer = new PlanPrinter();
    for (PlanFunction function : plan.functions()) {
      printer.function(function, plan.entries().contains(function.id()));
    }
    return printer.out.toString();
  }

  /** Returns one function as text. */
  public static String print(PlanFunction function) {
    PlanPrinter printer = new PlanPrinter();
    printer.function(function, false);
    return printer.out.toString();
  }

  private void function(PlanFunction function, boolean entry) {
    out.append('f').append(function.id()).append(' ').append(function.name());
    if (function.arity() > 0) {
      out.append(" of ").append(function.arity());
    }
    if (function.memoSlot() >= 0) {
      out.append(" remembered in ").append(function.memoSlot());
    }
    out.append(entry ? " (entry)\n" : "\n");
    block(function.body(), 1);
  }

  private void block(Block block, int depth) {
    for (Stmt statement : block.statements()) {
      out.append("  ".repeat(depth)).append(statement.accept(new Line())).append('\n');
      List<Block> bodies = Effects.of(statement).bodies();
      for (int i = 0; i < bodies.size(); i++) {
        if (bodies.size() > 1) {
          out.append("  ".repeat(depth)).append("case ").append(i).append('\n');
        }
        block(bodies.get(i), depth + 1);
      }
    }
  }

  private static String list(Collection<? extends Operand> operands) {
    return operands.stream().map(Operand::toString).collect(Collectors.joining(", "));
  }

  /** A statement without the block inside. */
  private static final class Line implements Stmt.Visitor<String> {
    @Override
    public String copy(Stmt.Copy s) {
      return s.target() + " = " + s.source();
    }

    @Override
    public String loadInput(Stmt.LoadInput s) {
      return s.target() + " = input of " + s.context();
    }

    @Override
    public String loadData(Stmt.LoadData s) {
      return s.target() + " = data of " + s.context();
    }

    @Override
    public String lookup(Stmt.Lookup s) {
      return s.target() + " = " + s.source() + "[" + s.key() + "]";
    }

    @Override
    public String dataLookup(Stmt.DataLookup s) {
      return s.target() + " = document " + s.source() + "[" + s.key() + "]";
    }

    @Override
    public String callBuiltin(Stmt.CallBuiltin s) {
      return s.target()
          + " = "
          + s.builtin().name()
          + "("
          + list(s.arguments())
          + ")"
          + (s.mock() >= 0 ? " unless replaced by " + s.mock() + " in " + s.context() : "");
    }

    @Override
    public String callFunction(Stmt.CallFunction s) {
      String unless =
          s.mock() >= 0
              ? " unless replaced by " + s.mock()
              : s.replacedBy().isEmpty() ? "" : " unless replaced by data " + s.replacedBy();
      return s.target()
          + " = f"
          + s.function()
          + "("
          + list(s.arguments())
          + ") in "
          + s.context()
          + unless;
    }

    @Override
    public String makeArray(Stmt.MakeArray s) {
      return s.target() + " = array(" + list(s.items()) + ")";
    }

    @Override
    public String makeObject(Stmt.MakeObject s) {
      return s.target() + " = object((" + list(s.keys()) + "), (" + list(s.values()) + "))";
    }

    @Override
    public String makeSet(Stmt.MakeSet s) {
      return s.target() + " = set(" + list(s.items()) + ")";
    }

    @Override
    public String truthy(Stmt.Truthy s) {
      return "test " + s.operand();
    }

    @Override
    public String compare(Stmt.Compare s) {
      return "test " + s.left() + " " + s.comparison() + " " + s.right();
    }

    @Override
    public String isArray(Stmt.IsArray s) {
      return "test " + s.operand() + " is array of " + s.size();
    }

    @Override
    public String isObject(Stmt.IsObject s) {
      return "test " + s.operand() + " is object of " + s.size();
    }

    @Override
    public String isCollection(Stmt.IsCollection s) {
      return "test " + s.operand() + " is collection";
    }

    @Override
    public String scan(Stmt.Scan s) {
      return "for "
          + s.key().map(Reg::toString).orElse("_")
          + ", "
          + s.value().map(Reg::toString).orElse("_")
          + " in "
          + s.source();
    }

    @Override
    public String openView(Stmt.OpenView s) {
      return s.target() + " = view " + s.node() + " in " + s.context();
    }

    @Override
    public String viewLookup(Stmt.ViewLookup s) {
      return s.target() + " = view " + s.view() + "[" + s.key() + "]";
    }

    @Override
    public String viewValue(Stmt.ViewValue s) {
      return s.target() + " = value of view " + s.view();
    }

    @Override
    public String scanView(Stmt.ScanView s) {
      return "for " + s.key() + ", " + s.element() + " in view " + s.view();
    }

    @Override
    public String selectEqual(Stmt.SelectEqual s) {
      return s.target() + " = " + s.source() + " where " + s.path() + " == " + s.probe();
    }

    @Override
    public String switchOn(Stmt.Switch s) {
      return "switch " + s.operand() + " " + new TreeMap<>(s.table());
    }

    @Override
    public String scope(Stmt.Scope s) {
      return "scope";
    }

    @Override
    public String not(Stmt.Not s) {
      return "not (label " + s.label() + ")";
    }

    @Override
    public String exists(Stmt.Exists s) {
      return "exists (label " + s.label() + ")";
    }

    @Override
    public String breakTo(Stmt.Break s) {
      return "leave " + s.label();
    }

    @Override
    public String ifUndefined(Stmt.IfUndefined s) {
      return "if " + s.register() + " undefined";
    }

    @Override
    public String require(Stmt.Require s) {
      return "test " + s.register() + " defined";
    }

    @Override
    public String clear(Stmt.Clear s) {
      return s.register() + " = undefined";
    }

    @Override
    public String setOnce(Stmt.SetOnce s) {
      return s.target() + " = once " + s.source();
    }

    @Override
    public String returnValue(Stmt.Return s) {
      return "return " + s.operand();
    }

    @Override
    public String newAccumulator(Stmt.NewAccumulator s) {
      return s.accumulator() + " = new " + s.kind();
    }

    @Override
    public String append(Stmt.Append s) {
      return s.accumulator() + " append " + s.element();
    }

    @Override
    public String addToSet(Stmt.AddToSet s) {
      return s.accumulator() + " add " + s.element();
    }

    @Override
    public String putObject(Stmt.PutObject s) {
      return s.accumulator() + " put " + s.key() + ": " + s.value();
    }

    @Override
    public String putTree(Stmt.PutTree s) {
      return s.accumulator() + " put [" + list(s.path()) + "] " + s.leaf() + " " + s.value();
    }

    @Override
    public String finish(Stmt.Finish s) {
      return s.target() + " = finish " + s.accumulator();
    }

    @Override
    public String pushContext(Stmt.PushContext s) {
      return s.target()
          + " = context "
          + s.context()
          + s.changes().stream().map(Line::change).collect(Collectors.joining());
    }

    private static String change(Stmt.Change change) {
      if (change instanceof Stmt.Change.Input input) {
        return " with input" + input.path() + " as " + input.value();
      }
      if (change instanceof Stmt.Change.Data data) {
        return " with data" + data.path() + " as " + data.value();
      }
      Stmt.Change.Function f = (Stmt.Change.Function) change;
      String replacement =
          f.value() != null
              ? f.value().toString()
              : f.builtin() != null ? f.builtin().name() : "f" + f.function();
      return " with function " + f.mock() + " as " + replacement;
    }
  }
}
