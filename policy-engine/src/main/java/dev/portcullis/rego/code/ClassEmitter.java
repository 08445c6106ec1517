package dev.portcullis.rego.code;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Block;
import dev.portcullis.rego.plan.PlanFunction;
import dev.portcullis.rego.plan.RegisterKind;
import dev.portcullis.rego.plan.Stmt;
import dev.portcullis.rego.runtime.EvalContext;
import dev.portcullis.rego.text.SourceText;
import dev.portcullis.rego.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes one class: some functions of one source file, the blocks outlined from them, and their
 * constants.
 */
final class ClassEmitter {
  private final Type name;
  private final SourceText source;
  private final FunctionTable functions;
  private final ClassWriter out;
  private final ConstantPool constants;
  private final CodeSize sizes = new CodeSize();
  private final Deque<Runnable> outlined = new ArrayDeque<>();
  private int outlinedCount;

  private int budget;
  private Map<Integer, Integer> writes = Map.of();

  ClassEmitter(Type name, SourceText source, FunctionTable functions) {
    this.name = name;
    this.source = source;
    this.functions = functions;
    this.constants = new ConstantPool(name);
    this.out = new RuntimeClassWriter();
    out.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
        name.getInternalName(),
        null,
        Names.JAVA_OBJECT.getInternalName(),
        new String[] {Names.FUNCTIONS.getInternalName()});
    out.visitSource(source.name(), null);
  }

  /** Merges types without loading classes: what is not equal is a value or an object. */
  private static final class RuntimeClassWriter extends ClassWriter {
    RuntimeClassWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String a, String b) {
      return isValue(a) && isValue(b)
          ? Names.VALUE.getInternalName()
          : Names.JAVA_OBJECT.getInternalName();
    }

    private static boolean isValue(String type) {
      return type.equals(Names.VALUE.getInternalName())
          || type.equals(Names.ARRAY.getInternalName())
          || type.equals(Names.OBJECT.getInternalName())
          || type.equals(Names.SET.getInternalName());
    }
  }

  ConstantPool constants() {
    return constants;
  }

  /** Returns the line of {@code span}, or 0 if it is in another source. */
  int line(Span span) {
    return span.source() == source ? span.row() : 0;
  }

  /** Writes a call of the function {@code id}; its context and arguments are on the stack. */
  void invokeFunction(MethodVisitor code, int id) {
    FunctionTable.Target target = functions.target(id);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        target.owner().getInternalName(),
        target.memoised() ? "m" + id : "f" + id,
        descriptor(target.arity()),
        false);
  }

  private static String descriptor(int arity) {
    Type[] arguments = new Type[arity + 1];
    java.util.Arrays.fill(arguments, Names.VALUE);
    arguments[0] = Names.CONTEXT;
    return Type.getMethodDescriptor(Names.VALUE, arguments);
  }

  /** Writes a function and what is outlined from it. */
  void function(PlanFunction function) {
    budget = sizes.of(function);
    writes = Outlined.writes(function.body());
    MethodVisitor code = method("f" + function.id(), descriptor(function.arity()));
    List<Integer> parameters =
        java.util.stream.IntStream.rangeClosed(0, function.arity()).boxed().toList();
    MethodEmitter emitter = new MethodEmitter(this, code, function.registers(), parameters, RETURN);
    Label end = new Label();
    emitter.block(function.body(), end);
    code.visitLabel(end);
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(Opcodes.ARETURN);
    finish(code);
    while (!outlined.isEmpty()) {
      outlined.remove().run();
    }
    if (function.memoSlot() >= 0) {
      memoised(function);
    }
  }

  private MethodVisitor method(String methodName, String descriptor) {
    MethodVisitor code = out.visitMethod(Opcodes.ACC_STATIC, methodName, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private static void finish(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static final MethodEmitter.Outcomes RETURN =
      new MethodEmitter.Outcomes() {
        @Override
        public void returned(MethodVisitor code) {
          code.visitInsn(Opcodes.ARETURN);
        }

        @Override
        public void left(MethodVisitor code, int label) {
          throw new IllegalStateException("no label " + label);
        }
      };

  /** Writes the method that remembers a rule's result in its context. */
  private void memoised(PlanFunction function) {
    MethodVisitor code = method("m" + function.id(), descriptor(0));
    Label compute = new Label();
    Label defined = new Label();
    Label store = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(
        Opcodes.GETFIELD, Names.CONTEXT.getInternalName(), "memo", Names.VALUES.getDescriptor());
    CodeWriter.pushInt(code, function.memoSlot());
    code.visitInsn(Opcodes.AALOAD);
    code.visitVarInsn(Opcodes.ASTORE, 1);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitJumpInsn(Opcodes.IFNULL, compute);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    undefined(code);
    code.visitJumpInsn(Opcodes.IF_ACMPNE, defined);
    code.visitInsn(Opcodes.ACONST_NULL);
    code.visitInsn(Opcodes.ARETURN);
    code.visitLabel(defined);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitInsn(Opcodes.ARETURN);
    code.visitLabel(compute);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, name.getInternalName(), "f" + function.id(), descriptor(0), false);
    code.visitVarInsn(Opcodes.ASTORE, 1);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(
        Opcodes.GETFIELD, Names.CONTEXT.getInternalName(), "memo", Names.VALUES.getDescriptor());
    CodeWriter.pushInt(code, function.memoSlot());
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitInsn(Opcodes.DUP);
    code.visitJumpInsn(Opcodes.IFNONNULL, store);
    code.visitInsn(Opcodes.POP);
    undefined(code);
    code.visitLabel(store);
    code.visitInsn(Opcodes.AASTORE);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitInsn(Opcodes.ARETURN);
    finish(code);
  }

  private static void undefined(MethodVisitor code) {
    code.visitFieldInsn(
        Opcodes.GETSTATIC,
        Names.CONTEXT.getInternalName(),
        "UNDEFINED",
        Names.VALUE.getDescriptor());
  }

  /**
   * Returns the statements of a block. In a function that is too large, neighbouring scopes are put
   * together until they are worth a method: a thousand small rules are a hundred methods.
   */
  List<Stmt> chunks(Block block) {
    if (budget <= CodeSize.SPLIT_LIMIT) {
      return block.statements();
    }
    List<Stmt> result = new ArrayList<>();
    List<Stmt> run = new ArrayList<>();
    int size = 0;
    for (Stmt statement : block.statements()) {
      int own = sizes.of(statement);
      boolean small = statement instanceof Stmt.Scope && own < CodeSize.CHUNK;
      if (!small || size + own > CodeSize.CHUNK) {
        flush(run, result);
        size = 0;
      }
      if (small) {
        run.add(statement);
        size += own;
      } else {
        result.add(statement);
      }
    }
    flush(run, result);
    return result;
  }

  private static void flush(List<Stmt> run, List<Stmt> result) {
    if (run.size() == 1) {
      result.add(run.get(0));
    } else if (!run.isEmpty()) {
      result.add(new Stmt.Scope(new Block(run)));
    }
    run.clear();
  }

  /**
   * Writes {@code statement}'s block as a method and a call of it, if the function is too large and
   * the block fits.
   */
  boolean outline(MethodEmitter emitter, Stmt statement) {
    if (budget <= CodeSize.SPLIT_LIMIT || !(statement instanceof Stmt.Scope scope)) {
      return false;
    }
    int size = sizes.of(scope.body());
    if (size < CodeSize.WORTH_A_METHOD || size > CodeSize.SPLIT_LIMIT) {
      return false;
    }
    Optional<Outlined> block = Outlined.of(scope.body(), emitter.kinds(), writes);
    block.ifPresent(b -> call(emitter, b));
    return block.isPresent();
  }

  private void call(MethodEmitter emitter, Outlined block) {
    String methodName = "b" + outlinedCount++;
    List<RegisterKind> kinds = emitter.kinds();
    Type result =
        block.label().isPresent()
            ? Type.BOOLEAN_TYPE
            : block.filled().isPresent() || block.returns() ? Names.VALUE : Type.VOID_TYPE;
    String descriptor =
        Type.getMethodDescriptor(
            result, block.inputs().stream().map(r -> Names.of(kinds.get(r))).toArray(Type[]::new));
    block.inputs().forEach(emitter::load);
    MethodVisitor code = emitter.code();
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, name.getInternalName(), methodName, descriptor, false);
    Label goOn = new Label();
    if (block.filled().isPresent()) {
      emitter.store(block.filled().get());
    } else if (block.returns()) {
      int kept = emitter.keep();
      code.visitVarInsn(Opcodes.ALOAD, kept);
      code.visitJumpInsn(Opcodes.IFNULL, goOn);
      code.visitVarInsn(Opcodes.ALOAD, kept);
      emitter.returnTop();
    } else if (block.label().isPresent()) {
      code.visitJumpInsn(Opcodes.IFEQ, goOn);
      emitter.leave(block.label().get());
    }
    code.visitLabel(goOn);
    Map<Integer, Integer> functionWrites = writes;
    outlined.add(() -> body(methodName, descriptor, kinds, block, functionWrites));
  }

  private void body(
      String methodName,
      String descriptor,
      List<RegisterKind> kinds,
      Outlined block,
      Map<Integer, Integer> functionWrites) {
    writes = functionWrites;
    budget = 0;
    MethodVisitor code = method(methodName, descriptor);
    MethodEmitter emitter = new MethodEmitter(this, code, kinds, block.inputs(), outcomes(block));
    Label end = new Label();
    Block statements = block.body();
    emitter.block(statements, end);
    code.visitLabel(end);
    if (block.label().isPresent()) {
      code.visitInsn(Opcodes.ICONST_0);
      code.visitInsn(Opcodes.IRETURN);
    } else if (block.filled().isPresent()) {
      emitter.load(block.filled().get());
      code.visitInsn(Opcodes.ARETURN);
    } else if (block.returns()) {
      code.visitInsn(Opcodes.ACONST_NULL);
      code.visitInsn(Opcodes.ARETURN);
    } else {
      code.visitInsn(Opcodes.RETURN);
    }
    finish(code);
  }

  private static MethodEmitter.Outcomes outcomes(Outlined block) {
    return new MethodEmitter.Outcomes() {
      @Override
      public void returned(MethodVisitor code) {
        code.visitInsn(Opcodes.ARETURN);
      }

      @Override
      public void left(MethodVisitor code, int label) {
        if (block.label().isEmpty() || block.label().get() != label) {
          throw new IllegalStateException("no label " + label);
        }
        code.visitInsn(Opcodes.ICONST_1);
        code.visitInsn(Opcodes.IRETURN);
      }
    };
  }

  /** Writes the entry by number and returns the class file. */
  byte[] finish(List<PlanFunction> members) {
    MethodVisitor init = out.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitCode();
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(
        Opcodes.INVOKESPECIAL, Names.JAVA_OBJECT.getInternalName(), "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    finish(init);
    entry(members);
    out.visitEnd();
    return out.toByteArray();
  }

  /**
   * {@link dev.portcullis.rego.runtime.Functions#call}, as a switch over the functions of this
   * class.
   */
  private void entry(List<PlanFunction> members) {
    MethodVisitor code =
        out.visitMethod(
            Opcodes.ACC_PUBLIC,
            "call",
            Type.getMethodDescriptor(
                Names.VALUE,
                Type.INT_TYPE,
                Type.getType(EvalContext.class),
                Type.getType(Value[].class)),
            null,
            null);
    code.visitCode();
    Label unknown = new Label();
    int[] keys = members.stream().mapToInt(PlanFunction::id).sorted().toArray();
    Label[] labels = new Label[keys.length];
    java.util.Arrays.setAll(labels, i -> new Label());
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitLookupSwitchInsn(unknown, keys, labels);
    for (int i = 0; i < keys.length; i++) {
      code.visitLabel(labels[i]);
      code.visitVarInsn(Opcodes.ALOAD, 2);
      int arity = functions.target(keys[i]).arity();
      for (int a = 0; a < arity; a++) {
        code.visitVarInsn(Opcodes.ALOAD, 3);
        CodeWriter.pushInt(code, a);
        code.visitInsn(Opcodes.AALOAD);
      }
      invokeFunction(code, keys[i]);
      code.visitInsn(Opcodes.ARETURN);
    }
    code.visitLabel(unknown);
    code.visitTypeInsn(Opcodes.NEW, "java/lang/IllegalArgumentException");
    code.visitInsn(Opcodes.DUP);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/IllegalArgumentException", "<init>", "()V", false);
    code.visitInsn(Opcodes.ATHROW);
    finish(code);
  }

  /** Writes the constants' fields; returns what the loader must hand out. */
  Object[] writeConstants() {
    return constants.write(out);
  }
}
