package dev.portcullis.builtins.ext.graphql;

import java.util.List;

/** The rules that a query must keep, in the order in which their mistakes are reported. */
final class Rules {
  private static final List<Rule> ALL =
      List.of(
          FieldRules::fieldsOnCorrectType,
          FragmentRules::fragmentsOnCompositeTypes,
          ArgumentRules::knownArgumentNames,
          ArgumentRules::knownDirectives,
          FragmentRules::knownFragmentNames,
          OperationRules::knownRootType,
          FragmentRules::knownTypeNames,
          OperationRules::loneAnonymousOperation,
          IntrospectionDepth::register,
          FragmentCycles::register,
          VariableRules::noUndefinedVariables,
          FragmentRules::noUnusedFragments,
          VariableRules::noUnusedVariables,
          OverlappingFields::register,
          FragmentRules::possibleFragmentSpreads,
          ArgumentRules::providedRequiredArguments,
          FieldRules::scalarLeafs,
          OperationRules::singleFieldSubscriptions,
          ArgumentRules::uniqueArgumentNames,
          ArgumentRules::uniqueDirectivesPerLocation,
          FragmentRules::uniqueFragmentNames,
          ValueRules::uniqueInputFieldNames,
          OperationRules::uniqueOperationNames,
          VariableRules::uniqueVariableNames,
          ValueRules::valuesOfCorrectType,
          VariableRules::variablesAreInputTypes,
          VariableRules::variablesInAllowedPosition);

  private Rules() {}

  /** Makes listeners that report what breaks a rule. */
  @FunctionalInterface
  private interface Rule {
    void register(Walker walker, Report report);
  }

  /** Checks a query. */
  static void check(Schema schema, QueryDocument document) throws GraphqlError {
    Walker walker = new Walker(schema, document);
    Report report = new Report();
    ALL.forEach(rule -> rule.register(walker, report));
    walker.walk();
    report.throwAny();
  }
}
