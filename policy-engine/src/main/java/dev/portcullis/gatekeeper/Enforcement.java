package dev.portcullis.gatekeeper;

import dev.portcullis.api.EnforcementAction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from the violations of a constraint.
 *
 * @param action the constraint's own action, as it is written
 * @param scoped the actions per enforcement point, in the order of the constraint; used only where
 *     the action is {@code scoped}
 */
public record Enforcement(String action, Map<String, List<String>> scoped) {
  /** The word for a constraint that names its actions per enforcement point. */
  public static final String SCOPED = "scoped";

  private static final String EVERY_POINT = "*";

  /** Keeps the order of the points. */
  public Enforcement {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    scoped.forEach((point, actions) -> copy.put(point, List.copyOf(actions)));
    scoped = Collections.unmodifiableMap(copy);
  }

  /**
   * What holds at an enforcement point.
   *
   * @param strictest the strictest of the actions
   * @param names the actions as they are written, without repetition
   */
  public record Effect(EnforcementAction strictest, List<String> names) {
    /** Copies the list. */
    public Effect {
      names = List.copyOf(names);
    }

    private static Effect of(List<String> names) {
      EnforcementAction strictest = EnforcementAction.UNRECOGNIZED;
      for (String name : names) {
        EnforcementAction action =
            EnforcementAction.parse(name).orElse(EnforcementAction.UNRECOGNIZED);
        strictest = action.compareTo(strictest) < 0 ? action : strictest;
      }
      return new Effect(strictest, names);
    }
  }

  /** Returns what holds at {@code point}; empty if the constraint is not for that point. */
  public Optional<Effect> at(String point) {
    if (!action.equals(SCOPED)) {
      return Optional.of(Effect.of(List.of(action)));
    }
    List<String> names = new ArrayList<>();
    for (String listed : List.of(point, EVERY_POINT)) {
      for (String name : scoped.getOrDefault(listed, List.of())) {
        if (!names.contains(name)) {
          names.add(name);
        }
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(Effect.of(names));
  }
}
