package dev.portcullis.rego.plan;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the plan. A statement either goes on to the next one, or fails, or leaves to a
 * label or out of the function. Failing leaves the innermost enclosing block: the next round of a
 * loop, the end of a {@link Scope}, the success of a {@link Not}, the failure of an {@link Exists}.
 *
 * <p>A register is written before it is read on every way to the reader, with one exception: a
 * value register that a {@link Clear} has emptied may be filled by a {@link SetOnce} inside of a
 * {@link Scope}, and is read by {@link IfUndefined}, {@link Require} and {@link Return}.
 */
public sealed interface Stmt {

  /** Returns {@code visitor}'s answer for this kind of statement. */
  <R> R accept(Visitor<R> visitor);

  /** {@code target = source}. */
  record Copy(Reg target, Operand source) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.copy(this);
    }
  }

  /** {@code target = input}; fails without an input. */
  record LoadInput(Reg target, Reg context) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.loadInput(this);
    }
  }

  /** {@code target} = the base documents. */
  record LoadData(Reg target, Reg context) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.loadData(this);
    }
  }

  /** {@code target = source[key]}; fails where that is undefined. */
  record Lookup(Reg target, Operand source, Operand key) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.lookup(this);
    }
  }

  /**
   * {@code target = source[key]} within base documents, which are addressed by strings as paths
   * are: a number finds the entry of its text, and a string of digits the element of an array.
   */
  record DataLookup(Reg target, Operand source, Operand key) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.dataLookup(this);
    }
  }

  /**
   * Calls a builtin; fails if it is undefined or failed. The context may hold a replacement for
   * {@code mock}.
   */
  record CallBuiltin(
      Reg target, Reg context, Builtin builtin, List<Operand> arguments, int mock, Span span)
      implements Stmt {
    /** Copies the arguments. */
    public CallBuiltin {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.callBuiltin(this);
    }
  }

  /**
   * Calls the function of a rule; fails if it is undefined. {@code replacedBy} are the numbers of
   * {@code with data…} targets that stand in for the rule where the context has them ({@code path}
   * is where they are looked up), {@code mock} that of a replaced function.
   */
  record CallFunction(
      Reg target,
      Reg context,
      int function,
      List<Operand> arguments,
      List<Integer> replacedBy,
      List<Value> path,
      int mock,
      Span span)
      implements Stmt {
    /** Copies the lists. */
    public CallFunction {
      arguments = List.copyOf(arguments);
      replacedBy = List.copyOf(replacedBy);
      path = List.copyOf(path);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.callFunction(this);
    }
  }

  /** {@code target = [items…]}. */
  record MakeArray(Reg target, List<Operand> items) implements Stmt {
    /** Copies the items. */
    public MakeArray {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.makeArray(this);
    }
  }

  /** {@code target = {keys[i]: values[i]…}}; of equal keys the last counts. */
  record MakeObject(Reg target, List<Operand> keys, List<Operand> values) implements Stmt {
    /** Copies the lists. */
    public MakeObject {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.makeObject(this);
    }
  }

  /** {@code target = {items…}}. */
  record MakeSet(Reg target, List<Operand> items) implements Stmt {
    /** Copies the items. */
    public MakeSet {
      items = List.copyOf(items);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.makeSet(this);
    }
  }

  /** Fails unless the operand is something other than {@code false}. */
  record Truthy(Operand operand) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.truthy(this);
    }
  }

  /** Fails unless the comparison holds. */
  record Compare(Comparison comparison, Operand left, Operand right) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.compare(this);
    }
  }

  /** The comparisons. */
  enum Comparison {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Comparison(String symbol) {
      this.symbol = symbol;
    }

    @Override
    public String toString() {
      return symbol;
    }
  }

  /** Fails unless the operand is an array of {@code size} elements. */
  record IsArray(Operand operand, int size) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.isArray(this);
    }
  }

  /** Fails unless the operand is an object of {@code size} entries. */
  record IsObject(Operand operand, int size) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.isObject(this);
    }
  }

  /** Fails unless the operand is an array, an object or a set. */
  record IsCollection(Operand operand) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.isCollection(this);
    }
  }

  /**
   * Runs the body for each element: of arrays with index and element, of objects with key and
   * value, of sets with the element as both. Anything else has no elements. The order is Rego's.
   */
  record Scan(Operand source, Optional<Reg> key, Optional<Reg> value, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.scan(this);
    }
  }

  /** {@code target} = the place {@code node} of the tree of rules, seen from the context. */
  record OpenView(Reg target, Reg context, ViewNode node) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.openView(this);
    }
  }

  /** {@code target = view[key]}; fails where neither a document nor a rule is there. */
  record ViewLookup(Reg target, Reg view, Operand key) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.viewLookup(this);
    }
  }

  /** {@code target} = the view's value, with all rules below it evaluated; fails if it has none. */
  record ViewValue(Reg target, Reg view) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.viewValue(this);
    }
  }

  /** Runs the body for each key of a view, in Rego's order; the element is a view. */
  record ScanView(Reg view, Reg key, Reg element, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.scanView(this);
    }
  }

  /**
   * {@code target} = the elements of {@code source} whose part at {@code path} equals {@code
   * probe}, as an array in the order of a loop. Where the same source is asked again and again, an
   * index answers.
   *
   * @param site the number of this statement in the plan, under which a context keeps its index
   */
  record SelectEqual(
      Reg target, Reg context, Operand source, List<Value> path, Operand probe, int site)
      implements Stmt {
    /** Copies the path. */
    public SelectEqual {
      path = List.copyOf(path);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.selectEqual(this);
    }
  }

  /**
   * Runs the block that the table has for the operand's value, if it has one, and goes on however
   * that ends.
   *
   * @param table the numbers of blocks by value
   * @param blocks the blocks
   */
  record Switch(Operand operand, Map<Value, Integer> table, List<Block> blocks) implements Stmt {
    /** Copies the collections. */
    public Switch {
      table = Map.copyOf(table);
      blocks = List.copyOf(blocks);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.switchOn(this);
    }
  }

  /** Runs the block, and goes on however that ends. */
  record Scope(Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.scope(this);
    }
  }

  /** Runs the block; fails if it leaves to {@code label}, else goes on. */
  record Not(int label, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.not(this);
    }
  }

  /** Runs the block; goes on if it leaves to {@code label}, else fails. */
  record Exists(int label, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.exists(this);
    }
  }

  /** Leaves the {@link Not} or {@link Exists} of that label. */
  record Break(int label) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.breakTo(this);
    }
  }

  /** Runs the block if the register is empty, and goes on however that ends. */
  record IfUndefined(Reg register, Block body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.ifUndefined(this);
    }
  }

  /** Fails if the register is empty. */
  record Require(Reg register) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.require(this);
    }
  }

  /** Empties a value register. */
  record Clear(Reg register) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.clear(this);
    }
  }

  /** Fills a register; if it holds another value already, that is a conflict. */
  record SetOnce(Reg target, Operand source, Conflict conflict, Span span) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.setOnce(this);
    }
  }

  /** The conflicts, with OPA's words. */
  enum Conflict {
    COMPLETE_RULE("complete rules must not produce multiple outputs"),
    FUNCTION("functions must not produce multiple outputs for same inputs"),
    OBJECT_KEY("object keys must be unique");

    private final String message;

    Conflict(String message) {
      this.message = message;
    }

    /** Returns the message of the error. */
    public String message() {
      return message;
    }
  }

  /** Ends the function with what the operand holds; an empty register means undefined. */
  record Return(Operand operand) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.returnValue(this);
    }
  }

  /** {@code accumulator} = an empty collection of the register's kind. */
  record NewAccumulator(Reg accumulator, RegisterKind kind) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.newAccumulator(this);
    }
  }

  /** Appends to an array in the making. */
  record Append(Reg accumulator, Reg context, Operand element) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.append(this);
    }
  }

  /** Adds to a set in the making. */
  record AddToSet(Reg accumulator, Reg context, Operand element) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.addToSet(this);
    }
  }

  /** Puts into an object in the making; another value at the key is a conflict. */
  record PutObject(Reg accumulator, Reg context, Operand key, Operand value, Span span)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.putObject(this);
    }
  }

  /** How a leaf of a tree in the making is set. */
  enum TreeLeaf {
    /** The value at the path; another value there is a conflict. */
    VALUE,
    /** An element of the set at the path. */
    ELEMENT,
    /** The value at the path unless something is there. */
    DEFAULT
  }

  /** Puts into a tree in the making, at the path {@code path}. */
  record PutTree(
      Reg accumulator, Reg context, List<Operand> path, Operand value, TreeLeaf leaf, Span span)
      implements Stmt {
    /** Copies the path. */
    public PutTree {
      path = List.copyOf(path);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.putTree(this);
    }
  }

  /**
   * {@code target} = the collection that the accumulator has become; the accumulator is used up.
   */
  record Finish(Reg target, Reg accumulator, RegisterKind kind) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> v) {
      return v.finish(this);
    }
  }

  /** {@code target} = a context like {@code context} in which {@code changes} hold. */
  record PushContext(Reg target, Reg context, List<Change> changes) implements Stmt {
    /** Copies the changes. */
    public PushContext {
      changes = List.copyOf(changes);
    }

    @Override
    public <R> R accept(Visitor<R> v) {
      return v.pushContext(this);
    }
  }

  /** What a {@code with} changes. */
  sealed interface Change {
    /** {@code input} at the path has the value. */
    record Input(List<Value> path, Operand value) implements Change {
      /** Copies the path. */
      public Input {
        path = List.copyOf(path);
      }
    }

    /**
     * {@code data} at the path has the value, and what rules say there counts no more.
     *
     * @param target the number of the path among the plan's replaced paths
     */
    record Data(int target, List<Value> path, Operand value) implements Change {
      /** Copies the path. */
      public Data {
        path = List.copyOf(path);
      }
    }

    /**
     * A function is replaced.
     *
     * @param mock the number of the function among the plan's replaced functions
     * @param value the result of every call, or {@code null} if {@code builtin} or {@code function}
     *     is called instead
     * @param builtin the builtin called instead
     * @param function the function called instead, or -1
     */
    record Function(int mock, @Nullable Operand value, @Nullable Builtin builtin, int function)
        implements Change {}
  }

  /**
   * An answer for each kind of statement.
   *
   * @param <R> the answer
   */
  interface Visitor<R> {
    R copy(Copy s);

    R loadInput(LoadInput s);

    R loadData(LoadData s);

    R lookup(Lookup s);

    R dataLookup(DataLookup s);

    R callBuiltin(CallBuiltin s);

    R callFunction(CallFunction s);

    R makeArray(MakeArray s);

    R makeObject(MakeObject s);

    R makeSet(MakeSet s);

    R truthy(Truthy s);

    R compare(Compare s);

    R isArray(IsArray s);

    R isObject(IsObject s);

    R isCollection(IsCollection s);

    R scan(Scan s);

    R openView(OpenView s);

    R viewLookup(ViewLookup s);

    R viewValue(ViewValue s);

    R scanView(ScanView s);

    R selectEqual(SelectEqual s);

    R switchOn(Switch s);

    R scope(Scope s);

    R not(Not s);

    R exists(Exists s);

    R breakTo(Break s);

    R ifUndefined(IfUndefined s);

    R require(Require s);

    R clear(Clear s);

    R setOnce(SetOnce s);

    R returnValue(Return s);

    R newAccumulator(NewAccumulator s);

    R append(Append s);

    R addToSet(AddToSet s);

    R putObject(PutObject s);

    R putTree(PutTree s);

    R finish(Finish s);

    R pushContext(PushContext s);
  }
}
