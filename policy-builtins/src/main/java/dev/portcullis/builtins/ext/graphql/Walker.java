package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.Events.AppliedDirective;
import dev.portcullis.builtins.ext.graphql.Events.FieldUse;
import dev.portcullis.builtins.ext.graphql.Events.InlineUse;
import dev.portcullis.builtins.ext.graphql.Events.LiteralUse;
import dev.portcullis.builtins.ext.graphql.Events.SpreadUse;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Field;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Fragment;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Inline;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Operation;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Selection;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Spread;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a query with its schema: through each operation with the fragments it uses, then
 * through each fragment. Listeners hear of a node after they have heard of what is inside it.
 */
final class Walker {
  private static final FieldDefinition TYPE_NAME =
      FieldDefinition.builtIn("__typename", TypeRef.named("String"));

  private final Schema schema;
  private final QueryDocument document;
  private final Events events = new Events();
  private final Budget budget = new Budget();
  private final Map<String, Fragment> fragments = new HashMap<>();
  private final Map<Field, FieldUse> fieldUses = new IdentityHashMap<>();
  private final Map<Literal, Variable> variables = new IdentityHashMap<>();
  private final Set<Variable> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<String> walkedFragments = new HashSet<>();
  private @Nullable Operation operation;

  Walker(Schema schema, QueryDocument document) {
    this.schema = schema;
    this.document = document;
    document.fragments().forEach(f -> fragments.putIfAbsent(f.name(), f));
  }

  Schema schema() {
    return schema;
  }

  QueryDocument document() {
    return document;
  }

  Events events() {
    return events;
  }

  Budget budget() {
    return budget;
  }

  @Nullable Fragment fragment(String name) {
    return fragments.get(name);
  }

  /** Returns the operation that the walk is in. */
  @Nullable Operation operation() {
    return operation;
  }

  /** Returns what is known of a field that the walk has seen. */
  FieldUse use(Field field) {
    FieldUse use = fieldUses.get(field);
    return use == null ? new FieldUse(field, null, null) : use;
  }

  /** Returns the variable that a value stands for, in the operation that used it last. */
  @Nullable Variable variable(Literal literal) {
    return variables.get(literal);
  }

  boolean isUsed(Variable variable) {
    return used.contains(variable);
  }

  void walk() throws GraphqlError {
    for (Operation each : document.operations()) {
      walkedFragments.clear();
      walkOperation(each);
    }
    for (Fragment each : document.fragments()) {
      walkedFragments.clear();
      Definition type = schema.type(each.condition());
      walkDirectives(each.directives(), "FRAGMENT_DEFINITION");
      walkSelections(type, each.selections());
      events.fragments.tell(each);
    }
  }

  private void walkOperation(Operation each) throws GraphqlError {
    operation = each;
    for (Variable variable : each.variables()) {
      events.variables.tell(variable);
    }
    for (Variable variable : each.variables()) {
      if (variable.defaultValue() != null) {
        walkLiteral(
            new LiteralUse(
                variable.defaultValue(), variable.type(), false, schema.type(variable.type())));
      }
      walkDirectives(variable.directives(), "VARIABLE_DEFINITION");
    }
    walkDirectives(each.directives(), each.kind().toUpperCase(Locale.ROOT));
    walkSelections(schema.root(each.kind()), each.selections());
    events.operations.tell(each);
    operation = null;
  }

  private void walkDirectives(List<DirectiveUse> directives, String location) throws GraphqlError {
    List<AppliedDirective> applied = new ArrayList<>(directives.size());
    for (DirectiveUse use : directives) {
      DirectiveDefinition definition = schema.directive(use.name());
      applied.add(new AppliedDirective(use, definition, location));
      walkArguments(use.arguments(), definition == null ? List.of() : definition.arguments());
      events.directives.tell(applied.get(applied.size() - 1));
    }
    events.directiveLists.tell(applied);
  }

  private void walkArguments(List<Argument> arguments, List<FieldDefinition> definitions)
      throws GraphqlError {
    for (Argument argument : arguments) {
      walkInput(argument.value(), FieldDefinition.find(definitions, argument.name()));
    }
  }

  private void walkInput(Literal literal, @Nullable FieldDefinition definition)
      throws GraphqlError {
    walkLiteral(
        definition == null
            ? LiteralUse.unknown(literal)
            : new LiteralUse(
                literal,
                definition.type(),
                definition.hasDefault(),
                schema.type(definition.type())));
  }

  private void walkLiteral(LiteralUse use) throws GraphqlError {
    budget.enter();
    Literal literal = use.literal();
    if (literal.is(ValueKind.VARIABLE) && operation != null) {
      Variable variable = operation.variable(literal.raw());
      if (variable == null) {
        variables.remove(literal);
      } else {
        variables.put(literal, variable);
        used.add(variable);
      }
    }
    for (Literal.Child child : literal.children()) {
      if (literal.is(ValueKind.OBJECT)) {
        walkInput(child.value(), use.type() == null ? null : use.type().field(child.name()));
      } else if (literal.is(ValueKind.LIST)) {
        TypeRef element = use.expected() == null ? null : use.expected().element();
        walkLiteral(
            element == null
                ? LiteralUse.unknown(child.value())
                : new LiteralUse(child.value(), element, false, use.type()));
      }
    }
    events.literals.tell(use);
    budget.leave();
  }

  private void walkSelections(@Nullable Definition parent, List<Selection> selections)
      throws GraphqlError {
    budget.enter();
    for (Selection selection : selections) {
      budget.step();
      if (selection instanceof Field field) {
        walkField(parent, field);
      } else if (selection instanceof Spread spread) {
        walkSpread(parent, spread);
      } else if (selection instanceof Inline inline) {
        Definition type = inline.condition().isEmpty() ? parent : schema.type(inline.condition());
        walkDirectives(inline.directives(), "INLINE_FRAGMENT");
        walkSelections(type, inline.selections());
        events.inlines.tell(new InlineUse(inline, parent));
      }
    }
    budget.leave();
  }

  private void walkField(@Nullable Definition parent, Field field) throws GraphqlError {
    FieldDefinition definition = null;
    if (field.name().equals("__typename")) {
      definition = TYPE_NAME;
    } else if (parent != null) {
      definition = parent.field(field.name());
    }
    FieldUse use = new FieldUse(field, definition, parent);
    fieldUses.put(field, use);
    walkArguments(field.arguments(), definition == null ? List.of() : definition.arguments());
    walkDirectives(field.directives(), "FIELD");
    walkSelections(definition == null ? null : schema.type(definition.type()), field.selections());
    events.fields.tell(use);
  }

  private void walkSpread(@Nullable Definition parent, Spread spread) throws GraphqlError {
    Fragment fragment = fragment(spread.name());
    walkDirectives(spread.directives(), "FRAGMENT_SPREAD");
    if (fragment != null && walkedFragments.add(fragment.name())) {
      walkDirectives(fragment.directives(), "FRAGMENT_DEFINITION");
      walkSelections(schema.type(fragment.condition()), fragment.selections());
    }
    events.spreads.tell(new SpreadUse(spread, fragment, parent));
  }
}
