package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.IntegerNumber;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.rego.number.Arithmetic;
import java.math.BigInteger;
import java.util.List;

/** Operations on the bits of integers of any size, in two's complement. */
final class Bits implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("bits.and")
              .doc("Gives the bits that both integers have.")
              .arg("x", RegoType.NUMBER, "the first integer")
              .arg("y", RegoType.NUMBER, "the second integer")
              .result("z", RegoType.NUMBER, "the bitwise AND of `x` and `y`")
              .body(Operands.INTEGER, Operands.INTEGER, (ctx, a, b) -> and(a, b)),
          Builtin.named("bits.or")
              .doc("Gives the bits that at least one of two integers has.")
              .arg("x", RegoType.NUMBER, "the first integer")
              .arg("y", RegoType.NUMBER, "the second integer")
              .result("z", RegoType.NUMBER, "the bitwise OR of `x` and `y`")
              .body(Operands.INTEGER, Operands.INTEGER, (ctx, a, b) -> or(a, b)),
          Builtin.named("bits.xor")
              .doc("Gives the bits that one of two integers has and the other has not.")
              .arg("x", RegoType.NUMBER, "the first integer")
              .arg("y", RegoType.NUMBER, "the second integer")
              .result("z", RegoType.NUMBER, "the bitwise XOR of `x` and `y`")
              .body(Operands.INTEGER, Operands.INTEGER, (ctx, a, b) -> xor(a, b)),
          Builtin.named("bits.negate")
              .doc("Flips the bits of an integer.")
              .arg("x", RegoType.NUMBER, "the integer to negate")
              .result("z", RegoType.NUMBER, "the bitwise negation of `x`")
              .body(
                  Operands.INTEGER,
                  (ctx, a) -> Arithmetic.integer(Operands.bigInteger(a, 1).not())),
          Builtin.named("bits.lsh")
              .doc("Moves the bits of an integer to the left.")
              .arg("x", RegoType.NUMBER, "the integer to shift")
              .arg("s", RegoType.NUMBER, "the number of bits to shift")
              .result("z", RegoType.NUMBER, "the result of shifting `x` `s` bits to the left")
              .body(Operands.INTEGER, Operands.INTEGER, (ctx, a, b) -> shiftLeft(a, b)),
          Builtin.named("bits.rsh")
              .doc("Moves the bits of an integer to the right.")
              .arg("x", RegoType.NUMBER, "the integer to shift")
              .arg("s", RegoType.NUMBER, "the number of bits to shift")
              .result("z", RegoType.NUMBER, "the result of shifting `x` `s` bits to the right")
              .body(Operands.INTEGER, Operands.INTEGER, (ctx, a, b) -> shiftRight(a, b)));

  private static NumberValue and(NumberValue a, NumberValue b) {
    return a instanceof IntegerNumber && b instanceof IntegerNumber
        ? NumberValue.of(a.longValue() & b.longValue())
        : NumberValue.of(Operands.bigInteger(a, 1).and(Operands.bigInteger(b, 2)));
  }

  private static NumberValue or(NumberValue a, NumberValue b) {
    return a instanceof IntegerNumber && b instanceof IntegerNumber
        ? NumberValue.of(a.longValue() | b.longValue())
        : NumberValue.of(Operands.bigInteger(a, 1).or(Operands.bigInteger(b, 2)));
  }

  private static NumberValue xor(NumberValue a, NumberValue b) {
    return a instanceof IntegerNumber && b instanceof IntegerNumber
        ? NumberValue.of(a.longValue() ^ b.longValue())
        : NumberValue.of(Operands.bigInteger(a, 1).xor(Operands.bigInteger(b, 2)));
  }

  private static NumberValue shiftLeft(NumberValue a, NumberValue b) {
    BigInteger value = Operands.bigInteger(a, 1);
    int bits = distance(b);
    if (value.signum() == 0) {
      return NumberValue.of(0);
    }
    if (bits > Arithmetic.MAX_BITS) {
      throw BuiltinException.failed("number too big");
    }
    return Arithmetic.integer(value.shiftLeft(bits));
  }

  private static NumberValue shiftRight(NumberValue a, NumberValue b) {
    return NumberValue.of(Operands.bigInteger(a, 1).shiftRight(distance(b)));
  }

  /** Returns how far to shift; what is beyond an int moves every bit out. */
  private static int distance(NumberValue number) {
    BigInteger bits = Operands.bigInteger(number, 2);
    if (bits.signum() < 0) {
      throw BuiltinException.type(
          "operand 2 must be an unsigned integer number but got a negative integer");
    }
    return bits.bitLength() < Integer.SIZE ? bits.intValue() : Integer.MAX_VALUE;
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
