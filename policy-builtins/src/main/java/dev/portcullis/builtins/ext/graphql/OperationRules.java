package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Field;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Fragment;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Inline;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Operation;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Selection;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Spread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules about operations. */
final class OperationRules {
  private static final String SUBSCRIPTION = "subscription";

  private OperationRules() {}

  static void knownRootType(Walker walker, Report report) {
    walker
        .events()
        .operations
        .add(
            operation -> {
              if (walker.schema().root(operation.kind()) == null) {
                report.add(
                    operation.place(),
                    "Schema does not support operation type \"" + operation.kind() + "\"");
              }
            });
  }

  static void loneAnonymousOperation(Walker walker, Report report) {
    walker
        .events()
        .operations
        .add(
            operation -> {
              if (operation.name().isEmpty() && walker.document().operations().size() > 1) {
                report.add(
                    operation.place(),
                    "This anonymous operation must be the only defined operation.");
              }
            });
  }

  static void uniqueOperationNames(Walker walker, Report report) {
    Set<String> seen = new HashSet<>();
    walker
        .events()
        .operations
        .add(
            operation -> {
              if (!seen.add(operation.name())) {
                report.add(
                    operation.place(),
                    "There can be only one operation named \"" + operation.name() + "\".");
              }
            });
  }

  static void singleFieldSubscriptions(Walker walker, Report report) {
    walker
        .events()
        .operations
        .add(
            operation -> {
              if (operation.kind().equals(SUBSCRIPTION)
                  && walker.schema().root(SUBSCRIPTION) != null) {
                checkSubscription(walker, operation, report);
              }
            });
  }

  private static void checkSubscription(Walker walker, Operation operation, Report report)
      throws GraphqlError {
    Map<String, Field> fields = new LinkedHashMap<>();
    collect(walker, operation.selections(), new HashSet<>(), fields);
    String subject =
        operation.name().isEmpty()
            ? "Anonymous Subscription"
            : "Subscription " + Token.quoted(operation.name());
    List<Field> found = new ArrayList<>(fields.values());
    if (found.size() > 1) {
      report.add(found.get(1).place(), subject + " must select only one top level field.");
    }
    for (Field field : found) {
      if (field.name().startsWith("__")) {
        report.add(field.place(), subject + " must not select an introspection top level field.");
      }
    }
  }

  private static void collect(
      Walker walker, List<Selection> selections, Set<String> seen, Map<String, Field> into)
      throws GraphqlError {
    walker.budget().enter();
    for (Selection selection : selections) {
      if (selection instanceof Field field) {
        into.putIfAbsent(field.name(), field);
      } else if (selection instanceof Inline inline) {
        collect(walker, inline.selections(), seen, into);
      } else if (selection instanceof Spread spread) {
        Fragment fragment = walker.fragment(spread.name());
        if (fragment == null) {
          break;
        }
        if (seen.add(fragment.name())) {
          collect(walker, fragment.selections(), seen, into);
        }
      }
    }
    walker.budget().leave();
  }
}
