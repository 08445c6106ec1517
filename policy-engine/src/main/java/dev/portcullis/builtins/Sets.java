package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.Value;
import java.util.List;

/** Sets and the operators on them. */
final class Sets implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("and")
              .infix("&")
              .doc("Gives the elements that both sets have.")
              .arg("x", RegoType.setOf(RegoType.ANY), "the first set")
              .arg("y", RegoType.setOf(RegoType.ANY), "the second set")
              .result("z", RegoType.setOf(RegoType.ANY), "the intersection of `x` and `y`")
              .body(Operand.SET, Operand.SET, (ctx, a, b) -> intersection(a, b)),
          Builtin.named("or")
              .infix("|")
              .doc("Gives the elements that at least one of two sets has.")
              .arg("x", RegoType.setOf(RegoType.ANY))
              .arg("y", RegoType.setOf(RegoType.ANY))
              .result("z", RegoType.setOf(RegoType.ANY), "the union of `x` and `y`")
              .body(Operand.SET, Operand.SET, (ctx, a, b) -> union(a, b)),
          Builtin.named("set_diff")
              .doc("Gives the elements of the first set that the second does not have.")
              .arg("", RegoType.setOf(RegoType.ANY))
              .arg("", RegoType.setOf(RegoType.ANY))
              .result("", RegoType.setOf(RegoType.ANY))
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.SET, Operand.SET, (ctx, a, b) -> difference(a, b)),
          Builtin.named("intersection")
              .doc("Gives the elements that all sets of a set have.")
              .arg("xs", RegoType.setOf(RegoType.setOf(RegoType.ANY)), "set of sets to intersect")
              .result("y", RegoType.setOf(RegoType.ANY), "the intersection of all `xs` sets")
              .body(Operand.SET, Sets::intersection),
          Builtin.named("union")
              .doc("Gives the elements that at least one set of a set has.")
              .arg("xs", RegoType.setOf(RegoType.setOf(RegoType.ANY)), "set of sets to merge")
              .result("y", RegoType.setOf(RegoType.ANY), "the union of all `xs` sets")
              .body(Operand.SET, Sets::union));

  /** Returns the elements of {@code a} that are not in {@code b}. */
  static SetValue difference(SetValue a, SetValue b) {
    if (a.size() == 0 || b.size() == 0) {
      return a;
    }
    SetValue.Builder kept = SetValue.builder(a.size());
    for (int i = 0; i < a.size(); i++) {
      Value element = a.inserted(i);
      if (!b.contains(element)) {
        kept.add(element);
      }
    }
    return kept.size() == a.size() ? a : kept.build();
  }

  /** Returns the elements of both; the spelling is that of the smaller set, or the first's. */
  static SetValue intersection(SetValue a, SetValue b) {
    SetValue small = b.size() < a.size() ? b : a;
    SetValue large = small == a ? b : a;
    SetValue.Builder kept = SetValue.builder(small.size());
    for (int i = 0; i < small.size(); i++) {
      Value element = small.inserted(i);
      if (large.contains(element)) {
        kept.add(element);
      }
    }
    return kept.size() == small.size() ? small : kept.build();
  }

  /** Returns the elements of either. */
  static SetValue union(SetValue a, SetValue b) {
    if (b.size() == 0) {
      return a;
    }
    if (a.size() == 0) {
      return b;
    }
    return SetValue.builder(a.size() + b.size()).addAll(a).addAll(b).build();
  }

  private static Value intersection(BuiltinContext ctx, SetValue sets) {
    if (sets.size() == 0) {
      return SetValue.EMPTY;
    }
    ArrayValue ordered = sets.sorted();
    SetValue result = set(ordered.at(0));
    for (int i = 1; i < ordered.size(); i++) {
      ctx.tick(result.size());
      result = intersection(result, set(ordered.at(i)));
    }
    return result;
  }

  private static Value union(BuiltinContext ctx, SetValue sets) {
    int total = 0;
    for (Value element : sets) {
      total += set(element).size();
    }
    ctx.tick(total);
    SetValue.Builder all = SetValue.builder(total);
    for (Value element : sets) {
      all.addAll(set(element));
    }
    return all.build();
  }

  private static SetValue set(Value element) {
    if (element instanceof SetValue set) {
      return set;
    }
    throw BuiltinException.operand(1, "set", element.kind().typeName());
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
