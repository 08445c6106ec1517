package dev.portcullis.builtins.ext.schema;

/** Says why a schema is none. */
final class InvalidSchema extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidSchema(String message) {
    super(message, null, false, false);
  }

  static InvalidSchema type(String expected, String given) {
    return new InvalidSchema("Invalid type. Expected: " + expected + ", given: " + given);
  }

  static InvalidSchema mustBe(String key, String what) {
    return new InvalidSchema(key + " must be " + what);
  }

  /** Returns why. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
