package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Field;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Fragment;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Inline;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Selection;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Spread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rule that no fragment uses itself. */
final class FragmentCycles {
  private final Walker walker;
  private final Report report;
  private final Set<String> visited = new HashSet<>();
  private final List<Spread> path = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  private FragmentCycles(Walker walker, Report report) {
    this.walker = walker;
    this.report = report;
  }

  static void register(Walker walker, Report report) {
    FragmentCycles cycles = new FragmentCycles(walker, report);
    walker.events().fragments.add(cycles::follow);
  }

  private void follow(Fragment fragment) throws GraphqlError {
    if (!visited.add(fragment.name())) {
      return;
    }
    walker.budget().enter();
    positions.put(fragment.name(), path.size());
    for (Spread spread : spreads(fragment)) {
      Integer start = positions.get(spread.name());
      if (start == null) {
        path.add(spread);
        Fragment next = walker.fragment(spread.name());
        if (next != null) {
          follow(next);
        }
        path.remove(path.size() - 1);
      } else {
        cycle(spread, path.subList(start, path.size()));
      }
    }
    positions.remove(fragment.name());
    walker.budget().leave();
  }

  private void cycle(Spread spread, List<Spread> between) {
    String via =
        between.stream().map(s -> "\"" + s.name() + "\"").collect(Collectors.joining(", "));
    report.add(
        spread.place(),
        "Cannot spread fragment \""
            + spread.name()
            + "\" within itself"
            + (via.isEmpty() ? "" : " via " + via)
            + ".");
  }

  /** Returns the uses of fragments, those of the last inner selection before those further in. */
  private static List<Spread> spreads(Fragment fragment) {
    List<Spread> spreads = new ArrayList<>();
    Deque<List<Selection>> left = new ArrayDeque<>();
    left.push(fragment.selections());
    while (!left.isEmpty()) {
      for (Selection selection : left.pop()) {
        if (selection instanceof Spread spread) {
          spreads.add(spread);
        } else if (selection instanceof Field field) {
          left.push(field.selections());
        } else if (selection instanceof Inline inline) {
          left.push(inline.selections());
        }
      }
    }
    return spreads;
  }
}
