package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Fragment;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Inline;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Spread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules about fragments and the types they are for. */
final class FragmentRules {
  private FragmentRules() {}

  static void fragmentsOnCompositeTypes(Walker walker, Report report) {
    walker
        .events()
        .inlines
        .add(
            use -> {
              Inline inline = use.inline();
              Definition type = walker.schema().type(inline.condition());
              if (type != null && !type.isComposite()) {
                report.add(
                    inline.place(),
                    "Fragment cannot condition on non composite type \""
                        + inline.condition()
                        + "\".");
              }
            });
    walker
        .events()
        .fragments
        .add(
            fragment -> {
              Definition type = walker.schema().type(fragment.condition());
              if (type != null && !fragment.condition().isEmpty() && !type.isComposite()) {
                report.add(
                    fragment.place(),
                    "Fragment \""
                        + fragment.name()
                        + "\" cannot condition on non composite type \""
                        + fragment.condition()
                        + "\".");
              }
            });
  }

  static void knownFragmentNames(Walker walker, Report report) {
    walker
        .events()
        .spreads
        .add(
            use -> {
              if (use.fragment() == null) {
                report.add(
                    use.spread().place(), "Unknown fragment \"" + use.spread().name() + "\".");
              }
            });
  }

  static void knownTypeNames(Walker walker, Report report) {
    Schema schema = walker.schema();
    walker
        .events()
        .variables
        .add(
            variable -> {
              if (schema.type(variable.type()) == null) {
                report.add(variable.place(), unknownType(variable.type().innermost()));
              }
            });
    walker
        .events()
        .inlines
        .add(
            use -> {
              String condition = use.inline().condition();
              if (!condition.isEmpty() && schema.type(condition) == null) {
                report.add(use.inline().place(), unknownType(condition));
              }
            });
    walker
        .events()
        .fragments
        .add(
            fragment -> {
              String condition = fragment.condition();
              if (schema.type(condition) == null) {
                List<String> known = new ArrayList<>(schema.types().keySet());
                report.add(
                    fragment.place(),
                    unknownType(condition) + Suggestions.quoted("Did you mean", condition, known));
              }
            });
  }

  private static String unknownType(String name) {
    return "Unknown type \"" + name + "\".";
  }

  static void noUnusedFragments(Walker walker, Report report) {
    Set<String> used = new HashSet<>();
    // Only what operations use counts, and they are walked before the fragments.
    walker
        .events()
        .spreads
        .add(
            use -> {
              if (walker.operation() != null) {
                used.add(use.spread().name());
              }
            });
    walker
        .events()
        .fragments
        .add(
            fragment -> {
              if (!used.contains(fragment.name())) {
                report.add(fragment.place(), "Fragment \"" + fragment.name() + "\" is never used.");
              }
            });
  }

  static void uniqueFragmentNames(Walker walker, Report report) {
    Set<String> seen = new HashSet<>();
    walker
        .events()
        .fragments
        .add(
            fragment -> {
              if (!seen.add(fragment.name())) {
                report.add(
                    fragment.place(),
                    "There can be only one fragment named \"" + fragment.name() + "\".");
              }
            });
  }

  static void possibleFragmentSpreads(Walker walker, Report report) {
    walker
        .events()
        .inlines
        .add(
            use -> {
              Definition parent = use.parent();
              String condition = use.inline().condition();
              if (parent != null && !overlap(walker.schema(), parent, condition)) {
                report.add(use.inline().place(), "Fragment" + cannotBeSpread(parent, condition));
              }
            });
    walker
        .events()
        .spreads
        .add(
            use -> {
              Definition parent = use.parent();
              Fragment fragment = use.fragment();
              Spread spread = use.spread();
              if (parent != null
                  && fragment != null
                  && !overlap(walker.schema(), parent, fragment.condition())) {
                report.add(
                    spread.place(),
                    "Fragment \""
                        + spread.name()
                        + "\""
                        + cannotBeSpread(parent, fragment.condition()));
              }
            });
  }

  private static String cannotBeSpread(Definition parent, String condition) {
    return " cannot be spread here as objects of type \""
        + parent.name()
        + "\" can never be of type \""
        + condition
        + "\".";
  }

  /** Returns whether an object may be of both types; unknown types are reported elsewhere. */
  private static boolean overlap(Schema schema, Definition parent, String condition) {
    @Nullable Definition type = schema.type(condition);
    if (!parent.isComposite() || type == null || !type.isComposite()) {
      return true;
    }
    Set<String> names = new HashSet<>();
    if (parent.is(Definition.OBJECT)) {
      names.add(parent.name());
    } else {
      schema.possibleTypes(parent.name()).forEach(possible -> names.add(possible.name()));
    }
    return schema.possibleTypes(condition).stream()
        .anyMatch(possible -> names.contains(possible.name()));
  }
}
