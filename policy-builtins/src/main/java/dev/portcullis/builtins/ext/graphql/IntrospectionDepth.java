package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Field;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Fragment;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Inline;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Selection;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Spread;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rule that lists of the introspection system are not nested deeply. */
final class IntrospectionDepth {
  private static final int MAX_LISTS = 3;
  private static final Set<String> LISTS =
      Set.of("fields", "interfaces", "possibleTypes", "inputFields");

  private final Walker walker;
  private final Set<String> open = new HashSet<>();

  private IntrospectionDepth(Walker walker) {
    this.walker = walker;
  }

  static void register(Walker walker, Report report) {
    walker
        .events()
        .fields
        .add(
            use -> {
              Field field = use.field();
              boolean introspects =
                  field.name().equals("__schema") || field.name().equals("__type");
              if (introspects && new IntrospectionDepth(walker).exceeds(field, 0)) {
                report.add(field.place(), "Maximum introspection depth exceeded");
              }
            });
  }

  private boolean exceeds(Field field, int outside) throws GraphqlError {
    int lists = LISTS.contains(field.name()) ? outside + 1 : outside;
    return (lists > outside && lists >= MAX_LISTS) || exceeds(field.selections(), lists);
  }

  private boolean exceeds(List<Selection> selections, int lists) throws GraphqlError {
    walker.budget().enter();
    boolean found = false;
    for (Selection selection : selections) {
      if (selection instanceof Field field) {
        found = exceeds(field, lists);
      } else if (selection instanceof Inline inline) {
        found = exceeds(inline.selections(), lists);
      } else if (selection instanceof Spread spread) {
        found = exceeds(spread, lists);
      }
      if (found) {
        break;
      }
    }
    walker.budget().leave();
    return found;
  }

  private boolean exceeds(Spread spread, int lists) throws GraphqlError {
    Fragment fragment = walker.fragment(spread.name());
    if (fragment == null || !open.add(spread.name())) {
      return false;
    }
    boolean found = exceeds(fragment.selections(), lists);
    open.remove(spread.name());
    return found;
  }
}
