package dev.portcullis.builtins.ext.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An executable document.
 *
 * @param operations its operations
 * @param fragments its fragments
 */
record QueryDocument(List<Operation> operations, List<Fragment> fragments) {

  /**
   * An operation.
   *
   * @param kind {@code query}, {@code mutation} or {@code subscription}
   * @param name its name, or empty
   * @param variables its variables
   * @param directives what is applied to it
   * @param selections what it selects
   * @param place where it stood
   */
  record Operation(
      String kind,
      String name,
      List<Variable> variables,
      List<DirectiveUse> directives,
      List<Selection> selections,
      @Nullable Place place) {

    /** Returns the first variable of that name. */
    @Nullable Variable variable(String variableName) {
      for (Variable variable : variables) {
        if (variable.name.equals(variableName)) {
          return variable;
        }
      }
      return null;
    }
  }

  /**
   * A variable of an operation.
   *
   * @param name its name
   * @param type its type
   * @param defaultValue its default
   * @param directives what is applied to it
   * @param place where it stood
   */
  record Variable(
      String name,
      TypeRef type,
      @Nullable Literal defaultValue,
      List<DirectiveUse> directives,
      @Nullable Place place) {}

  /**
   * A fragment with a name.
   *
   * @param name its name
   * @param condition the type it is for
   * @param directives what is applied to it
   * @param selections what it selects
   * @param place where it stood
   */
  record Fragment(
      String name,
      String condition,
      List<DirectiveUse> directives,
      List<Selection> selections,
      @Nullable Place place) {}

  /** What is selected of an object. */
  sealed interface Selection permits Field, Spread, Inline {}

  /**
   * A field.
   *
   * @param alias its name in the response
   * @param name its name
   * @param arguments its arguments
   * @param directives what is applied to it
   * @param selections what is selected of its value
   * @param place where it stood
   */
  record Field(
      String alias,
      String name,
      List<Argument> arguments,
      List<DirectiveUse> directives,
      List<Selection> selections,
      @Nullable Place place)
      implements Selection {

    /** Returns its name in the response. */
    String responseName() {
      return alias.isEmpty() ? name : alias;
    }
  }

  /**
   * The use of a fragment.
   *
   * @param name the fragment's name
   * @param directives what is applied to it
   * @param place where it stood
   */
  record Spread(String name, List<DirectiveUse> directives, @Nullable Place place)
      implements Selection {}

  /**
   * A fragment without a name.
   *
   * @param condition the type it is for, or empty
   * @param directives what is applied to it
   * @param selections what it selects
   * @param place where it stood
   */
  record Inline(
      String condition,
      List<DirectiveUse> directives,
      List<Selection> selections,
      @Nullable Place place)
      implements Selection {}
}
