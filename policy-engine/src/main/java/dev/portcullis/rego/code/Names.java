package dev.portcullis.rego.code;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.plan.RegisterKind;
import dev.portcullis.rego.plan.Stmt;
import dev.portcullis.rego.plan.ViewNode;
import dev.portcullis.rego.runtime.Calls;
import dev.portcullis.rego.runtime.EvalContext;
import dev.portcullis.rego.runtime.EvalState;
import dev.portcullis.rego.runtime.Functions;
import dev.portcullis.rego.runtime.ListAccumulator;
import dev.portcullis.rego.runtime.Ops;
import dev.portcullis.rego.runtime.SwitchTable;
import dev.portcullis.rego.runtime.TreeAccumulator;
import dev.portcullis.rego.runtime.View;
import dev.portcullis.rego.text.Span;
import org.objectweb.asm.Type;

/** The JVM's names of the runtime's classes. */
final class Names {
  static final Type VALUE = Type.getType(Value.class);
  static final Type VALUES = Type.getType(Value[].class);
  static final Type CONTEXT = Type.getType(EvalContext.class);
  static final Type CHANGE = Type.getType(EvalContext.Change.class);
  static final Type STATE = Type.getType(EvalState.class);
  static final Type CALLS = Type.getType(Calls.class);
  static final Type OPS = Type.getType(Ops.class);
  static final Type FUNCTIONS = Type.getType(Functions.class);
  static final Type ARRAY = Type.getType(ArrayValue.class);
  static final Type SET = Type.getType(SetValue.class);
  static final Type SET_BUILDER = Type.getType(SetValue.Builder.class);
  static final Type OBJECT = Type.getType(ObjectValue.class);
  static final Type OBJECT_BUILDER = Type.getType(ObjectValue.Builder.class);
  static final Type LIST = Type.getType(ListAccumulator.class);
  static final Type TREE = Type.getType(TreeAccumulator.class);
  static final Type VIEW = Type.getType(View.class);
  static final Type VIEW_NODE = Type.getType(ViewNode.class);
  static final Type BUILTIN = Type.getType(Builtin.class);
  static final Type SPAN = Type.getType(Span.class);
  static final Type CONFLICT = Type.getType(Stmt.Conflict.class);
  static final Type TREE_LEAF = Type.getType(Stmt.TreeLeaf.class);
  static final Type JAVA_LIST = Type.getType(java.util.List.class);
  static final Type JAVA_OBJECT = Type.getType(Object.class);
  static final Type SWITCH_TABLE = Type.getType(SwitchTable.class);
  static final Type LOADER = Type.getType(PolicyClassLoader.class);

  private Names() {}

  /** Returns the class of what a register holds. */
  static Type of(RegisterKind kind) {
    return switch (kind) {
      case VALUE -> VALUE;
      case CONTEXT -> CONTEXT;
      case LIST -> LIST;
      case SET -> SET_BUILDER;
      case OBJECT -> OBJECT_BUILDER;
      case TREE -> TREE;
      case VIEW -> VIEW;
    };
  }

  static String method(Type result, Type... arguments) {
    return Type.getMethodDescriptor(result, arguments);
  }
}
