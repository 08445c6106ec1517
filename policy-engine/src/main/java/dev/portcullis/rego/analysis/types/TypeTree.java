package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.type.RegoType.AnyOf;
import dev.portcullis.api.type.RegoType.Dynamic;
import dev.portcullis.api.type.RegoType.ObjectOf;
import dev.portcullis.api.type.RegoType.Property;
import dev.portcullis.api.type.RegoType.SetOf;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The types of documents by their paths below a root. A node with a type may have nodes below. */
final class TypeTree {
  private final TreeMap<Value, TypeTree> children = new TreeMap<>();
  private Optional<RegoType> type = Optional.empty();

  Optional<RegoType> type() {
    return type;
  }

  Optional<TypeTree> child(Value key) {
    return Optional.ofNullable(children.get(key));
  }

  SortedMap<Value, TypeTree> children() {
    return children;
  }

  /** Sets the type at a path. */
  void put(List<Value> path, RegoType newType) {
    TypeTree at = this;
    for (Value key : path) {
      at = at.children.computeIfAbsent(key, k -> new TypeTree());
    }
    at.type = Optional.of(newType);
  }

  /**
   * Adds a type at a path: to the types of objects on the way, and as an alternative to what is
   * there.
   */
  void insert(List<Value> path, RegoType newType) {
    TypeTree at = this;
    for (int i = 0; i < path.size(); i++) {
      TypeTree child = at.children.computeIfAbsent(path.get(i), k -> new TypeTree());
      if (child.type.isPresent()
          && child.type.get() instanceof ObjectOf object
          && i + 1 < path.size()) {
        child.type = Optional.of(within(object, path.subList(i + 1, path.size()), newType));
      }
      at = child;
    }
    RegoType merged = at.type.isPresent() ? merge(at.type.get(), newType) : newType;
    if (newType instanceof ObjectOf && merged instanceof ObjectOf object) {
      List<List<Value>> paths = new ArrayList<>();
      List<RegoType> types = new ArrayList<>();
      at.children.forEach((key, child) -> child.leaves(List.of(key), paths, types));
      for (int i = 0; i < paths.size(); i++) {
        object = within(object, paths.get(i), types.get(i));
      }
      merged = object;
    }
    at.type = Optional.of(merged);
  }

  private void leaves(List<Value> path, List<List<Value>> paths, List<RegoType> types) {
    if (type.isPresent()) {
      paths.add(path);
      types.add(type.get());
      return;
    }
    children.forEach(
        (key, child) -> {
          List<Value> longer = new ArrayList<>(path);
          longer.add(key);
          child.leaves(longer, paths, types);
        });
  }

  private static ObjectOf within(ObjectOf object, List<Value> path, RegoType newType) {
    RegoType key = Types.of(path.get(0));
    RegoType value =
        path.size() == 1
            ? newType
            : within(
                new ObjectOf(List.of(), Optional.empty()), path.subList(1, path.size()), newType);
    Dynamic dynamic =
        object
            .dynamic()
            .map(d -> new Dynamic(Types.or(d.key(), key), Types.or(d.value(), value)))
            .orElse(new Dynamic(key, value));
    return new ObjectOf(object.fixed(), Optional.of(dynamic));
  }

  /** Returns the type of a document that two rules define. */
  static RegoType merge(RegoType a, RegoType b) {
    if (isOpen(a) && isOpen(b)) {
      Dynamic x = ((ObjectOf) a).dynamic().orElseThrow();
      Dynamic y = ((ObjectOf) b).dynamic().orElseThrow();
      return RegoType.objectOf(Types.or(x.key(), y.key()), merge(x.value(), y.value()));
    }
    if (isOpen(a) && b instanceof AnyOf any) {
      return mergeInto(any, (ObjectOf) a);
    }
    if (a instanceof AnyOf any && isOpen(b)) {
      return mergeInto(any, (ObjectOf) b);
    }
    if (a instanceof SetOf x && b instanceof SetOf y) {
      return new SetOf(Types.or(x.element(), y.element()));
    }
    return Types.or(a, b);
  }

  private static boolean isOpen(RegoType type) {
    return type instanceof ObjectOf o && o.fixed().isEmpty() && o.dynamic().isPresent();
  }

  private static RegoType mergeInto(AnyOf any, ObjectOf object) {
    List<RegoType> alternatives = new ArrayList<>(any.alternatives());
    for (int i = 0; i < alternatives.size(); i++) {
      if (isOpen(alternatives.get(i))) {
        Dynamic x = ((ObjectOf) alternatives.get(i)).dynamic().orElseThrow();
        Dynamic y = object.dynamic().orElseThrow();
        alternatives.set(
            i, RegoType.objectOf(Types.or(x.key(), y.key()), Types.or(x.value(), y.value())));
        return Types.normal(new AnyOf(alternatives));
      }
    }
    return Types.or(any, object);
  }

  /** Returns the type of everything at and below the node. */
  RegoType extent() {
    if (type.isPresent()) {
      return type.get();
    }
    List<Property> properties = new ArrayList<>();
    children.forEach(
        (key, child) -> {
          if (key instanceof StringValue
              || key instanceof NumberValue
              || key instanceof BooleanValue) {
            properties.add(new Property(key, child.extent()));
          }
        });
    return new ObjectOf(properties, Optional.of(new Dynamic(RegoType.STRING, RegoType.ANY)));
  }
}
