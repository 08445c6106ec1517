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
              .body(Operands.integerNumber(1), Operands.integerNumber(2), (ctx, a, b) -> and(a, b)),
          Builtin.named("bits.or")
              .doc("Gives the bits that at least one of two integers has.")
              .arg("x", RegoType.NUMBER, "the first integer")
              .arg("y", RegoType.NUMBER, "the second integer")
              .result("z", RegoType.NUMBER, "the bitwise OR of `x` and `y`")
              .body(Operands.integerNumber(1), Operands.integerNumber(2), (ctx, a, b) -> or(a, b)),
          Builtin.named("bits.xor")
              .doc("Gives the bits that one of two integers has and the other has not.")
              .arg("x", RegoType.NUMBER, "the first integer")
              .arg("y", RegoType.NUMBER, "the second integer")
              .result("z", RegoType.NUMBER, "the bitwise XOR of `x` and `y`")
              .body(Operands.integerNumber(1), Operands.integerNumber(2), (ctx, a, b) -> xor(a, b)),
          Builtin.named("bits.negate")
              .doc("Flips the bits of an integer.")
              .arg("x", RegoType.NUMBER, "the integer to negate")
              .result("z", RegoType.NUMBER, "the bitwise negation of `x`")
              .body(Operands.bigInteger(1), (ctx, a) -> NumberValue.of(a.not())),
          Builtin.named("bits.lsh")
              .doc("Moves the bits of an integer to the left.")
              .arg("x", RegoType.NUMBER, "the integer to shift")
              .arg("s", RegoType.NUMBER, "the number of bits to shift")
              .result("z", RegoType.NUMBER, "the result of shifting `x` `s` bits to the left")
              .body(Operands.bigInteger(1), Operands.bigInteger(2), (ctx, a, b) -> shiftLeft(a, b)),
          Builtin.named("bits.rsh")
              .doc("Moves the bits of an integer to the right.")
              .arg("x", RegoType.NUMBER, "the integer to shift")
              .arg("s", RegoType.NUMBER, "the number of bits to shift")
              .result("z", RegoType.NUMBER, "the result of shifting `x` `s` bits to the right")
              .body(
                  Operands.bigInteger(1),
                  Operands.bigInteger(2),
                  (ctx, a, b) -> NumberValue.of(a.shiftRight(distance(b)))));

  private static NumberValue and(NumberValue a, NumberValue b) {
    return a instanceof IntegerNumber && b instanceof IntegerNumber
        ? NumberValue.of(a.longValue() & b.longValue())
        : NumberValue.of(big(a).and(big(b)));
  }

  private static NumberValue or(NumberValue a, NumberValue b) {
    return a instanceof IntegerNumber && b instanceof IntegerNumber
        ? NumberValue.of(a.longValue() | b.longValue())
        : NumberValue.of(big(a).or(big(b)));
  }

  private static NumberValue xor(NumberValue a, NumberValue b) {
    return a instanceof IntegerNumber && b instanceof IntegerNumber
        ? NumberValue.of(a.longValue() ^ b.longValue())
        : NumberValue.of(big(a).xor(big(b)));
  }

  private static BigInteger big(NumberValue number) {
    return number instanceof IntegerNumber
        ? BigInteger.valueOf(number.longValue())
        : number.toBigDecimal().toBigInteger();
  }

  private static NumberValue shiftLeft(BigInteger value, BigInteger bits) {
    int distance = distance(bits);
    if (value.signum() == 0) {
      return NumberValue.of(0);
    }
    if (distance > Arithmetic.MAX_BITS) {
      throw BuiltinException.failed("number too big");
    }
    return Arithmetic.integer(value.shiftLeft(distance));
  }

  /**
   * Returns how far to shift; what is beyond an int moves every bit out. Only the lowest 64 bits
   * count, as in OPA.
   */
  private static int distance(BigInteger bits) {
    if (bits.signum() < 0) {
      throw BuiltinException.type(
          "operand 2 must be an unsigned integer number but got a negative integer");
    }
    long low = bits.longValue();
    return low >= 0 && low <= Integer.MAX_VALUE ? (int) low : Integer.MAX_VALUE;
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
