package dev.portcullis.rego.plan;

import dev.portcullis.api.value.Value;

/** What a statement reads: a register, or a constant. */
public sealed interface Operand {

  /**
   * A register.
   *
   * @param index its number within its function
   */
  record Reg(int index) implements Operand {
    @Override
    public String toString() {
      return "r" + index;
    }
  }

  /**
   * A constant.
   *
   * @param value its value
   */
  record Const(Value value) implements Operand {
    @Override
    public String toString() {
      return value.toString();
    }
  }
}
