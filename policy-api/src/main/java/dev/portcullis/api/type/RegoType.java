package dev.portcullis.api.type;

import dev.portcullis.api.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A type of Rego values. The text form is OPA's, which its error messages and capabilities use. */
public sealed interface RegoType {
  /** The type of every value. */
  RegoType ANY = new AnyOf(List.of());

  /** The type of {@code null}. */
  RegoType NULL = new Scalar("null");

  /** The type of {@code true} and {@code false}. */
  RegoType BOOLEAN = new Scalar("boolean");

  /** The type of numbers. */
  RegoType NUMBER = new Scalar("number");

  /** The type of strings. */
  RegoType STRING = new Scalar("string");

  /**
   * A scalar type.
   *
   * @param name the kind's name
   */
  record Scalar(String name) implements RegoType {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * An array.
   *
   * @param fixed the types of the first elements
   * @param rest the type of the elements after them; empty if there are none
   */
  record Array(List<RegoType> fixed, Optional<RegoType> rest) implements RegoType {
    /** Copies the list. */
    public Array {
      fixed = List.copyOf(fixed);
    }

    @Override
    public String toString() {
      String prefix = "array";
      if (!fixed.isEmpty()) {
        prefix +=
            fixed.stream().map(RegoType::toString).collect(Collectors.joining(", ", "<", ">"));
      }
      return rest.isPresent() ? prefix + "[" + rest.get() + "]" : prefix;
    }
  }

  /**
   * A set.
   *
   * @param element the type of the elements
   */
  record SetOf(RegoType element) implements RegoType {
    @Override
    public String toString() {
      return "set[" + element + "]";
    }
  }

  /**
   * A key of an object type with the type of its value.
   *
   * @param key the key
   * @param type the type of the value there
   */
  record Property(Value key, RegoType type) {}

  /**
   * The other entries of an object type.
   *
   * @param key the type of the keys
   * @param value the type of the values
   */
  record Dynamic(RegoType key, RegoType value) {}

  /**
   * An object.
   *
   * @param fixed the known keys, in the order of keys
   * @param dynamic what other entries there may be; empty if none
   */
  record ObjectOf(List<Property> fixed, Optional<Dynamic> dynamic) implements RegoType {
    /** Sorts the properties by key. */
    public ObjectOf {
      fixed = fixed.stream().sorted(Comparator.comparing(Property::key)).toList();
    }

    @Override
    public String toString() {
      String prefix = "object";
      if (!fixed.isEmpty()) {
        prefix +=
            fixed.stream()
                .map(p -> p.key() + ": " + p.type())
                .collect(Collectors.joining(", ", "<", ">"));
      }
      return dynamic.isPresent()
          ? prefix + "[" + dynamic.get().key() + ": " + dynamic.get().value() + "]"
          : prefix;
    }
  }

  /**
   * A union. Without alternatives it is the type of every value.
   *
   * @param alternatives the types, none of them a union
   */
  record AnyOf(List<RegoType> alternatives) implements RegoType {
    /** Copies the list. */
    public AnyOf {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public String toString() {
      return alternatives.isEmpty()
          ? "any"
          : alternatives.stream()
              .map(RegoType::toString)
              .collect(Collectors.joining(", ", "any<", ">"));
    }
  }

  /**
   * A function.
   *
   * @param arguments the types of the arguments
   * @param variadic the type of further arguments, if any number of them may follow
   * @param result the type of the result; empty for functions such as {@code print} that have none
   */
  record Function(List<RegoType> arguments, Optional<RegoType> variadic, Optional<RegoType> result)
      implements RegoType {
    /** Copies the list. */
    public Function {
      arguments = List.copyOf(arguments);
    }
  }

  /** Returns the type of arrays of {@code element}. */
  static RegoType arrayOf(RegoType element) {
    return new Array(List.of(), Optional.of(element));
  }

  /** Returns the type of arrays with exactly these elements. */
  static RegoType tuple(RegoType... elements) {
    return new Array(List.of(elements), Optional.empty());
  }

  /** Returns the type of sets of {@code element}. */
  static RegoType setOf(RegoType element) {
    return new SetOf(element);
  }

  /** Returns the type of objects from {@code key} to {@code value}. */
  static RegoType objectOf(RegoType key, RegoType value) {
    return new ObjectOf(List.of(), Optional.of(new Dynamic(key, value)));
  }

  /** Returns the union of {@code alternatives}. */
  static RegoType anyOf(RegoType... alternatives) {
    return new AnyOf(List.of(alternatives));
  }
}
