package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.number.Arithmetic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summaries of collections, sorting, and membership. */
final class Aggregates implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("count")
              .doc("Counts the elements of a collection, or the characters of a string.")
              .arg(
                  "collection",
                  RegoType.anyOf(
                      RegoType.STRING,
                      RegoType.arrayOf(RegoType.ANY),
                      RegoType.objectOf(RegoType.ANY, RegoType.ANY),
                      RegoType.setOf(RegoType.ANY)),
                  "the set/array/object/string to be counted")
              .result(
                  "n",
                  RegoType.NUMBER,
                  "the count of elements, key/val pairs, or characters, respectively.")
              .body(Operand.ANY, (ctx, a) -> count(a)),
          Builtin.named("sum")
              .doc("Adds the numbers of a collection.")
              .arg(
                  "collection",
                  RegoType.anyOf(
                      RegoType.arrayOf(RegoType.NUMBER), RegoType.setOf(RegoType.NUMBER)),
                  "the set or array of numbers to sum")
              .result("n", RegoType.NUMBER, "the sum of all elements")
              .body(Operand.ANY, Aggregates::sum),
          Builtin.named("product")
              .doc("Multiplies the numbers of a collection.")
              .arg(
                  "collection",
                  RegoType.anyOf(
                      RegoType.arrayOf(RegoType.NUMBER), RegoType.setOf(RegoType.NUMBER)),
                  "the set or array of numbers to multiply")
              .result("n", RegoType.NUMBER, "the product of all elements")
              .body(Operand.ANY, Aggregates::product),
          Builtin.named("max")
              .doc("Gives the element that sorts last; undefined if there is none.")
              .arg(
                  "collection",
                  RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY)),
                  "the set or array to be searched")
              .result("n", RegoType.ANY, "the maximum of all elements")
              .body(Operand.ANY, (ctx, a) -> max(elements(ctx, a))),
          Builtin.named("min")
              .doc("Gives the element that sorts first; undefined if there is none.")
              .arg(
                  "collection",
                  RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY)),
                  "the set or array to be searched")
              .result("n", RegoType.ANY, "the minimum of all elements")
              .body(Operand.ANY, (ctx, a) -> min(elements(ctx, a))),
          Builtin.named("sort")
              .doc("Lists the elements in order.")
              .arg(
                  "collection",
                  RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY)),
                  "the array or set to be sorted")
              .result("n", RegoType.arrayOf(RegoType.ANY), "the sorted array")
              .body(Operand.ANY, Aggregates::sort),
          Builtin.named("all")
              .doc("Tells whether every element is true.")
              .arg("", RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY)))
              .result("", RegoType.BOOLEAN)
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.ANY, (ctx, a) -> BooleanValue.of(all(elements(ctx, a, "array, set")))),
          Builtin.named("any")
              .doc("Tells whether some element is true.")
              .arg("", RegoType.anyOf(RegoType.arrayOf(RegoType.ANY), RegoType.setOf(RegoType.ANY)))
              .result("", RegoType.BOOLEAN)
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.ANY, (ctx, a) -> BooleanValue.of(any(elements(ctx, a, "array, set")))),
          Builtin.named("internal.member_2")
              .infix("in")
              .doc("Tells whether a collection has a value.")
              .arg("", RegoType.ANY)
              .arg("", RegoType.ANY)
              .result("", RegoType.BOOLEAN)
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> member(ctx, a, b)),
          Builtin.named("internal.member_3")
              .infix("in")
              .doc("Tells whether a collection has a value at a key.")
              .arg("", RegoType.ANY)
              .arg("", RegoType.ANY)
              .arg("", RegoType.ANY)
              .result("", RegoType.BOOLEAN)
              .body(
                  Operand.ANY,
                  Operand.ANY,
                  Operand.ANY,
                  (ctx, key, value, in) -> BooleanValue.of(value.equals(in.get(key)))));

  private static NumberValue count(Value value) {
    if (value instanceof ArrayValue array) {
      return NumberValue.of(array.size());
    }
    if (value instanceof ObjectValue object) {
      return NumberValue.of(object.size());
    }
    if (value instanceof SetValue set) {
      return NumberValue.of(set.size());
    }
    if (value instanceof StringValue string) {
      String text = string.value();
      return NumberValue.of(text.codePointCount(0, text.length()));
    }
    throw Operands.oneOf(1, value, "array, object, set, string");
  }

  /** Returns the elements in an order that nobody sees. */
  private static ArrayValue elements(BuiltinContext ctx, Value value, String expected) {
    if (value instanceof ArrayValue array) {
      ctx.tick(array.size());
      return array;
    }
    if (value instanceof SetValue set) {
      ctx.tick(set.size());
      return set.sorted();
    }
    throw Operands.oneOf(1, value, expected);
  }

  private static ArrayValue elements(BuiltinContext ctx, Value value) {
    return elements(ctx, value, "set, array");
  }

  /**
   * Adds up. Sums of 64-bit integers wrap around where they overflow, as OPA's do; with any other
   * number among them the sum is exact or rounded, see {@link Arithmetic#sum}.
   */
  private static NumberValue sum(BuiltinContext ctx, Value value) {
    ArrayValue elements = elements(ctx, value);
    long sum = 0;
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.at(i) instanceof NumberValue number) || !Operands.isPlainLong(number)) {
        return Arithmetic.sum(numbers(elements, value));
      }
      sum += number.longValue();
    }
    return NumberValue.of(sum);
  }

  private static NumberValue product(BuiltinContext ctx, Value value) {
    return Arithmetic.product(numbers(elements(ctx, value), value));
  }

  private static List<NumberValue> numbers(ArrayValue elements, Value collection) {
    List<NumberValue> numbers = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.at(i) instanceof NumberValue number)) {
        throw Operands.element(1, collection, elements.at(i), "number");
      }
      numbers.add(number);
    }
    return numbers;
  }

  private static @Nullable Value max(ArrayValue elements) {
    Value best = null;
    for (int i = 0; i < elements.size(); i++) {
      Value element = elements.at(i);
      if (best == null || best.compareTo(element) <= 0) {
        best = element;
      }
    }
    return best;
  }

  private static @Nullable Value min(ArrayValue elements) {
    Value best = null;
    for (int i = 0; i < elements.size(); i++) {
      Value element = elements.at(i);
      if (best == null || best.compareTo(element) >= 0) {
        best = element;
      }
    }
    return best;
  }

  private static Value sort(BuiltinContext ctx, Value value) {
    ArrayValue elements = elements(ctx, value);
    if (value instanceof SetValue || elements.size() < 2) {
      return elements;
    }
    Value[] sorted = elements.asList().toArray(new Value[0]);
    Arrays.sort(sorted);
    return ArrayValue.wrap(sorted);
  }

  private static boolean all(ArrayValue elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.at(i) != BooleanValue.TRUE) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(ArrayValue elements) {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.at(i) == BooleanValue.TRUE) {
        return true;
      }
    }
    return false;
  }

  private static BooleanValue member(BuiltinContext ctx, Value value, Value collection) {
    if (collection instanceof SetValue set) {
      return BooleanValue.of(set.contains(value));
    }
    if (collection instanceof ArrayValue array) {
      ctx.tick(array.size());
      for (int i = 0; i < array.size(); i++) {
        if (value.equals(array.at(i))) {
          return BooleanValue.TRUE;
        }
      }
    } else if (collection instanceof ObjectValue object) {
      ctx.tick(object.size());
      for (int i = 0; i < object.size(); i++) {
        if (value.equals(object.valueInserted(i))) {
          return BooleanValue.TRUE;
        }
      }
    }
    return BooleanValue.FALSE;
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
