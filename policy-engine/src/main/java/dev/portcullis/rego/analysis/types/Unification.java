package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.type.RegoType.AnyOf;
import dev.portcullis.api.type.RegoType.ObjectOf;
import dev.portcullis.api.type.RegoType.Property;
import dev.portcullis.api.type.RegoType.SetOf;

/** Whether a value can be of two types at once. */
final class Unification {
  private Unification() {}

  /** Returns whether some value is of both types; what is unknown unifies with nothing. */
  static boolean unifies(RegoType a, RegoType b) {
    if (a.equals(Types.UNKNOWN) || b.equals(Types.UNKNOWN)) {
      return false;
    }
    if (a instanceof AnyOf any && unifiesAny(any, b)
        || b instanceof AnyOf any2 && unifiesAny(any2, a)) {
      return true;
    }
    if (a instanceof AnyOf || b instanceof AnyOf) {
      return false;
    }
    if (a instanceof RegoType.Array x && b instanceof RegoType.Array y) {
      return items(x, y)
          && items(y, x)
          && (x.rest().isEmpty() || y.rest().isEmpty() || unifies(x.rest().get(), y.rest().get()));
    }
    if (a instanceof ObjectOf x && b instanceof ObjectOf y) {
      return properties(x, y)
          && properties(y, x)
          && (x.dynamic().isEmpty()
              || y.dynamic().isEmpty()
              || unifies(x.dynamic().get().value(), y.dynamic().get().value()));
    }
    if (a instanceof SetOf x && b instanceof SetOf y) {
      return unifies(x.element(), y.element());
    }
    if (a instanceof RegoType.Function x && b instanceof RegoType.Function y) {
      return functions(x, y);
    }
    return a instanceof RegoType.Scalar && a.equals(b);
  }

  private static boolean unifiesAny(AnyOf any, RegoType other) {
    if (other instanceof RegoType.Function) {
      return false;
    }
    return any.alternatives().isEmpty()
        || any.alternatives().stream().anyMatch(t -> unifies(t, other));
  }

  private static boolean items(RegoType.Array a, RegoType.Array b) {
    for (int i = 0; i < a.fixed().size(); i++) {
      if (!unifies(a.fixed().get(i), Types.item(b, i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean properties(ObjectOf a, ObjectOf b) {
    for (Property property : a.fixed()) {
      RegoType other = Types.select(b, property.key());
      if (other.equals(Types.UNKNOWN)) {
        if (a.dynamic().isEmpty() && b.dynamic().isEmpty()) {
          return false;
        }
      } else if (!unifies(property.type(), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean functions(RegoType.Function a, RegoType.Function b) {
    if (a.arguments().size() != b.arguments().size()) {
      return false;
    }
    for (int i = 0; i < a.arguments().size(); i++) {
      if (!unifies(a.arguments().get(i), b.arguments().get(i))) {
        return false;
      }
    }
    return true;
  }
}
