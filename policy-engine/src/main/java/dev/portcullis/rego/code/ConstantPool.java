package dev.portcullis.rego.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The constants of one class: each in a static final field of its own, because those HotSpot folds.
 * Equal constants share a field.
 */
final class ConstantPool {
  private final Type owner;
  private final Map<Key, Integer> numbers = new LinkedHashMap<>();
  private final List<Object> values = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();

  /** Numbers that are equal may be spelled differently, so the text counts too. */
  private record Key(Object value, String text, Type type) {}

  ConstantPool(Type owner) {
    this.owner = owner;
  }

  /** Pushes {@code value} as a {@code type}. */
  void push(MethodVisitor code, Object value, Type type) {
    int number =
        numbers.computeIfAbsent(new Key(value, value.toString(), type), k -> add(value, type));
    code.visitFieldInsn(
        Opcodes.GETSTATIC, owner.getInternalName(), "k" + number, type.getDescriptor());
  }

  private int add(Object value, Type type) {
    values.add(value);
    types.add(type);
    return values.size() - 1;
  }

  /**
   * Writes the fields and the class initialiser, and returns what {@link PolicyClassLoader} must
   * hand out.
   */
  Object[] write(ClassWriter out) {
    MethodVisitor code = out.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
    code.visitCode();
    code.visitLdcInsn(owner);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Names.LOADER.getInternalName(),
        "takeConstants",
        "(Ljava/lang/Class;)[Ljava/lang/Object;",
        false);
    code.visitVarInsn(Opcodes.ASTORE, 0);
    for (int i = 0; i < values.size(); i++) {
      out.visitField(
          Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
          "k" + i,
          types.get(i).getDescriptor(),
          null,
          null);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      CodeWriter.pushInt(code, i);
      code.visitInsn(Opcodes.AALOAD);
      code.visitTypeInsn(Opcodes.CHECKCAST, types.get(i).getInternalName());
      code.visitFieldInsn(
          Opcodes.PUTSTATIC, owner.getInternalName(), "k" + i, types.get(i).getDescriptor());
    }
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    return values.toArray();
  }
}
