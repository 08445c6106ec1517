package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules about values. */
final class ValueRules {
  private static final Set<String> BUILT_IN_SCALARS =
      Set.of("Int", "Float", "String", "Boolean", "ID");

  private final Report report;
  private final Literal literal;
  private final TypeRef expected;
  private final Definition type;

  private ValueRules(Report report, Literal literal, TypeRef expected, Definition type) {
    this.report = report;
    this.literal = literal;
    this.expected = expected;
    this.type = type;
  }

  static void uniqueInputFieldNames(Walker walker, Report report) {
    walker
        .events()
        .literals
        .add(
            use -> {
              Set<String> seen = new HashSet<>();
              for (Literal.Child child : use.literal().children()) {
                if (use.literal().is(ValueKind.OBJECT) && !seen.add(child.name())) {
                  report.add(
                      child.place(),
                      "There can be only one input field named \"" + child.name() + "\".");
                }
              }
            });
  }

  static void valuesOfCorrectType(Walker walker, Report report) {
    walker
        .events()
        .literals
        .add(
            use -> {
              if (use.type() != null && use.expected() != null) {
                new ValueRules(report, use.literal(), use.expected(), use.type()).check(walker);
              }
            });
  }

  static boolean isOneOf(Definition type) {
    return type.directives().stream().anyMatch(use -> use.name().equals("oneOf"));
  }

  private void check(Walker walker) {
    if (literal.is(ValueKind.NULL) && expected.nonNull()) {
      report.add(literal.place(), expectedValue());
    }
    if (type.is(Definition.SCALAR) && !BUILT_IN_SCALARS.contains(type.name())) {
      return;
    }
    if (!literal.isRepresentable(
        value -> {
          Variable variable = walker.variable(value);
          return variable == null ? null : variable.defaultValue();
        })) {
      unexpected();
    }
    switch (literal.kind()) {
      case LIST -> unexpectedUnless(expected.element() != null);
      case INT -> unexpectedUnless(isNamed("Int", "Float", "ID"));
      case FLOAT -> unexpectedUnless(isNamed("Float"));
      case BOOLEAN -> unexpectedUnless(isNamed("Boolean"));
      case STRING, BLOCK -> checkString();
      case ENUM -> checkEnumValue();
      case OBJECT -> checkObject();
      case NULL, VARIABLE -> {}
    }
  }

  private boolean isNamed(String... names) {
    return List.of(names).contains(type.name());
  }

  private void unexpectedUnless(boolean right) {
    if (!right) {
      unexpected();
    }
  }

  private void unexpected() {
    report.add(literal.place(), unexpectedMessage());
  }

  private String expectedValue() {
    return "Expected value of type \"" + expected.text() + "\", found " + literal.text() + ".";
  }

  private String notInEnum() {
    return "Enum \""
        + expected.text()
        + "\" cannot represent non-enum value: "
        + literal.text()
        + ".";
  }

  private String unexpectedMessage() {
    String text = literal.text();
    return switch (expected.text()) {
      case "Int", "Int!" ->
          isIntegerOutOfRange(literal.raw())
              ? "Int cannot represent non 32-bit signed integer value: " + text
              : "Int cannot represent non-integer value: " + text;
      case "String", "String!", "[String]" -> "String cannot represent a non string value: " + text;
      case "Boolean", "Boolean!" -> "Boolean cannot represent a non boolean value: " + text;
      case "Float", "Float!" -> "Float cannot represent non numeric value: " + text;
      case "ID", "ID!" -> "ID cannot represent a non-string and non-integer value: " + text;
      default -> type.is(Definition.ENUM) ? notInEnum() : expectedValue();
    };
  }

  private static boolean isIntegerOutOfRange(String text) {
    int digits = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (digits == text.length()
        || !text.substring(digits).chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    try {
      Integer.parseInt(text);
      return false;
    } catch (NumberFormatException e) {
      return true;
    }
  }

  private List<String> enumValues() {
    return type.is(Definition.ENUM)
        ? type.enumValues().stream().map(Definition.EnumValue::name).toList()
        : List.of();
  }

  private String enumProposal() {
    return Suggestions.quoted("Did you mean the enum value", literal.raw(), enumValues());
  }

  private void checkString() {
    if (type.is(Definition.ENUM)) {
      report.add(literal.place(), notInEnum() + enumProposal());
    } else {
      unexpectedUnless(isNamed("String", "ID"));
    }
  }

  private void checkEnumValue() {
    if (!type.is(Definition.ENUM)) {
      unexpected();
    } else if (!enumValues().contains(literal.raw())) {
      report.add(
          literal.place(),
          "Value \""
              + literal.text()
              + "\" does not exist in \""
              + expected.text()
              + "\" enum."
              + enumProposal());
    }
  }

  private void checkObject() {
    Set<String> given = new HashSet<>();
    literal.children().forEach(child -> given.add(child.name()));
    for (FieldDefinition field : type.fields()) {
      if (field.isRequired() && !given.contains(field.name())) {
        report.add(
            literal.place(),
            "Field \""
                + type.name()
                + "."
                + field.name()
                + "\" of required type \""
                + field.type().text()
                + "\" was not provided.");
      }
    }
    if (isOneOf(type)) {
      checkOneOf();
    }
    for (Literal.Child child : literal.children()) {
      if (type.field(child.name()) == null) {
        report.add(
            child.place(),
            "Field \""
                + child.name()
                + "\" is not defined by type \""
                + type.name()
                + "\"."
                + Suggestions.quoted(
                    "Did you mean",
                    child.name(),
                    type.fields().stream().map(FieldDefinition::name).toList()));
      }
    }
  }

  private void checkOneOf() {
    if (literal.children().size() != 1) {
      report.add(
          literal.place(),
          "OneOf Input Object \"" + type.name() + "\" must specify exactly one key.");
      return;
    }
    Literal only = literal.children().get(0).value();
    if (only.is(ValueKind.NULL)) {
      // The name is that of the type's first field, whichever was given, as in gqlparser.
      report.add(
          only.place(),
          "Field \"" + type.name() + "." + type.fields().get(0).name() + "\" must be non-null.");
    }
  }
}
