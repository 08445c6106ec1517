package dev.portcullis.rego.code;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.Operand;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.plan.RegisterKind;
import dev.portcullis.rego.plan.Stmt;
import dev.portcullis.rego.runtime.SwitchTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the bytecode of one method. A statement that fails jumps to the label of the innermost
 * block, which is a loop's next round, or the end of what the block is for. The operand stack is
 * empty between statements, so that loops can be compiled while they run.
 */
final class MethodEmitter extends CodeWriter implements Stmt.Visitor<Boolean> {
  private final ClassEmitter owner;
  private final List<RegisterKind> kinds;
  private final Map<Integer, Label> breaks = new HashMap<>();
  private final Outcomes outcomes;
  private Label fail;

  /**
   * What a method does where the plan returns, and where it leaves to a label outside of the
   * method.
   */
  interface Outcomes {
    /** The value to return is on the stack. */
    void returned(MethodVisitor code);

    /** Nothing is on the stack. */
    void left(MethodVisitor code, int label);
  }

  MethodEmitter(
      ClassEmitter owner,
      MethodVisitor code,
      List<RegisterKind> kinds,
      List<Integer> parameters,
      Outcomes outcomes) {
    super(owner, code, parameters);
    this.owner = owner;
    this.kinds = kinds;
    this.outcomes = outcomes;
    this.fail = new Label();
  }

  /**
   * Writes a block; failing jumps to {@code target}. What only the block uses gives its locals back
   * after it: verifying a method costs its locals times its jumps.
   */
  void block(Block block, Label target) {
    Label outer = fail;
    fail = target;
    scoped(() -> owner.chunks(block).forEach(this::statement));
    fail = outer;
  }

  private void statement(Stmt statement) {
    if (!owner.outline(this, statement)) {
      statement.accept(this);
    }
  }

  MethodVisitor code() {
    return code;
  }

  List<RegisterKind> kinds() {
    return kinds;
  }

  /** Stores the reference on the stack, or fails if it is null. */
  private Boolean storeOrFail(Reg target) {
    code.visitInsn(Opcodes.DUP);
    store(target.index());
    code.visitJumpInsn(Opcodes.IFNULL, fail);
    return true;
  }

  /** Goes on if the boolean on the stack is true. */
  private Boolean test() {
    code.visitJumpInsn(Opcodes.IFEQ, fail);
    return true;
  }

  @Override
  public Boolean copy(Stmt.Copy s) {
    load(s.source());
    return store(s.target());
  }

  @Override
  public Boolean loadInput(Stmt.LoadInput s) {
    load(s.context());
    code.visitFieldInsn(
        Opcodes.GETFIELD, Names.CONTEXT.getInternalName(), "input", Names.VALUE.getDescriptor());
    return storeOrFail(s.target());
  }

  @Override
  public Boolean loadData(Stmt.LoadData s) {
    load(s.context());
    code.visitFieldInsn(
        Opcodes.GETFIELD, Names.CONTEXT.getInternalName(), "data", Names.VALUE.getDescriptor());
    return store(s.target());
  }

  @Override
  public Boolean lookup(Stmt.Lookup s) {
    load(s.source());
    load(s.key());
    boolean field = s.key() instanceof Operand.Const key && key.value() instanceof StringValue;
    invokeStatic(
        Names.OPS,
        field ? "field" : "element",
        Names.method(Names.VALUE, Names.VALUE, Names.VALUE));
    return storeOrFail(s.target());
  }

  @Override
  public Boolean dataLookup(Stmt.DataLookup s) {
    load(s.source());
    load(s.key());
    invokeStatic(Names.OPS, "dataLookup", Names.method(Names.VALUE, Names.VALUE, Names.VALUE));
    return storeOrFail(s.target());
  }

  @Override
  public Boolean callBuiltin(Stmt.CallBuiltin s) {
    line(s.span());
    load(s.context());
    int arity = s.arguments().size();
    if (s.mock() >= 0) {
      pushInt(code, s.mock());
    }
    constant(s.builtin(), Names.BUILTIN);
    constant(s.span(), Names.SPAN);
    if (s.mock() >= 0) {
      array(s.arguments());
      invokeStatic(
          Names.CALLS,
          "mockableBuiltin",
          Names.method(
              Names.VALUE, Names.CONTEXT, Type.INT_TYPE, Names.BUILTIN, Names.SPAN, Names.VALUES));
    } else if (arity >= 1 && arity <= 3 && !s.builtin().variadic()) {
      s.arguments().forEach(this::load);
      Type[] types = new Type[3 + arity];
      java.util.Arrays.fill(types, Names.VALUE);
      types[0] = Names.CONTEXT;
      types[1] = Names.BUILTIN;
      types[2] = Names.SPAN;
      invokeStatic(Names.CALLS, "builtin" + arity, Names.method(Names.VALUE, types));
    } else {
      array(s.arguments());
      invokeStatic(
          Names.CALLS,
          "builtin",
          Names.method(Names.VALUE, Names.CONTEXT, Names.BUILTIN, Names.SPAN, Names.VALUES));
    }
    return storeOrFail(s.target());
  }

  @Override
  public Boolean callFunction(Stmt.CallFunction s) {
    line(s.span());
    load(s.context());
    if (s.mock() >= 0) {
      pushInt(code, s.mock());
      pushInt(code, s.function());
      constant(s.span(), Names.SPAN);
      array(s.arguments());
      invokeStatic(
          Names.CALLS,
          "mockableFunction",
          Names.method(
              Names.VALUE, Names.CONTEXT, Type.INT_TYPE, Type.INT_TYPE, Names.SPAN, Names.VALUES));
    } else if (!s.replacedBy().isEmpty()) {
      pushInt(code, s.function());
      constant(s.replacedBy(), Names.JAVA_LIST);
      constant(s.path(), Names.JAVA_LIST);
      invokeStatic(
          Names.CALLS,
          "ruleOrReplacement",
          Names.method(
              Names.VALUE, Names.CONTEXT, Type.INT_TYPE, Names.JAVA_LIST, Names.JAVA_LIST));
    } else {
      s.arguments().forEach(this::load);
      owner.invokeFunction(code, s.function());
    }
    return storeOrFail(s.target());
  }

  @Override
  public Boolean makeArray(Stmt.MakeArray s) {
    array(s.items());
    invokeStatic(Names.ARRAY, "wrap", Names.method(Names.ARRAY, Names.VALUES));
    return store(s.target());
  }

  @Override
  public Boolean makeObject(Stmt.MakeObject s) {
    array(s.keys());
    array(s.values());
    invokeStatic(Names.OPS, "makeObject", Names.method(Names.OBJECT, Names.VALUES, Names.VALUES));
    return store(s.target());
  }

  @Override
  public Boolean makeSet(Stmt.MakeSet s) {
    array(s.items());
    invokeStatic(Names.SET, "of", Names.method(Names.SET, Names.VALUES));
    return store(s.target());
  }

  @Override
  public Boolean truthy(Stmt.Truthy s) {
    load(s.operand());
    invoke(Names.VALUE, "isTruthy", "()Z");
    return test();
  }

  @Override
  public Boolean compare(Stmt.Compare s) {
    load(s.left());
    load(s.right());
    switch (s.comparison()) {
      case EQUAL, NOT_EQUAL -> {
        invokeStatic(Names.OPS, "equal", Names.method(Type.BOOLEAN_TYPE, Names.VALUE, Names.VALUE));
        code.visitJumpInsn(
            s.comparison() == Stmt.Comparison.EQUAL ? Opcodes.IFEQ : Opcodes.IFNE, fail);
      }
      case LESS -> compareTo(Opcodes.IFGE);
      case LESS_OR_EQUAL -> compareTo(Opcodes.IFGT);
      case GREATER -> compareTo(Opcodes.IFLE);
      case GREATER_OR_EQUAL -> compareTo(Opcodes.IFLT);
    }
    return true;
  }

  private void compareTo(int failJump) {
    invoke(Names.VALUE, "compareTo", Names.method(Type.INT_TYPE, Names.VALUE));
    code.visitJumpInsn(failJump, fail);
  }

  @Override
  public Boolean isArray(Stmt.IsArray s) {
    load(s.operand());
    pushInt(code, s.size());
    invokeStatic(Names.OPS, "isArray", Names.method(Type.BOOLEAN_TYPE, Names.VALUE, Type.INT_TYPE));
    return test();
  }

  @Override
  public Boolean isObject(Stmt.IsObject s) {
    load(s.operand());
    pushInt(code, s.size());
    invokeStatic(
        Names.OPS, "isObject", Names.method(Type.BOOLEAN_TYPE, Names.VALUE, Type.INT_TYPE));
    return test();
  }

  @Override
  public Boolean isCollection(Stmt.IsCollection s) {
    load(s.operand());
    invokeStatic(Names.OPS, "isCollection", Names.method(Type.BOOLEAN_TYPE, Names.VALUE));
    return test();
  }

  @Override
  public Boolean scan(Stmt.Scan s) {
    int values = temporary();
    int keys = temporary();
    if (s.key().isPresent()) {
      load(s.source());
      invokeStatic(Names.OPS, "scanKeys", Names.method(Names.VALUES, Names.VALUE));
      code.visitVarInsn(Opcodes.ASTORE, keys);
    }
    load(s.source());
    invokeStatic(Names.OPS, "scanValues", Names.method(Names.VALUES, Names.VALUE));
    code.visitVarInsn(Opcodes.ASTORE, values);
    loop(
        values,
        i -> {
          s.key()
              .ifPresent(
                  key -> {
                    code.visitVarInsn(Opcodes.ALOAD, keys);
                    code.visitVarInsn(Opcodes.ILOAD, i);
                    invokeStatic(
                        Names.OPS,
                        "scanKey",
                        Names.method(Names.VALUE, Names.VALUES, Type.INT_TYPE));
                    store(key);
                  });
          s.value()
              .ifPresent(
                  value -> {
                    element(values, i);
                    store(value);
                  });
        },
        s.body());
    return true;
  }

  private void element(int array, int index) {
    code.visitVarInsn(Opcodes.ALOAD, array);
    code.visitVarInsn(Opcodes.ILOAD, index);
    code.visitInsn(Opcodes.AALOAD);
  }

  /** Writes a loop over the array in the local {@code array}. */
  private void loop(int array, java.util.function.IntConsumer start, Block body) {
    int i = temporary();
    Label test = new Label();
    Label next = new Label();
    Label round = new Label();
    pushInt(code, 0);
    code.visitVarInsn(Opcodes.ISTORE, i);
    code.visitJumpInsn(Opcodes.GOTO, test);
    code.visitLabel(round);
    state();
    invoke(Names.STATE, "tick", "()V");
    start.accept(i);
    block(body, next);
    code.visitLabel(next);
    code.visitIincInsn(i, 1);
    code.visitLabel(test);
    code.visitVarInsn(Opcodes.ILOAD, i);
    code.visitVarInsn(Opcodes.ALOAD, array);
    code.visitInsn(Opcodes.ARRAYLENGTH);
    code.visitJumpInsn(Opcodes.IF_ICMPLT, round);
  }

  @Override
  public Boolean openView(Stmt.OpenView s) {
    load(s.context());
    constant(s.node(), Names.VIEW_NODE);
    invokeStatic(Names.VIEW, "open", Names.method(Names.VIEW, Names.CONTEXT, Names.VIEW_NODE));
    return storeOrFail(s.target());
  }

  @Override
  public Boolean viewLookup(Stmt.ViewLookup s) {
    load(s.view());
    load(s.key());
    invoke(Names.VIEW, "lookup", Names.method(Names.VIEW, Names.VALUE));
    return storeOrFail(s.target());
  }

  @Override
  public Boolean viewValue(Stmt.ViewValue s) {
    load(s.view());
    invoke(Names.VIEW, "value", Names.method(Names.VALUE));
    return storeOrFail(s.target());
  }

  @Override
  public Boolean scanView(Stmt.ScanView s) {
    int keys = temporary();
    load(s.view());
    invoke(Names.VIEW, "keys", Names.method(Names.ARRAY));
    invoke(Names.ARRAY, "unwrap", Names.method(Names.VALUES));
    code.visitVarInsn(Opcodes.ASTORE, keys);
    Block lookup =
        new Block(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of(new Stmt.ViewLookup(s.element(), s.view(), s.key())),
                    s.body().statements().stream())
                .toList());
    loop(
        keys,
        i -> {
          element(keys, i);
          store(s.key());
        },
        lookup);
    return true;
  }

  @Override
  public Boolean selectEqual(Stmt.SelectEqual s) {
    state(s.context().index());
    pushInt(code, s.site());
    load(s.source());
    constantArray(s.path());
    load(s.probe());
    invoke(
        Names.STATE,
        "select",
        Names.method(Names.ARRAY, Type.INT_TYPE, Names.VALUE, Names.VALUES, Names.VALUE));
    return store(s.target());
  }

  @Override
  public Boolean switchOn(Stmt.Switch s) {
    Label end = new Label();
    Label[] labels = new Label[s.blocks().size()];
    java.util.Arrays.setAll(labels, i -> new Label());
    constant(new SwitchTable(s.table()), Names.SWITCH_TABLE);
    load(s.operand());
    invoke(Names.SWITCH_TABLE, "find", Names.method(Type.INT_TYPE, Names.VALUE));
    code.visitTableSwitchInsn(0, labels.length - 1, end, labels);
    for (int i = 0; i < labels.length; i++) {
      code.visitLabel(labels[i]);
      statement(new Stmt.Scope(s.blocks().get(i)));
      code.visitJumpInsn(Opcodes.GOTO, end);
    }
    code.visitLabel(end);
    return true;
  }

  @Override
  public Boolean scope(Stmt.Scope s) {
    Label end = new Label();
    block(s.body(), end);
    code.visitLabel(end);
    return true;
  }

  @Override
  public Boolean not(Stmt.Not s) {
    Label holds = new Label();
    breaks.put(s.label(), fail);
    block(s.body(), holds);
    code.visitLabel(holds);
    return true;
  }

  @Override
  public Boolean exists(Stmt.Exists s) {
    Label found = new Label();
    Label none = new Label();
    breaks.put(s.label(), found);
    block(s.body(), none);
    code.visitLabel(none);
    code.visitJumpInsn(Opcodes.GOTO, fail);
    code.visitLabel(found);
    return true;
  }

  @Override
  public Boolean breakTo(Stmt.Break s) {
    Label target = breaks.get(s.label());
    if (target == null) {
      outcomes.left(code, s.label());
    } else {
      code.visitJumpInsn(Opcodes.GOTO, target);
    }
    return true;
  }

  /** Writes that control leaves to {@code label}. */
  void leave(int label) {
    breakTo(new Stmt.Break(label));
  }

  /** Writes that the function returns the value on the stack. */
  void returnTop() {
    outcomes.returned(code);
  }

  @Override
  public Boolean ifUndefined(Stmt.IfUndefined s) {
    Label end = new Label();
    load(s.register());
    code.visitJumpInsn(Opcodes.IFNONNULL, end);
    block(s.body(), end);
    code.visitLabel(end);
    return true;
  }

  @Override
  public Boolean require(Stmt.Require s) {
    load(s.register());
    code.visitJumpInsn(Opcodes.IFNULL, fail);
    return true;
  }

  @Override
  public Boolean clear(Stmt.Clear s) {
    code.visitInsn(Opcodes.ACONST_NULL);
    return store(s.register());
  }

  @Override
  public Boolean setOnce(Stmt.SetOnce s) {
    line(s.span());
    load(s.target());
    load(s.source());
    constant(s.conflict(), Names.CONFLICT);
    constant(s.span(), Names.SPAN);
    invokeStatic(
        Names.OPS,
        "setOnce",
        Names.method(Names.VALUE, Names.VALUE, Names.VALUE, Names.CONFLICT, Names.SPAN));
    return store(s.target());
  }

  @Override
  public Boolean returnValue(Stmt.Return s) {
    load(s.operand());
    outcomes.returned(code);
    return true;
  }

  @Override
  public Boolean newAccumulator(Stmt.NewAccumulator s) {
    switch (s.kind()) {
      case SET -> invokeStatic(Names.SET, "builder", Names.method(Names.SET_BUILDER));
      case OBJECT -> invokeStatic(Names.OBJECT, "builder", Names.method(Names.OBJECT_BUILDER));
      case LIST, TREE -> {
        String type = Names.of(s.kind()).getInternalName();
        code.visitTypeInsn(Opcodes.NEW, type);
        code.visitInsn(Opcodes.DUP);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", "()V", false);
      }
      case VALUE, CONTEXT, VIEW -> throw new IllegalStateException("no accumulator: " + s);
    }
    return store(s.accumulator());
  }

  private void checkSize(Type accumulator, Reg register) {
    state();
    load(register);
    invoke(accumulator, "size", "()I");
    invoke(Names.STATE, "checkSize", "(I)V");
  }

  @Override
  public Boolean append(Stmt.Append s) {
    load(s.accumulator());
    load(s.element());
    invoke(Names.LIST, "add", Names.method(Type.VOID_TYPE, Names.VALUE));
    checkSize(Names.LIST, s.accumulator());
    return true;
  }

  @Override
  public Boolean addToSet(Stmt.AddToSet s) {
    load(s.accumulator());
    load(s.element());
    invoke(Names.SET_BUILDER, "add", Names.method(Names.SET_BUILDER, Names.VALUE));
    code.visitInsn(Opcodes.POP);
    checkSize(Names.SET_BUILDER, s.accumulator());
    return true;
  }

  @Override
  public Boolean putObject(Stmt.PutObject s) {
    line(s.span());
    load(s.accumulator());
    load(0);
    load(s.key());
    load(s.value());
    constant(s.span(), Names.SPAN);
    invokeStatic(
        Names.OPS,
        "putObject",
        Names.method(
            Type.VOID_TYPE,
            Names.OBJECT_BUILDER,
            Names.CONTEXT,
            Names.VALUE,
            Names.VALUE,
            Names.SPAN));
    return true;
  }

  @Override
  public Boolean putTree(Stmt.PutTree s) {
    line(s.span());
    load(s.accumulator());
    array(s.path());
    load(s.value());
    constant(s.leaf(), Names.TREE_LEAF);
    constant(s.span(), Names.SPAN);
    invoke(
        Names.TREE,
        "put",
        Names.method(Type.VOID_TYPE, Names.VALUES, Names.VALUE, Names.TREE_LEAF, Names.SPAN));
    checkSize(Names.TREE, s.accumulator());
    return true;
  }

  @Override
  public Boolean finish(Stmt.Finish s) {
    load(s.accumulator());
    switch (s.kind()) {
      case LIST -> invoke(Names.LIST, "finish", Names.method(Names.ARRAY));
      case SET -> invoke(Names.SET_BUILDER, "build", Names.method(Names.SET));
      case OBJECT -> invoke(Names.OBJECT_BUILDER, "build", Names.method(Names.OBJECT));
      case TREE -> invoke(Names.TREE, "finish", Names.method(Names.OBJECT));
      case VALUE, CONTEXT, VIEW -> throw new IllegalStateException("no accumulator: " + s);
    }
    return store(s.target());
  }

  @Override
  public Boolean pushContext(Stmt.PushContext s) {
    ContextChanges.write(this, s);
    return true;
  }
}
