package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;

/** Whether one collection is part of another. */
final class Subset {
  private Subset() {}

  static BooleanValue test(BuiltinContext ctx, Value whole, Value part) {
    if (whole instanceof ObjectValue a && part instanceof ObjectValue b) {
      return BooleanValue.of(holds(ctx, a, b));
    }
    if (whole instanceof SetValue a && part instanceof SetValue b) {
      return BooleanValue.of(holds(ctx, a, b));
    }
    if (whole instanceof ArrayValue a && part instanceof ArrayValue b) {
      return BooleanValue.of(holds(ctx, a, b));
    }
    if (whole instanceof ArrayValue a && part instanceof SetValue b) {
      return BooleanValue.of(holds(ctx, a, b));
    }
    throw BuiltinException.type(
        "both arguments object.subset must be of the same type or array and set");
  }

  private static boolean holds(BuiltinContext ctx, ObjectValue whole, ObjectValue part) {
    ctx.tick(part.size());
    for (int i = 0; i < part.size(); i++) {
      Value theirs = part.valueInserted(i);
      Value mine = whole.get(part.keyInserted(i));
      if (mine == null || !(mine.equals(theirs) || holdsNested(ctx, mine, theirs))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsNested(BuiltinContext ctx, Value whole, Value part) {
    if (whole instanceof ObjectValue a && part instanceof ObjectValue b) {
      return holds(ctx, a, b);
    }
    if (whole instanceof SetValue a && part instanceof SetValue b) {
      return holds(ctx, a, b);
    }
    return whole instanceof ArrayValue a && part instanceof ArrayValue b && holds(ctx, a, b);
  }

  private static boolean holds(BuiltinContext ctx, SetValue whole, SetValue part) {
    ctx.tick(part.size());
    for (int i = 0; i < part.size(); i++) {
      if (!whole.contains(part.inserted(i))) {
        return false;
      }
    }
    return true;
  }

  /** Looks for the part as a run of neighbours; the table says where to go on after a mismatch. */
  private static boolean holds(BuiltinContext ctx, ArrayValue whole, ArrayValue part) {
    int size = part.size();
    if (size == 0) {
      return true;
    }
    if (size > whole.size()) {
      return false;
    }
    ctx.tick(whole.size() + size);
    int[] fallback = new int[size];
    for (int i = 1, matched = 0; i < size; i++) {
      matched = advance(part, fallback, matched, part.at(i));
      fallback[i] = matched;
    }
    for (int i = 0, matched = 0; i < whole.size(); i++) {
      matched = advance(part, fallback, matched, whole.at(i));
      if (matched == size) {
        return true;
      }
    }
    return false;
  }

  private static int advance(ArrayValue part, int[] fallback, int matched, Value next) {
    int length = matched;
    while (length > 0 && !part.at(length).equals(next)) {
      length = fallback[length - 1];
    }
    return part.at(length).equals(next) ? length + 1 : length;
  }

  /** Counts the elements that are in the set, equal ones each time, as OPA does. */
  private static boolean holds(BuiltinContext ctx, ArrayValue whole, SetValue part) {
    ctx.tick(whole.size());
    int missing = part.size();
    for (int i = 0; i < whole.size(); i++) {
      if (part.contains(whole.at(i))) {
        missing--;
      }
      if (missing == 0) {
        return true;
      }
    }
    return false;
  }
}
