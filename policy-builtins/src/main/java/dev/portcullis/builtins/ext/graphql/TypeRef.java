package dev.portcullis.builtins.ext.graphql;

import org.jspecify.annotations.Nullable;

/**
 * A reference to a type.
 *
 * @param named the name, empty for a list
 * @param element the type of a list's elements
 * @param nonNull whether null is excluded
 * @param place where it stood
 */
record TypeRef(String named, @Nullable TypeRef element, boolean nonNull, @Nullable Place place) {

  TypeRef {
    if (named.isEmpty() == (element == null)) {
      throw new IllegalArgumentException("a type is either named or a list");
    }
  }

  static TypeRef named(String name) {
    return new TypeRef(name, null, false, null);
  }

  static TypeRef required(String name) {
    return new TypeRef(name, null, true, null);
  }

  TypeRef nullable() {
    return new TypeRef(named, element, false, place);
  }

  /** Returns the name of the type inside all lists. */
  String innermost() {
    TypeRef at = this;
    while (at.element != null) {
      at = at.element;
    }
    return at.named;
  }

  /** Returns the type as GraphQL spells it. */
  String text() {
    String inner = element == null ? named : "[" + element.text() + "]";
    return nonNull ? inner + "!" : inner;
  }

  /** Returns whether a value of this type may stand where {@code other} is expected. */
  boolean fits(TypeRef other) {
    if (!named.equals(other.named)) {
      return false;
    }
    if (element != null && (other.element == null || !element.fits(other.element))) {
      return false;
    }
    return nonNull || !other.nonNull;
  }
}
