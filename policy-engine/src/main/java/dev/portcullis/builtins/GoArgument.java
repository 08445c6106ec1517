package dev.portcullis.builtins;

import java.util.List;

/** An argument of a format, in the types that OPA hands to Go's formatter. */
sealed interface GoArgument {
  /** The type's name for strings of Rego. */
  String STRING = "string";

  /** Returns the name of the Go type. */
  String typeName();

  /** Returns {@code text} as a string. */
  static GoArgument text(String text) {
    return new Text(text, STRING);
  }

  /**
   * A string, and everything of {@code sprintf} that is no number.
   *
   * @param value the text
   * @param typeName the name of the Go type
   */
  record Text(String value, String typeName) implements GoArgument {}

  /**
   * An integer within 64 bits.
   *
   * @param value the integer
   * @param typeName the name of the Go type
   */
  record Whole(long value, String typeName) implements GoArgument {}

  /**
   * A larger integer.
   *
   * @param digits its decimal digits, with a sign if it is negative
   */
  record Big(String digits) implements GoArgument {
    @Override
    public String typeName() {
      return "*big.Int";
    }
  }

  /**
   * A number with a fraction.
   *
   * @param value the nearest double
   */
  record Fraction(double value) implements GoArgument {
    @Override
    public String typeName() {
      return "float64";
    }
  }

  /**
   * A boolean, which templates have and {@code sprintf} has not.
   *
   * @param value the boolean
   */
  record Truth(boolean value) implements GoArgument {
    @Override
    public String typeName() {
      return "bool";
    }
  }

  /** What null is in a template. */
  record Nil() implements GoArgument {
    @Override
    public String typeName() {
      return "<nil>";
    }
  }

  /**
   * An array of a template.
   *
   * @param elements its elements
   */
  record Sequence(List<GoArgument> elements) implements GoArgument {
    @Override
    public String typeName() {
      return "[]interface {}";
    }
  }

  /**
   * An object of a template.
   *
   * @param keys its keys, in order
   * @param values the values at them
   */
  record Mapping(List<GoArgument> keys, List<GoArgument> values) implements GoArgument {
    @Override
    public String typeName() {
      return "map[string]interface {}";
    }
  }
}
