package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Field;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Fragment;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Inline;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Selection;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Spread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rule that fields of one response name can be merged. Each selection set is compared with
 * itself and with the fragments it uses, these with each other, and so on inwards.
 */
final class OverlappingFields {
  private final Walker walker;
  private final Report report;
  private final Map<Pair, Boolean> comparedPairs = new HashMap<>();
  private Set<String> comparedFragments = new HashSet<>();

  private OverlappingFields(Walker walker, Report report) {
    this.walker = walker;
    this.report = report;
  }

  /** Two fragments, by name. */
  private record Pair(String first, String second) {}

  /**
   * What a selection set selects, without what its fragments select.
   *
   * @param fields the fields by their response names
   * @param spreads the uses of fragments
   */
  private record Selected(Map<String, List<Field>> fields, List<Spread> spreads) {
    static Selected of(List<Selection> selections) {
      Selected selected = new Selected(new LinkedHashMap<>(), new ArrayList<>());
      selected.collect(selections);
      return selected;
    }

    private void collect(List<Selection> selections) {
      for (Selection selection : selections) {
        if (selection instanceof Field field) {
          fields.computeIfAbsent(field.responseName(), name -> new ArrayList<>()).add(field);
        } else if (selection instanceof Inline inline) {
          collect(inline.selections());
        } else if (selection instanceof Spread spread) {
          spreads.add(spread);
        }
      }
    }
  }

  /**
   * Two fields that cannot be merged.
   *
   * @param name their response name
   * @param reason why, if it is not the fields inside them
   * @param inner the conflicts inside them
   * @param place where the second one stood
   */
  private record Conflict(String name, String reason, List<Conflict> inner, @Nullable Place place) {
    String why() {
      return inner.isEmpty()
          ? reason
          : inner.stream()
              .map(c -> "subfields \"" + c.name + "\" conflict because " + c.why())
              .collect(Collectors.joining(" and "));
    }
  }

  static void register(Walker walker, Report report) {
    OverlappingFields rule = new OverlappingFields(walker, report);
    Events events = walker.events();
    events.operations.add(operation -> rule.check(operation.selections()));
    events.fields.add(
        use -> {
          // Fields of a fragment are compared where an operation uses it.
          if (walker.operation() != null) {
            rule.check(use.field().selections());
          }
        });
    events.inlines.add(use -> rule.check(use.inline().selections()));
    events.fragments.add(fragment -> rule.check(fragment.selections()));
  }

  private void check(List<Selection> selections) throws GraphqlError {
    if (selections.isEmpty()) {
      return;
    }
    Selected selected = Selected.of(selections);
    List<Conflict> conflicts = new ArrayList<>();
    for (List<Field> fields : selected.fields().values()) {
      for (int i = 0; i < fields.size(); i++) {
        for (Field other : fields.subList(i + 1, fields.size())) {
          compare(conflicts, false, fields.get(i), other);
        }
      }
    }
    comparedFragments = new HashSet<>();
    List<Spread> spreads = selected.spreads();
    for (int i = 0; i < spreads.size(); i++) {
      withFragment(conflicts, false, selected.fields(), spreads.get(i));
      for (Spread other : spreads.subList(i + 1, spreads.size())) {
        betweenFragments(conflicts, false, spreads.get(i), other);
      }
    }
    for (Conflict conflict : conflicts) {
      report.add(
          conflict.place(),
          "Fields \""
              + conflict.name()
              + "\" conflict because "
              + conflict.why()
              + ". Use different aliases on the fields to fetch both if this was intentional.");
    }
  }

  private void withFragment(
      List<Conflict> conflicts, boolean exclusive, Map<String, List<Field>> fields, Spread spread)
      throws GraphqlError {
    Fragment fragment = walker.fragment(spread.name());
    if (!comparedFragments.add(spread.name()) || fragment == null) {
      return;
    }
    walker.budget().enter();
    Selected selected = Selected.of(fragment.selections());
    if (!isSame(fields, selected.fields())) {
      between(conflicts, exclusive, fields, selected.fields());
      for (Spread inner : selected.spreads()) {
        if (!inner.name().equals(spread.name())) {
          withFragment(conflicts, exclusive, fields, inner);
        }
      }
    }
    walker.budget().leave();
  }

  /** Returns whether both are the fields of one selection set. */
  private static boolean isSame(Map<String, List<Field>> first, Map<String, List<Field>> second) {
    if (!first.keySet().equals(second.keySet())) {
      return false;
    }
    for (Map.Entry<String, List<Field>> entry : first.entrySet()) {
      List<Field> others = second.getOrDefault(entry.getKey(), List.of());
      if (entry.getValue().size() != others.size()) {
        return false;
      }
      for (int i = 0; i < others.size(); i++) {
        if (entry.getValue().get(i) != others.get(i)) {
          return false;
        }
      }
    }
    return true;
  }

  private void betweenFragments(
      List<Conflict> conflicts, boolean exclusive, Spread first, Spread second)
      throws GraphqlError {
    if (first.name().equals(second.name()) || !addPair(first, second, exclusive)) {
      return;
    }
    Fragment fragment = walker.fragment(first.name());
    Fragment other = walker.fragment(second.name());
    if (fragment == null || other == null) {
      return;
    }
    walker.budget().enter();
    Selected selected = Selected.of(fragment.selections());
    Selected others = Selected.of(other.selections());
    between(conflicts, exclusive, selected.fields(), others.fields());
    for (Spread spread : others.spreads()) {
      betweenFragments(conflicts, exclusive, first, spread);
    }
    for (Spread spread : selected.spreads()) {
      betweenFragments(conflicts, exclusive, spread, second);
    }
    walker.budget().leave();
  }

  /** Returns whether two fragments have not been compared so strictly yet. */
  private boolean addPair(Spread first, Spread second, boolean exclusive) {
    Pair pair = new Pair(first.name(), second.name());
    Boolean known = comparedPairs.get(pair);
    // What was compared without the excuse that the objects differ need not be compared with it.
    if (known != null && (exclusive || !known)) {
      return false;
    }
    comparedPairs.put(pair, exclusive);
    comparedPairs.put(new Pair(second.name(), first.name()), exclusive);
    return true;
  }

  private void between(
      List<Conflict> conflicts,
      boolean exclusive,
      Map<String, List<Field>> first,
      Map<String, List<Field>> second)
      throws GraphqlError {
    for (Map.Entry<String, List<Field>> entry : first.entrySet()) {
      for (Field field : entry.getValue()) {
        for (Field other : second.getOrDefault(entry.getKey(), List.of())) {
          compare(conflicts, exclusive, field, other);
        }
      }
    }
  }

  private void compare(
      List<Conflict> conflicts, boolean exclusiveParents, Field first, Field second)
      throws GraphqlError {
    Events.FieldUse use = walker.use(first);
    Events.FieldUse other = walker.use(second);
    if (use.parent() == null || other.parent() == null) {
      return;
    }
    boolean exclusive = exclusiveParents || areExclusive(use, other);
    String reason = exclusive ? null : difference(first, second);
    if (reason == null) {
      reason = typeDifference(use, other);
    }
    if (reason != null) {
      conflicts.add(new Conflict(first.responseName(), reason, List.of(), second.place()));
      return;
    }
    walker.budget().enter();
    List<Conflict> inner = inside(exclusive, first, second);
    walker.budget().leave();
    if (!inner.isEmpty()) {
      conflicts.add(new Conflict(first.responseName(), "", inner, second.place()));
    }
  }

  /** Returns whether no object has both fields. */
  private static boolean areExclusive(Events.FieldUse first, Events.FieldUse second) {
    Definition type = first.parent();
    Definition other = second.parent();
    return type != null
        && other != null
        && !type.name().equals(other.name())
        && type.is(Definition.OBJECT)
        && other.is(Definition.OBJECT)
        && first.definition() != null
        && second.definition() != null;
  }

  private static @Nullable String difference(Field first, Field second) {
    if (!first.name().equals(second.name())) {
      return "\"" + first.name() + "\" and \"" + second.name() + "\" are different fields";
    }
    boolean same =
        first.arguments().size() == second.arguments().size()
            && first.arguments().stream()
                .allMatch(a -> second.arguments().stream().anyMatch(b -> isSame(a, b)));
    return same ? null : "they have differing arguments";
  }

  /** Lists and objects count as the same whatever is in them, as in gqlparser. */
  private static boolean isSame(Argument first, Argument second) {
    return first.name().equals(second.name())
        && first.value().kind() == second.value().kind()
        && first.value().raw().equals(second.value().raw());
  }

  private @Nullable String typeDifference(Events.FieldUse first, Events.FieldUse second) {
    if (first.definition() == null || second.definition() == null) {
      return null;
    }
    TypeRef type = first.definition().type();
    TypeRef other = second.definition().type();
    return conflict(type, other)
        ? "they return conflicting types \"" + type.text() + "\" and \"" + other.text() + "\""
        : null;
  }

  private boolean conflict(TypeRef first, TypeRef second) {
    if (first.element() != null && second.element() != null) {
      return conflict(first.element(), second.element());
    }
    if (first.element() != null
        || second.element() != null
        || first.nonNull() != second.nonNull()) {
      return true;
    }
    Definition type = walker.schema().type(first);
    Definition other = walker.schema().type(second);
    return type != null
        && other != null
        && type.isLeaf()
        && other.isLeaf()
        && !type.name().equals(other.name());
  }

  private List<Conflict> inside(boolean exclusive, Field first, Field second) throws GraphqlError {
    List<Conflict> conflicts = new ArrayList<>();
    Selected selected = Selected.of(first.selections());
    Selected others = Selected.of(second.selections());
    between(conflicts, exclusive, selected.fields(), others.fields());
    for (Spread spread : others.spreads()) {
      comparedFragments = new HashSet<>();
      withFragment(conflicts, exclusive, selected.fields(), spread);
    }
    for (Spread spread : selected.spreads()) {
      comparedFragments = new HashSet<>();
      withFragment(conflicts, exclusive, others.fields(), spread);
    }
    for (Spread spread : selected.spreads()) {
      for (Spread other : others.spreads()) {
        betweenFragments(conflicts, exclusive, spread, other);
      }
    }
    return conflicts;
  }
}
