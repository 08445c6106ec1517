package dev.portcullis.rego.plan;

import dev.portcullis.rego.plan.Operand.Reg;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a statement itself reads and writes, and the blocks inside of it.
 *
 * @param reads the registers that it reads
 * @param writes the registers that it writes; those of a loop are written before its body runs
 * @param bodies the blocks inside
 */
public record Effects(List<Reg> reads, List<Reg> writes, List<Block> bodies) {

  /** Returns the effects of {@code statement}. */
  public static Effects of(Stmt statement) {
    return statement.accept(new Collector());
  }

  private static final class Collector implements Stmt.Visitor<Effects> {
    private final List<Reg> reads = new ArrayList<>();

    private Collector read(Operand... operands) {
      for (Operand operand : operands) {
        if (operand instanceof Reg reg) {
          reads.add(reg);
        }
      }
      return this;
    }

    private Collector read(Collection<? extends Operand> operands) {
      operands.forEach(this::read);
      return this;
    }

    private Effects write(Reg... targets) {
      return new Effects(reads, List.of(targets), List.of());
    }

    private Effects body(Block body, Reg... targets) {
      return new Effects(reads, List.of(targets), List.of(body));
    }

    @Override
    public Effects copy(Stmt.Copy s) {
      return read(s.source()).write(s.target());
    }

    @Override
    public Effects loadInput(Stmt.LoadInput s) {
      return read(s.context()).write(s.target());
    }

    @Override
    public Effects loadData(Stmt.LoadData s) {
      return read(s.context()).write(s.target());
    }

    @Override
    public Effects lookup(Stmt.Lookup s) {
      return read(s.source(), s.key()).write(s.target());
    }

    @Override
    public Effects dataLookup(Stmt.DataLookup s) {
      return read(s.source(), s.key()).write(s.target());
    }

    @Override
    public Effects callBuiltin(Stmt.CallBuiltin s) {
      return read(s.context()).read(s.arguments()).write(s.target());
    }

    @Override
    public Effects callFunction(Stmt.CallFunction s) {
      return read(s.context()).read(s.arguments()).write(s.target());
    }

    @Override
    public Effects makeArray(Stmt.MakeArray s) {
      return read(s.items()).write(s.target());
    }

    @Override
    public Effects makeObject(Stmt.MakeObject s) {
      return read(s.keys()).read(s.values()).write(s.target());
    }

    @Override
    public Effects makeSet(Stmt.MakeSet s) {
      return read(s.items()).write(s.target());
    }

    @Override
    public Effects truthy(Stmt.Truthy s) {
      return read(s.operand()).write();
    }

    @Override
    public Effects compare(Stmt.Compare s) {
      return read(s.left(), s.right()).write();
    }

    @Override
    public Effects isArray(Stmt.IsArray s) {
      return read(s.operand()).write();
    }

    @Override
    public Effects isObject(Stmt.IsObject s) {
      return read(s.operand()).write();
    }

    @Override
    public Effects isCollection(Stmt.IsCollection s) {
      return read(s.operand()).write();
    }

    @Override
    public Effects scan(Stmt.Scan s) {
      List<Reg> targets = new ArrayList<>();
      s.key().ifPresent(targets::add);
      s.value().ifPresent(targets::add);
      return read(s.source()).body(s.body(), targets.toArray(Reg[]::new));
    }

    @Override
    public Effects openView(Stmt.OpenView s) {
      return read(s.context()).write(s.target());
    }

    @Override
    public Effects viewLookup(Stmt.ViewLookup s) {
      return read(s.view(), s.key()).write(s.target());
    }

    @Override
    public Effects viewValue(Stmt.ViewValue s) {
      return read(s.view()).write(s.target());
    }

    @Override
    public Effects scanView(Stmt.ScanView s) {
      return read(s.view()).body(s.body(), s.key(), s.element());
    }

    @Override
    public Effects selectEqual(Stmt.SelectEqual s) {
      return read(s.context(), s.source(), s.probe()).write(s.target());
    }

    @Override
    public Effects switchOn(Stmt.Switch s) {
      return new Effects(read(s.operand()).reads, List.of(), s.blocks());
    }

    @Override
    public Effects scope(Stmt.Scope s) {
      return body(s.body());
    }

    @Override
    public Effects not(Stmt.Not s) {
      return body(s.body());
    }

    @Override
    public Effects exists(Stmt.Exists s) {
      return body(s.body());
    }

    @Override
    public Effects breakTo(Stmt.Break s) {
      return write();
    }

    @Override
    public Effects ifUndefined(Stmt.IfUndefined s) {
      return read(s.register()).body(s.body());
    }

    @Override
    public Effects require(Stmt.Require s) {
      return read(s.register()).write();
    }

    @Override
    public Effects clear(Stmt.Clear s) {
      return write(s.register());
    }

    @Override
    public Effects setOnce(Stmt.SetOnce s) {
      return read(s.target(), s.source()).write(s.target());
    }

    @Override
    public Effects returnValue(Stmt.Return s) {
      return read(s.operand()).write();
    }

    @Override
    public Effects newAccumulator(Stmt.NewAccumulator s) {
      return write(s.accumulator());
    }

    @Override
    public Effects append(Stmt.Append s) {
      return read(s.accumulator(), s.context(), s.element()).write();
    }

    @Override
    public Effects addToSet(Stmt.AddToSet s) {
      return read(s.accumulator(), s.context(), s.element()).write();
    }

    @Override
    public Effects putObject(Stmt.PutObject s) {
      return read(s.accumulator(), s.context(), s.key(), s.value()).write();
    }

    @Override
    public Effects putTree(Stmt.PutTree s) {
      return read(s.accumulator(), s.context(), s.value()).read(s.path()).write();
    }

    @Override
    public Effects finish(Stmt.Finish s) {
      return read(s.accumulator()).write(s.target());
    }

    @Override
    public Effects pushContext(Stmt.PushContext s) {
      read(s.context());
      for (Stmt.Change change : s.changes()) {
        if (change instanceof Stmt.Change.Input input) {
          read(input.value());
        } else if (change instanceof Stmt.Change.Data data) {
          read(data.value());
        } else if (change instanceof Stmt.Change.Function function && function.value() != null) {
          read(function.value());
        }
      }
      return write(s.target());
    }
  }
}
