package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.BooleanValue;
import java.util.List;

/** Equality and order, and the operators that bind variables. */
final class Comparison implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("eq")
              .infix("=")
              .doc("Unifies two values.")
              .arg("", RegoType.ANY)
              .arg("", RegoType.ANY)
              .result("", RegoType.BOOLEAN)
              .trait(Builtin.Trait.COMPILED_AWAY)
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(a.equals(b))),
          Builtin.named("assign")
              .infix(":=")
              .doc("Binds a new local variable to a value.")
              .arg("", RegoType.ANY)
              .arg("", RegoType.ANY)
              .result("", RegoType.BOOLEAN)
              .trait(Builtin.Trait.COMPILED_AWAY)
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(a.equals(b))),
          Builtin.named("equal")
              .infix("==")
              .doc("Tells whether two values are equal.")
              .arg("x", RegoType.ANY)
              .arg("y", RegoType.ANY)
              .result("result", RegoType.BOOLEAN, "true if `x` is equal to `y`; false otherwise")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(a.equals(b))),
          Builtin.named("neq")
              .infix("!=")
              .doc("Tells whether two values differ.")
              .arg("x", RegoType.ANY)
              .arg("y", RegoType.ANY)
              .result(
                  "result", RegoType.BOOLEAN, "true if `x` is not equal to `y`; false otherwise")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(!a.equals(b))),
          Builtin.named("lt")
              .infix("<")
              .doc("Tells whether the first value sorts before the second.")
              .arg("x", RegoType.ANY)
              .arg("y", RegoType.ANY)
              .result("result", RegoType.BOOLEAN, "true if `x` is less than `y`; false otherwise")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(a.compareTo(b) < 0)),
          Builtin.named("lte")
              .infix("<=")
              .doc("Tells whether the first value does not sort after the second.")
              .arg("x", RegoType.ANY)
              .arg("y", RegoType.ANY)
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "true if `x` is less than or equal to `y`; false otherwise")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(a.compareTo(b) <= 0)),
          Builtin.named("gt")
              .infix(">")
              .doc("Tells whether the first value sorts after the second.")
              .arg("x", RegoType.ANY)
              .arg("y", RegoType.ANY)
              .result(
                  "result", RegoType.BOOLEAN, "true if `x` is greater than `y`; false otherwise")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(a.compareTo(b) > 0)),
          Builtin.named("gte")
              .infix(">=")
              .doc("Tells whether the first value does not sort before the second.")
              .arg("x", RegoType.ANY)
              .arg("y", RegoType.ANY)
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "true if `x` is greater or equal to `y`; false otherwise")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> BooleanValue.of(a.compareTo(b) >= 0)));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
