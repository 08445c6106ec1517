package dev.portcullis.rego.code;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.Operand;
import dev.portcullis.rego.plan.Operand.Reg;
import dev.portcullis.rego.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes instructions: registers are locals, constants come from the class's pool, lines are noted.
 */
abstract class CodeWriter {
  final MethodVisitor code;
  private final ClassEmitter owner;
  private final Map<Integer, Integer> locals = new HashMap<>();
  private int nextLocal;
  private int lastLine = -1;

  CodeWriter(ClassEmitter owner, MethodVisitor code, List<Integer> parameters) {
    this.owner = owner;
    this.code = code;
    parameters.forEach(this::local);
  }

  static void pushInt(MethodVisitor code, int value) {
    if (value >= -1 && value <= 5) {
      code.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
      code.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
      code.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      code.visitLdcInsn(value);
    }
  }

  /** Runs {@code part}, and gives back the locals that only it uses. */
  final void scoped(Runnable part) {
    int firstLocal = nextLocal;
    Map<Integer, Integer> outerLocals = Map.copyOf(locals);
    part.run();
    locals.keySet().retainAll(outerLocals.keySet());
    nextLocal = firstLocal;
  }

  final int local(int register) {
    return locals.computeIfAbsent(register, r -> nextLocal++);
  }

  final int temporary() {
    return nextLocal++;
  }

  /** Stores the reference on the stack in a local of its own, and returns which. */
  final int keep() {
    int kept = temporary();
    code.visitVarInsn(Opcodes.ASTORE, kept);
    return kept;
  }

  final void load(int register) {
    code.visitVarInsn(Opcodes.ALOAD, local(register));
  }

  final void store(int register) {
    code.visitVarInsn(Opcodes.ASTORE, local(register));
  }

  final void load(Reg register) {
    load(register.index());
  }

  final void load(Operand operand) {
    if (operand instanceof Operand.Const constant) {
      constant(constant.value(), Names.VALUE);
    } else {
      load((Reg) operand);
    }
  }

  final void constant(Object value, Type type) {
    owner.constants().push(code, value, type);
  }

  final void line(Span span) {
    int line = owner.line(span);
    if (line > 0 && line != lastLine) {
      Label here = new Label();
      code.visitLabel(here);
      code.visitLineNumber(line, here);
      lastLine = line;
    }
  }

  final void array(List<? extends Operand> items) {
    pushInt(code, items.size());
    code.visitTypeInsn(Opcodes.ANEWARRAY, Names.VALUE.getInternalName());
    for (int i = 0; i < items.size(); i++) {
      code.visitInsn(Opcodes.DUP);
      pushInt(code, i);
      load(items.get(i));
      code.visitInsn(Opcodes.AASTORE);
    }
  }

  final void constantArray(List<Value> items) {
    array(items.stream().map(Operand.Const::new).toList());
  }

  final void invokeStatic(Type type, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, type.getInternalName(), name, descriptor, false);
  }

  final void invoke(Type type, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type.getInternalName(), name, descriptor, false);
  }

  final void state() {
    state(0);
  }

  final void state(int context) {
    load(context);
    code.visitFieldInsn(
        Opcodes.GETFIELD, Names.CONTEXT.getInternalName(), "state", Names.STATE.getDescriptor());
  }

  final Boolean store(Reg target) {
    store(target.index());
    return true;
  }
}
