package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.type.RegoType.AnyOf;
import dev.portcullis.api.type.RegoType.ObjectOf;
import dev.portcullis.api.type.RegoType.Property;
import dev.portcullis.api.type.RegoType.SetOf;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The algebra of types: unions, elements, order. Unions are kept sorted. */
final class Types {
  /** Stands where the type of something has not been found out. */
  static final RegoType UNKNOWN = new RegoType.Scalar("???");

  private static final List<RegoType> SCALARS =
      List.of(RegoType.NULL, RegoType.BOOLEAN, RegoType.NUMBER, RegoType.STRING);

  private Types() {}

  /** Returns whether the type is that of every value. */
  static boolean isAny(RegoType type) {
    return type instanceof AnyOf any && any.alternatives().isEmpty();
  }

  /** Returns whether the type, or a part of it, is unknown. */
  static boolean hasUnknown(RegoType type) {
    if (type instanceof RegoType.Array array) {
      return array.fixed().stream().anyMatch(Types::hasUnknown)
          || array.rest().map(Types::hasUnknown).orElse(false);
    }
    if (type instanceof ObjectOf object) {
      return object.fixed().stream().anyMatch(p -> hasUnknown(p.type()))
          || object.dynamic().map(d -> hasUnknown(d.key()) || hasUnknown(d.value())).orElse(false);
    }
    if (type instanceof SetOf set) {
      return hasUnknown(set.element());
    }
    if (type instanceof RegoType.Function function) {
      return function.arguments().stream().anyMatch(Types::hasUnknown)
          || function.result().map(Types::hasUnknown).orElse(true);
    }
    return type.equals(UNKNOWN);
  }

  /** Returns the type with its unions sorted. */
  static RegoType normal(RegoType type) {
    if (type instanceof AnyOf any) {
      return union(any.alternatives().stream().map(Types::normal).toList());
    }
    if (type instanceof RegoType.Array array) {
      return new RegoType.Array(
          array.fixed().stream().map(Types::normal).toList(), array.rest().map(Types::normal));
    }
    if (type instanceof SetOf set) {
      return new SetOf(normal(set.element()));
    }
    if (type instanceof ObjectOf object) {
      return new ObjectOf(
          object.fixed().stream().map(p -> new Property(p.key(), normal(p.type()))).toList(),
          object.dynamic().map(d -> new RegoType.Dynamic(normal(d.key()), normal(d.value()))));
    }
    if (type instanceof RegoType.Function function) {
      return new RegoType.Function(
          function.arguments().stream().map(Types::normal).toList(),
          function.variadic().map(Types::normal),
          function.result().map(Types::normal));
    }
    return type;
  }

  private static RegoType union(List<RegoType> alternatives) {
    TreeSet<RegoType> sorted = new TreeSet<>(Types::compare);
    sorted.addAll(alternatives);
    return new AnyOf(List.copyOf(sorted));
  }

  /** Returns the union of two types; what is unknown adds nothing. */
  static RegoType or(RegoType a, RegoType b) {
    if (a.equals(UNKNOWN)) {
      return b;
    }
    if (b.equals(UNKNOWN)) {
      return a;
    }
    if (a instanceof RegoType.Function f && b instanceof RegoType.Function g) {
      return orFunctions(f, g);
    }
    if (a instanceof RegoType.Function || b instanceof RegoType.Function) {
      return UNKNOWN;
    }
    if (isAny(a) || isAny(b)) {
      return RegoType.ANY;
    }
    if (!(a instanceof AnyOf) && !(b instanceof AnyOf) && compare(a, b) == 0) {
      return a;
    }
    List<RegoType> all = new ArrayList<>(alternatives(a));
    all.addAll(alternatives(b));
    return union(all);
  }

  private static List<RegoType> alternatives(RegoType type) {
    return type instanceof AnyOf any ? any.alternatives() : List.of(type);
  }

  private static RegoType orFunctions(RegoType.Function f, RegoType.Function g) {
    if (f.arguments().size() != g.arguments().size()) {
      return UNKNOWN;
    }
    List<RegoType> arguments = new ArrayList<>();
    for (int i = 0; i < f.arguments().size(); i++) {
      arguments.add(or(f.arguments().get(i), g.arguments().get(i)));
    }
    RegoType result = or(f.result().orElse(UNKNOWN), g.result().orElse(UNKNOWN));
    return new RegoType.Function(arguments, Optional.empty(), Optional.of(result));
  }

  /** Returns the type of the keys by which values of the type are iterated over. */
  static RegoType keys(RegoType type) {
    if (type instanceof RegoType.Array) {
      return RegoType.NUMBER;
    }
    if (type instanceof SetOf set) {
      return set.element();
    }
    RegoType keys = UNKNOWN;
    if (type instanceof ObjectOf object) {
      for (Property property : object.fixed()) {
        keys = or(keys, of(property.key()));
      }
      return object.dynamic().isPresent() ? or(keys, object.dynamic().get().key()) : keys;
    }
    if (type instanceof AnyOf any) {
      if (any.alternatives().isEmpty()) {
        return RegoType.ANY;
      }
      for (RegoType alternative : any.alternatives()) {
        keys = or(keys(alternative), keys);
      }
    }
    return keys;
  }

  /** Returns the type of what values of the type hold. */
  static RegoType values(RegoType type) {
    RegoType values = UNKNOWN;
    if (type instanceof RegoType.Array array) {
      for (RegoType item : array.fixed()) {
        values = or(values, item);
      }
      return or(values, array.rest().orElse(UNKNOWN));
    }
    if (type instanceof SetOf set) {
      return set.element();
    }
    if (type instanceof ObjectOf object) {
      for (Property property : object.fixed()) {
        values = or(values, property.type());
      }
      return object.dynamic().isPresent() ? or(values, object.dynamic().get().value()) : values;
    }
    if (type instanceof AnyOf any) {
      if (any.alternatives().isEmpty()) {
        return RegoType.ANY;
      }
      for (RegoType alternative : any.alternatives()) {
        values = or(values(alternative), values);
      }
    }
    return values;
  }

  /** Returns the type of {@code value[key]} for values of the type; unknown if there is none. */
  static RegoType select(RegoType type, Value key) {
    if (type instanceof RegoType.Array array) {
      return key instanceof NumberValue number && number.isLong()
          ? item(array, number.longValue())
          : UNKNOWN;
    }
    if (type instanceof ObjectOf object) {
      return select(object, key);
    }
    if (type instanceof SetOf set) {
      RegoType wanted = of(key);
      if (compare(set.element(), wanted) == 0) {
        return set.element();
      }
      return set.element() instanceof AnyOf any && contains(any, wanted) ? wanted : UNKNOWN;
    }
    RegoType found = UNKNOWN;
    if (type instanceof AnyOf any) {
      if (any.alternatives().isEmpty()) {
        return RegoType.ANY;
      }
      for (RegoType alternative : any.alternatives()) {
        found = or(select(alternative, key), found);
      }
    }
    return found;
  }

  /** Returns the type of an array's element. */
  static RegoType item(RegoType.Array array, long index) {
    if (index < 0) {
      return UNKNOWN;
    }
    return index < array.fixed().size()
        ? array.fixed().get((int) index)
        : array.rest().orElse(UNKNOWN);
  }

  static RegoType select(ObjectOf object, Value key) {
    List<Property> fixed = object.fixed();
    int low = 0;
    int high = fixed.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int c = fixed.get(middle).key().compareTo(key);
      if (c == 0) {
        return fixed.get(middle).type();
      }
      if (c < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return object
        .dynamic()
        .filter(d -> includes(d.key(), of(key)))
        .map(RegoType.Dynamic::value)
        .orElse(UNKNOWN);
  }

  private static boolean includes(RegoType type, RegoType part) {
    return type instanceof AnyOf any ? contains(any, part) : compare(type, part) == 0;
  }

  private static boolean contains(AnyOf any, RegoType part) {
    return any.alternatives().isEmpty()
        || any.alternatives().stream().anyMatch(t -> compare(t, part) == 0);
  }

  /** Returns the type of a value. Sets count as the arrays that JSON makes of them. */
  static RegoType of(Value value) {
    return switch (value.kind()) {
      case NULL -> RegoType.NULL;
      case BOOLEAN -> RegoType.BOOLEAN;
      case NUMBER -> RegoType.NUMBER;
      case STRING -> RegoType.STRING;
      case ARRAY -> ofArray((ArrayValue) value);
      case OBJECT -> ofObject((ObjectValue) value);
      case SET -> ofSet((SetValue) value);
    };
  }

  private static RegoType ofArray(ArrayValue array) {
    List<RegoType> items = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      items.add(of(array.at(i)));
    }
    return new RegoType.Array(items, Optional.empty());
  }

  private static RegoType ofSet(SetValue set) {
    List<RegoType> items = new ArrayList<>();
    set.forEach(item -> items.add(of(item)));
    return new RegoType.Array(items, Optional.empty());
  }

  private static RegoType ofObject(ObjectValue object) {
    List<Property> properties = new ArrayList<>();
    object.forEach((key, value) -> properties.add(new Property(key, of(value))));
    return new ObjectOf(properties, Optional.empty());
  }

  /** Returns the type of a scalar. */
  static RegoType ofScalar(Value value) {
    if (value instanceof NullValue) {
      return RegoType.NULL;
    }
    if (value instanceof BooleanValue) {
      return RegoType.BOOLEAN;
    }
    return value instanceof StringValue ? RegoType.STRING : RegoType.NUMBER;
  }

  private static int rank(RegoType type) {
    if (type.equals(UNKNOWN)) {
      return -1;
    }
    if (type instanceof RegoType.Scalar) {
      return SCALARS.indexOf(type);
    }
    if (type instanceof RegoType.Array) {
      return 4;
    }
    if (type instanceof ObjectOf) {
      return 5;
    }
    if (type instanceof SetOf) {
      return 6;
    }
    return type instanceof AnyOf ? 7 : 8;
  }

  /** Compares types; equal means that they say the same. */
  static int compare(RegoType a, RegoType b) {
    int byRank = Integer.compare(rank(a), rank(b));
    if (byRank != 0 || a == b) {
      return byRank;
    }
    if (a instanceof RegoType.Array x && b instanceof RegoType.Array y) {
      int c = compareOptional(x.rest(), y.rest());
      return c != 0 ? c : compareLists(x.fixed(), y.fixed());
    }
    if (a instanceof ObjectOf x && b instanceof ObjectOf y) {
      return compareObjects(x, y);
    }
    if (a instanceof SetOf x && b instanceof SetOf y) {
      return compare(x.element(), y.element());
    }
    if (a instanceof AnyOf x && b instanceof AnyOf y) {
      return compareLists(x.alternatives(), y.alternatives());
    }
    if (a instanceof RegoType.Function x && b instanceof RegoType.Function y) {
      int c = compareLists(x.arguments(), y.arguments());
      c = c != 0 ? c : compareOptional(x.result(), y.result());
      return c != 0 ? c : compareOptional(x.variadic(), y.variadic());
    }
    return 0;
  }

  private static int compareOptional(Optional<RegoType> a, Optional<RegoType> b) {
    if (a.isPresent() && b.isPresent()) {
      return compare(a.get(), b.get());
    }
    return Boolean.compare(a.isPresent(), b.isPresent());
  }

  private static int compareLists(List<RegoType> a, List<RegoType> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int c = compare(a.get(i), b.get(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareObjects(ObjectOf a, ObjectOf b) {
    int c = compareOptional(a.dynamic().map(d -> d.key()), b.dynamic().map(d -> d.key()));
    c =
        c != 0
            ? c
            : compareOptional(a.dynamic().map(d -> d.value()), b.dynamic().map(d -> d.value()));
    for (int i = 0; c == 0 && i < Math.min(a.fixed().size(), b.fixed().size()); i++) {
      c = a.fixed().get(i).key().compareTo(b.fixed().get(i).key());
      c = c != 0 ? c : compare(a.fixed().get(i).type(), b.fixed().get(i).type());
    }
    return c != 0 ? c : Integer.compare(a.fixed().size(), b.fixed().size());
  }
}
