package dev.portcullis.builtins.ext.graphql;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules about directives and about the arguments of fields and directives. */
final class ArgumentRules {
  private ArgumentRules() {}

  /** A directive at a place: an operation and a fragment may both report it. */
  private record Misplaced(String name, @Nullable Place place) {}

  static void knownArgumentNames(Walker walker, Report report) {
    walker
        .events()
        .fields
        .add(
            use -> {
              if (use.definition() != null && use.parent() != null) {
                checkKnown(
                    use.field().arguments(),
                    use.definition().arguments(),
                    "field \"" + use.parent().name() + "." + use.field().name() + "\".",
                    use.field().place(),
                    report);
              }
            });
    walker
        .events()
        .directives
        .add(
            applied -> {
              if (applied.definition() != null) {
                checkKnown(
                    applied.use().arguments(),
                    applied.definition().arguments(),
                    "directive \"@" + applied.use().name() + "\".",
                    applied.use().place(),
                    report);
              }
            });
  }

  private static void checkKnown(
      List<Argument> arguments,
      List<FieldDefinition> known,
      String owner,
      @Nullable Place place,
      Report report) {
    for (Argument argument : arguments) {
      if (FieldDefinition.find(known, argument.name()) == null) {
        report.add(
            place,
            "Unknown argument \""
                + argument.name()
                + "\" on "
                + owner
                + Suggestions.quoted(
                    "Did you mean",
                    argument.name(),
                    known.stream().map(FieldDefinition::name).toList()));
      }
    }
  }

  static void knownDirectives(Walker walker, Report report) {
    Set<Misplaced> seen = new HashSet<>();
    walker
        .events()
        .directives
        .add(
            applied -> {
              DirectiveUse use = applied.use();
              if (applied.definition() == null) {
                report.add(use.place(), "Unknown directive \"@" + use.name() + "\".");
              } else if (!applied.definition().locations().contains(applied.location())
                  && seen.add(new Misplaced(use.name(), use.place()))) {
                report.add(
                    use.place(),
                    "Directive \"@"
                        + use.name()
                        + "\" may not be used on "
                        + applied.location()
                        + ".");
              }
            });
  }

  static void providedRequiredArguments(Walker walker, Report report) {
    walker
        .events()
        .fields
        .add(
            use -> {
              if (use.definition() != null) {
                checkProvided(
                    use.field().arguments(),
                    use.definition().arguments(),
                    "Field \"" + use.field().name(),
                    use.field().place(),
                    report);
              }
            });
    walker
        .events()
        .directives
        .add(
            applied -> {
              if (applied.definition() != null) {
                checkProvided(
                    applied.use().arguments(),
                    applied.definition().arguments(),
                    "Directive \"@" + applied.definition().name(),
                    applied.use().place(),
                    report);
              }
            });
  }

  private static void checkProvided(
      List<Argument> arguments,
      List<FieldDefinition> known,
      String owner,
      @Nullable Place place,
      Report report) {
    for (FieldDefinition definition : known) {
      if (definition.isRequired() && Argument.find(arguments, definition.name()) == null) {
        report.add(
            place,
            owner
                + "\" argument \""
                + definition.name()
                + "\" of type \""
                + definition.type().text()
                + "\" is required, but it was not provided.");
      }
    }
  }

  static void uniqueArgumentNames(Walker walker, Report report) {
    walker.events().fields.add(use -> checkUnique(use.field().arguments(), report));
    walker.events().directives.add(applied -> checkUnique(applied.use().arguments(), report));
  }

  private static void checkUnique(List<Argument> arguments, Report report) {
    Map<String, Integer> counts = new HashMap<>();
    for (Argument argument : arguments) {
      if (counts.merge(argument.name(), 1, Integer::sum) == 2) {
        report.add(
            argument.place(), "There can be only one argument named \"" + argument.name() + "\".");
      }
    }
  }

  static void uniqueDirectivesPerLocation(Walker walker, Report report) {
    walker
        .events()
        .directiveLists
        .add(
            list -> {
              Set<String> seen = new HashSet<>();
              for (Events.AppliedDirective applied : list) {
                String name = applied.use().name();
                DirectiveDefinition definition = applied.definition();
                if (!seen.add(name) && (definition == null || !definition.repeatable())) {
                  report.add(
                      applied.use().place(),
                      "The directive \"@" + name + "\" can only be used once at this location.");
                }
              }
            });
  }
}
