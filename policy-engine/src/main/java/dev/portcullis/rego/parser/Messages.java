package dev.portcullis.rego.parser;

/** What the parser says more than once. */
final class Messages {
  static final String TOO_DEEP = "max parsing recursion depth exceeded";
  static final String ILLEGAL_TOKEN = "illegal token";
  static final String EXPECTED_VAR = "expected var";
  static final String EXPECTED_NUMBER = "expected number";
  static final String NON_TERMINATED_OBJECT = "non-terminated object";

  private Messages() {}
}
