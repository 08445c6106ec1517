package dev.portcullis.rego.plan;

import dev.portcullis.rego.plan.Operand.Reg;
import java.util.ArrayList;
import java.util.List;

/** Hands out the registers of one function. */
final class Registers {
  private final List<RegisterKind> kinds = new ArrayList<>();

  Reg take(RegisterKind kind) {
    kinds.add(kind);
    return new Reg(kinds.size() - 1);
  }

  Reg value() {
    return take(RegisterKind.VALUE);
  }

  List<RegisterKind> kinds() {
    return kinds;
  }
}
