package dev.portcullis.rego.code;

import dev.portcullis.rego.plan.Stmt;
import org.objectweb.asm.Type;

/**
 * Writes the context of an expression with {@code with}: the changes one after the other, then the
 * new context.
 */
final class ContextChanges {
  private ContextChanges() {}

  static void write(CodeWriter out, Stmt.PushContext s) {
    out.load(s.context());
    out.invoke(Names.CONTEXT, "change", Names.method(Names.CHANGE));
    s.changes().forEach(change -> write(out, change));
    out.invoke(Names.CHANGE, "done", Names.method(Names.CONTEXT));
    out.store(s.target());
  }

  private static void write(CodeWriter out, Stmt.Change change) {
    if (change instanceof Stmt.Change.Input input) {
      out.constantArray(input.path());
      out.load(input.value());
      out.invoke(Names.CHANGE, "input", Names.method(Names.CHANGE, Names.VALUES, Names.VALUE));
    } else if (change instanceof Stmt.Change.Data data) {
      CodeWriter.pushInt(out.code, data.target());
      out.constantArray(data.path());
      out.load(data.value());
      out.invoke(
          Names.CHANGE,
          "data",
          Names.method(Names.CHANGE, Type.INT_TYPE, Names.VALUES, Names.VALUE));
    } else if (change instanceof Stmt.Change.Function f) {
      CodeWriter.pushInt(out.code, f.mock());
      if (f.value() != null) {
        out.load(f.value());
        out.invoke(Names.CHANGE, "mock", Names.method(Names.CHANGE, Type.INT_TYPE, Names.VALUE));
      } else if (f.builtin() != null) {
        out.constant(f.builtin(), Names.BUILTIN);
        out.invoke(Names.CHANGE, "mock", Names.method(Names.CHANGE, Type.INT_TYPE, Names.BUILTIN));
      } else {
        CodeWriter.pushInt(out.code, f.function());
        out.invoke(Names.CHANGE, "mock", Names.method(Names.CHANGE, Type.INT_TYPE, Type.INT_TYPE));
      }
    }
  }
}
