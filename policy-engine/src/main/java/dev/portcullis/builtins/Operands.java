package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.value.IntegerNumber;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.number.Arithmetic;
import java.math.BigInteger;

/** Arguments that several families take, and the texts of their errors. */
final class Operands {
  private static final int LONGEST_LONG = 19;

  private Operands() {}

  /**
   * Returns a 64-bit integer written without a point or an exponent; other spellings of integers,
   * such as {@code 1.0}, are refused, as in OPA.
   *
   * @param operand the operand's number, from 1
   */
  static Operand<Long> integer(int operand) {
    return new Operand<>(
        "number",
        v -> {
          if (!(v instanceof NumberValue number)) {
            return null;
          }
          if (!isPlainLong(number)) {
            throw notInteger(operand);
          }
          return number.longValue();
        });
  }

  /**
   * Returns an integer of any size, however it is written.
   *
   * @param operand the operand's number, from 1
   */
  static Operand<BigInteger> bigInteger(int operand) {
    return new Operand<>(
        "integer", v -> v instanceof NumberValue number ? exact(number, operand) : null);
  }

  /**
   * Returns an integer of any size as the number that it is.
   *
   * @param operand the operand's number, from 1
   */
  static Operand<NumberValue> integerNumber(int operand) {
    return new Operand<>(
        "integer",
        v -> {
          if (v instanceof NumberValue number && !(v instanceof IntegerNumber)) {
            return NumberValue.of(exact(number, operand));
          }
          return v instanceof NumberValue number ? number : null;
        });
  }

  /** Returns whether the number is a 64-bit integer, written without a point or an exponent. */
  static boolean isPlainLong(NumberValue number) {
    if (number instanceof IntegerNumber) {
      return true;
    }
    String text = number.text();
    if (text.length() > LONGEST_LONG + 1) {
      return false;
    }
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return number.isLong();
  }

  private static BigInteger exact(NumberValue number, int operand) {
    BigInteger value = Arithmetic.integerOrNull(number);
    if (value == null) {
      throw notInteger(operand);
    }
    return value;
  }

  private static BuiltinException notInteger(int operand) {
    return BuiltinException.type(
        "operand " + operand + " must be integer number but got floating-point number");
  }

  /**
   * Returns the error of an operand of none of several types.
   *
   * @param operand the operand's number, from 1
   */
  static BuiltinException oneOf(int operand, Value actual, String expected) {
    return BuiltinException.operand(operand, "one of {" + expected + "}", actual.kind().typeName());
  }

  /**
   * Returns the error of a collection with a wrong element, such as {@code operand 1 must be set of
   * numbers but got set containing string}.
   *
   * @param operand the operand's number, from 1
   */
  static BuiltinException element(int operand, Value collection, Value actual, String expected) {
    String type = collection.kind().typeName();
    return BuiltinException.operand(
        operand, type + " of " + expected + "s", type + " containing " + actual.kind().typeName());
  }
}
