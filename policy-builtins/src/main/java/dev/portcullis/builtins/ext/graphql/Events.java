package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Field;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Fragment;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Inline;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Operation;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Spread;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a walk through a query comes upon, and who listens. */
final class Events {
  final Listeners<Operation> operations = new Listeners<>();
  final Listeners<Variable> variables = new Listeners<>();
  final Listeners<Fragment> fragments = new Listeners<>();
  final Listeners<FieldUse> fields = new Listeners<>();
  final Listeners<InlineUse> inlines = new Listeners<>();
  final Listeners<SpreadUse> spreads = new Listeners<>();
  final Listeners<AppliedDirective> directives = new Listeners<>();
  final Listeners<List<AppliedDirective>> directiveLists = new Listeners<>();
  final Listeners<LiteralUse> literals = new Listeners<>();

  /** Hears of one thing. */
  @FunctionalInterface
  interface Listener<T> {
    void on(T thing) throws GraphqlError;
  }

  /** Who hears of one kind of thing, in the order of registration. */
  static final class Listeners<T> {
    private final List<Listener<T>> all = new ArrayList<>();

    void add(Listener<T> listener) {
      all.add(listener);
    }

    void tell(T thing) throws GraphqlError {
      for (Listener<T> listener : all) {
        listener.on(thing);
      }
    }
  }

  /**
   * A field with what the schema says of it.
   *
   * @param field the field
   * @param definition its definition, if the type has it
   * @param parent the type it is selected of, if that is known
   */
  record FieldUse(Field field, @Nullable FieldDefinition definition, @Nullable Definition parent) {}

  /**
   * A fragment without a name.
   *
   * @param inline the fragment
   * @param parent the type it is selected of, if that is known
   */
  record InlineUse(Inline inline, @Nullable Definition parent) {}

  /**
   * The use of a fragment.
   *
   * @param spread the use
   * @param fragment the fragment, if there is one
   * @param parent the type it is selected of, if that is known
   */
  record SpreadUse(Spread spread, @Nullable Fragment fragment, @Nullable Definition parent) {}

  /**
   * A directive.
   *
   * @param use the directive
   * @param definition its definition, if there is one
   * @param location what it is applied to
   */
  record AppliedDirective(
      DirectiveUse use, @Nullable DirectiveDefinition definition, String location) {}

  /**
   * A value.
   *
   * @param literal the value
   * @param expected the type that is expected, if that is known
   * @param hasDefault whether there is a default in its stead
   * @param type the type inside the lists of the expected one
   */
  record LiteralUse(
      Literal literal, @Nullable TypeRef expected, boolean hasDefault, @Nullable Definition type) {
    static LiteralUse unknown(Literal literal) {
      return new LiteralUse(literal, null, false, null);
    }
  }
}
