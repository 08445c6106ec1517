package dev.portcullis.builtins;

/** An argument of a format, in the types that OPA hands to Go's formatter. */
sealed interface GoArgument {
  /** Returns the name of the Go type. */
  String typeName();

  /**
   * A string, and everything that is no number.
   *
   * @param value the text
   */
  record Text(String value) implements GoArgument {
    @Override
    public String typeName() {
      return "string";
    }
  }

  /**
   * An integer within 64 bits.
   *
   * @param value the integer
   */
  record Whole(long value) implements GoArgument {
    @Override
    public String typeName() {
      return "int64";
    }
  }

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
}
