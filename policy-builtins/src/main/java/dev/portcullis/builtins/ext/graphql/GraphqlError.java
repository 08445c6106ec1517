package dev.portcullis.builtins.ext.graphql;

/** Says what is wrong with a GraphQL document, and where. */
final class GraphqlError extends Exception {
  private static final long serialVersionUID = 1L;

  private GraphqlError(String message) {
    super(message, null, false, false);
  }

  static GraphqlError at(int line, int column, String message) {
    return new GraphqlError(message + " in GraphQL string at location " + line + ":" + column);
  }

  /** Returns an error without a place. */
  static GraphqlError of(String message) {
    return new GraphqlError(message);
  }

  /** Returns the message with its place. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
