package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.number.Arithmetic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic, ranges and random numbers. */
final class Numbers implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("plus")
              .infix("+")
              .doc("Adds two numbers.")
              .arg("x", RegoType.NUMBER)
              .arg("y", RegoType.NUMBER)
              .result("z", RegoType.NUMBER, "the sum of `x` and `y`")
              .body(Operand.NUMBER, Operand.NUMBER, (ctx, a, b) -> Arithmetic.plus(a, b)),
          Builtin.named("minus")
              .infix("-")
              .doc("Subtracts two numbers, or takes the elements of one set from another.")
              .arg("x", RegoType.anyOf(RegoType.NUMBER, RegoType.setOf(RegoType.ANY)))
              .arg("y", RegoType.anyOf(RegoType.NUMBER, RegoType.setOf(RegoType.ANY)))
              .result(
                  "z",
                  RegoType.anyOf(RegoType.NUMBER, RegoType.setOf(RegoType.ANY)),
                  "the difference of `x` and `y`")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> minus(a, b)),
          Builtin.named("mul")
              .infix("*")
              .doc("Multiplies two numbers.")
              .arg("x", RegoType.NUMBER)
              .arg("y", RegoType.NUMBER)
              .result("z", RegoType.NUMBER, "the product of `x` and `y`")
              .body(Operand.NUMBER, Operand.NUMBER, (ctx, a, b) -> Arithmetic.times(a, b)),
          Builtin.named("div")
              .infix("/")
              .doc("Divides two numbers.")
              .arg("x", RegoType.NUMBER, "the dividend")
              .arg("y", RegoType.NUMBER, "the divisor")
              .result("z", RegoType.NUMBER, "the result of `x` divided by `y`")
              .body(Operand.NUMBER, Operand.NUMBER, (ctx, a, b) -> Arithmetic.divide(a, b)),
          Builtin.named("rem")
              .infix("%")
              .doc("Gives the remainder of the division of two integers.")
              .arg("x", RegoType.NUMBER)
              .arg("y", RegoType.NUMBER)
              .result("z", RegoType.NUMBER, "the remainder")
              .body(Operand.NUMBER, Operand.NUMBER, (ctx, a, b) -> Arithmetic.remainder(a, b)),
          Builtin.named("abs")
              .doc("Gives the size of a number.")
              .arg("x", RegoType.NUMBER, "the number to take the absolute value of")
              .result("y", RegoType.NUMBER, "the absolute value of `x`")
              .body(Operand.NUMBER, (ctx, a) -> Arithmetic.abs(a)),
          Builtin.named("ceil")
              .doc("Rounds a number up to an integer.")
              .arg("x", RegoType.NUMBER, "the number to round")
              .result("y", RegoType.NUMBER, "the result of rounding `x` _up_")
              .body(Operand.NUMBER, (ctx, a) -> Arithmetic.ceil(a)),
          Builtin.named("floor")
              .doc("Rounds a number down to an integer.")
              .arg("x", RegoType.NUMBER, "the number to round")
              .result("y", RegoType.NUMBER, "the result of rounding `x` _down_")
              .body(Operand.NUMBER, (ctx, a) -> Arithmetic.floor(a)),
          Builtin.named("round")
              .doc("Rounds a number to the nearest integer.")
              .arg("x", RegoType.NUMBER, "the number to round")
              .result("y", RegoType.NUMBER, "the result of rounding `x`")
              .body(Operand.NUMBER, (ctx, a) -> Arithmetic.round(a)),
          Builtin.named("numbers.range")
              .doc(
                  "Lists the integers from the first to the second, both included, in either"
                      + " direction.")
              .arg("a", RegoType.NUMBER, "the start of the range")
              .arg("b", RegoType.NUMBER, "the end of the range (inclusive)")
              .result("range", RegoType.arrayOf(RegoType.NUMBER), "the range between `a` and `b`")
              .body(
                  Operands.bigInteger(1),
                  Operands.bigInteger(2),
                  (ctx, a, b) -> range(ctx, a, b, BigInteger.ONE)),
          Builtin.named("numbers.range_step")
              .doc(
                  "Lists every so many integers from the first on, as far as the second, in either"
                      + " direction.")
              .arg("a", RegoType.NUMBER, "the start of the range")
              .arg("b", RegoType.NUMBER, "the end of the range (inclusive)")
              .arg("step", RegoType.NUMBER, "the step between numbers in the range")
              .result(
                  "range",
                  RegoType.arrayOf(RegoType.NUMBER),
                  "the range between `a` and `b` in `step` increments")
              .body(
                  Operands.bigInteger(1),
                  Operands.bigInteger(2),
                  Operands.bigInteger(3),
                  Numbers::rangeStep),
          Builtin.named("rand.intn")
              .doc(
                  "Gives a random integer below a bound, the same for equal arguments within an"
                      + " evaluation.")
              .arg("str", RegoType.STRING, "seed string for the random number")
              .arg("n", RegoType.NUMBER, "upper bound of the random number (exclusive)")
              .result("y", RegoType.NUMBER, "random integer in the range `[0, abs(n))`")
              .trait(Builtin.Trait.NON_DETERMINISTIC)
              .body(Operand.STRING, Operands.integer(2), Numbers::random));

  private record RandomKey(StringValue seed, long bound) {}

  private static Value minus(Value a, Value b) {
    if (a instanceof NumberValue x) {
      if (b instanceof NumberValue y) {
        return Arithmetic.minus(x, y);
      }
      throw BuiltinException.operand(2, "number", b.kind().typeName());
    }
    if (a instanceof SetValue x) {
      if (b instanceof SetValue y) {
        return Sets.difference(x, y);
      }
      throw BuiltinException.operand(
          2, b instanceof NumberValue ? "set" : "number", b.kind().typeName());
    }
    throw Operands.oneOf(1, a, "number, set");
  }

  private static Value rangeStep(
      BuiltinContext ctx, BigInteger from, BigInteger to, BigInteger step) {
    if (step.signum() <= 0) {
      throw BuiltinException.failed("numbers.range_step: step must be a positive integer");
    }
    return range(ctx, from, to, step);
  }

  private static Value range(BuiltinContext ctx, BigInteger from, BigInteger to, BigInteger step) {
    BigInteger distance = to.subtract(from);
    boolean down = distance.signum() < 0;
    BigInteger steps = distance.abs().divide(step);
    boolean small =
        from.bitLength() < Long.SIZE
            && to.bitLength() < Long.SIZE
            && step.bitLength() < Long.SIZE - 1;
    return small && steps.bitLength() < Integer.SIZE - 1
        ? smallRange(ctx, from.longValue(), down ? -step.longValue() : step.longValue(), steps)
        : bigRange(ctx, from, to, down ? step.negate() : step);
  }

  private static Value smallRange(BuiltinContext ctx, long from, long step, BigInteger steps) {
    int size = steps.intValue() + 1;
    // Counted before the array is made, so that a limit holds before the memory is used.
    ctx.tick(size);
    Value[] numbers = new Value[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = NumberValue.of(from + i * step);
    }
    return ArrayValue.wrap(numbers);
  }

  private static Value bigRange(
      BuiltinContext ctx, BigInteger from, BigInteger to, BigInteger step) {
    List<Value> numbers = new ArrayList<>();
    int direction = step.signum();
    for (BigInteger i = from; i.compareTo(to) * direction <= 0; i = i.add(step)) {
      ctx.tick(1);
      numbers.add(NumberValue.of(i));
    }
    return ArrayValue.of(numbers);
  }

  private static Value random(BuiltinContext ctx, StringValue seed, long bound) {
    if (bound == 0) {
      return NumberValue.of(0);
    }
    // The smallest integer is its own opposite, which no generator accepts.
    if (bound == Long.MIN_VALUE) {
      throw BuiltinException.failed("invalid argument to Intn");
    }
    long size = Math.abs(bound);
    return ctx.remember(
        new RandomKey(seed, size), () -> NumberValue.of(ctx.random().nextLong(size)));
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
