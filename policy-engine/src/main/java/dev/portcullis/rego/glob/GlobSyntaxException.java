package dev.portcullis.rego.glob;

/** A glob that cannot be read. It carries no stack trace. */
public final class GlobSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  GlobSyntaxException(String message) {
    super(message, null, false, false);
  }

  /** Returns the message, never null. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
