package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Operation;
import dev.portcullis.builtins.ext.graphql.QueryDocument.Variable;
import java.util.HashMap;
import java.util.Map;

/** The rules about variables. */
final class VariableRules {
  private VariableRules() {}

  static void noUndefinedVariables(Walker walker, Report report) {
    walker
        .events()
        .literals
        .add(
            use -> {
              Literal literal = use.literal();
              Operation operation = walker.operation();
              if (operation != null
                  && literal.is(ValueKind.VARIABLE)
                  && walker.variable(literal) == null) {
                String by =
                    operation.name().isEmpty() ? "" : " by operation \"" + operation.name() + "\"";
                report.add(
                    literal.place(),
                    "Variable \"" + literal.text() + "\" is not defined" + by + ".");
              }
            });
  }

  static void noUnusedVariables(Walker walker, Report report) {
    walker
        .events()
        .operations
        .add(
            operation -> {
              String in =
                  operation.name().isEmpty() ? "" : " in operation \"" + operation.name() + "\"";
              for (Variable variable : operation.variables()) {
                if (!walker.isUsed(variable)) {
                  report.add(
                      variable.place(),
                      "Variable \"$" + variable.name() + "\" is never used" + in + ".");
                }
              }
            });
  }

  static void uniqueVariableNames(Walker walker, Report report) {
    walker
        .events()
        .operations
        .add(
            operation -> {
              Map<String, Integer> counts = new HashMap<>();
              for (Variable variable : operation.variables()) {
                if (counts.merge(variable.name(), 1, Integer::sum) == 2) {
                  report.add(
                      variable.place(),
                      "There can be only one variable named \"$" + variable.name() + "\".");
                }
              }
            });
  }

  static void variablesAreInputTypes(Walker walker, Report report) {
    walker
        .events()
        .operations
        .add(
            operation -> {
              for (Variable variable : operation.variables()) {
                Definition type = walker.schema().type(variable.type());
                if (type != null && !type.isInput()) {
                  report.add(
                      variable.place(),
                      "Variable \"$"
                          + variable.name()
                          + "\" cannot be non-input type \""
                          + variable.type().text()
                          + "\".");
                }
              }
            });
  }

  static void variablesInAllowedPosition(Walker walker, Report report) {
    walker.events().literals.add(use -> checkPosition(walker, use, report));
    walker.events().literals.add(use -> checkOneOf(walker, use, report));
  }

  private static void checkPosition(Walker walker, Events.LiteralUse use, Report report) {
    Variable variable = walker.variable(use.literal());
    TypeRef expected = use.expected();
    if (walker.operation() == null || variable == null || expected == null) {
      return;
    }
    Literal byDefault = variable.defaultValue();
    boolean mayBeNull = use.hasDefault() || (byDefault != null && !byDefault.is(ValueKind.NULL));
    if (!variable.type().fits(mayBeNull ? expected.nullable() : expected)) {
      report.add(
          use.literal().place(),
          "Variable \""
              + use.literal().text()
              + "\" of type \""
              + variable.type().text()
              + "\" used in position expecting type \""
              + expected.text()
              + "\".");
    }
  }

  private static void checkOneOf(Walker walker, Events.LiteralUse use, Report report) {
    Definition type = use.type();
    if (!use.literal().is(ValueKind.OBJECT) || type == null || !ValueRules.isOneOf(type)) {
      return;
    }
    for (Literal.Child child : use.literal().children()) {
      Variable variable = walker.variable(child.value());
      if (variable != null && !variable.type().nonNull()) {
        report.add(
            variable.place(),
            "Variable \""
                + child.value().text()
                + "\" is of type \""
                + variable.type().text()
                + "\" but must be non-nullable to be used for OneOf Input Object \""
                + type.name()
                + "\".");
      }
    }
  }
}
