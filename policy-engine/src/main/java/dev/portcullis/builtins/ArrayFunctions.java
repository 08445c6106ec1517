package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/** The {@code array} functions. */
final class ArrayFunctions implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("array.concat")
              .doc("Puts one array behind another.")
              .arg("x", RegoType.arrayOf(RegoType.ANY), "the first array")
              .arg("y", RegoType.arrayOf(RegoType.ANY), "the second array")
              .result("z", RegoType.arrayOf(RegoType.ANY), "the concatenation of `x` and `y`")
              .body(Operand.ARRAY, Operand.ARRAY, ArrayFunctions::concat),
          Builtin.named("array.flatten")
              .doc("Replaces the elements that are arrays by their elements, one level deep.")
              .arg("arr", RegoType.arrayOf(RegoType.ANY), "the array to be flattened")
              .result("flattened", RegoType.arrayOf(RegoType.ANY), "array flattened one level")
              .body(Operand.ARRAY, ArrayFunctions::flatten),
          Builtin.named("array.reverse")
              .doc("Lists the elements from the last to the first.")
              .arg("arr", RegoType.arrayOf(RegoType.ANY), "the array to be reversed")
              .result(
                  "rev",
                  RegoType.arrayOf(RegoType.ANY),
                  "an array containing the elements of `arr` in reverse order")
              .body(Operand.ARRAY, ArrayFunctions::reverse),
          Builtin.named("array.slice")
              .doc(
                  "Gives the elements between two positions; positions outside of the array are"
                      + " moved to its ends.")
              .arg("arr", RegoType.arrayOf(RegoType.ANY), "the array to be sliced")
              .arg(
                  "start",
                  RegoType.NUMBER,
                  "the start index of the returned slice; if less than zero, it's clamped to 0")
              .arg(
                  "stop",
                  RegoType.NUMBER,
                  "the stop index of the returned slice; if larger than `count(arr)`, it's clamped"
                      + " to `count(arr)`")
              .result(
                  "slice",
                  RegoType.arrayOf(RegoType.ANY),
                  "the subslice of `array`, from `start` to `end`, including `arr[start]`, but"
                      + " excluding `arr[end]`")
              .body(
                  Operand.ARRAY,
                  Operands.integer(2),
                  Operands.integer(3),
                  (ctx, array, from, to) -> slice(array, from, to)));

  private static ArrayValue concat(BuiltinContext ctx, ArrayValue a, ArrayValue b) {
    if (a.size() == 0) {
      return b;
    }
    if (b.size() == 0) {
      return a;
    }
    ctx.tick(a.size() + b.size());
    Value[] all = new Value[a.size() + b.size()];
    for (int i = 0; i < a.size(); i++) {
      all[i] = a.at(i);
    }
    for (int i = 0; i < b.size(); i++) {
      all[a.size() + i] = b.at(i);
    }
    return ArrayValue.wrap(all);
  }

  private static ArrayValue flatten(BuiltinContext ctx, ArrayValue array) {
    List<Value> flat = new ArrayList<>(array.size());
    boolean nested = false;
    for (int i = 0; i < array.size(); i++) {
      if (array.at(i) instanceof ArrayValue inner) {
        nested = true;
        ctx.tick(inner.size());
        flat.addAll(inner.asList());
      } else {
        flat.add(array.at(i));
      }
    }
    return nested ? ArrayValue.of(flat) : array;
  }

  private static ArrayValue reverse(BuiltinContext ctx, ArrayValue array) {
    int size = array.size();
    if (size < 2) {
      return array;
    }
    ctx.tick(size);
    Value[] reversed = new Value[size];
    for (int i = 0; i < size; i++) {
      reversed[i] = array.at(size - 1 - i);
    }
    return ArrayValue.wrap(reversed);
  }

  private static ArrayValue slice(ArrayValue array, long from, long to) {
    int end = (int) Math.max(0, Math.min(to, array.size()));
    int begin = (int) Math.max(0, Math.min(from, end));
    return array.slice(begin, end);
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
