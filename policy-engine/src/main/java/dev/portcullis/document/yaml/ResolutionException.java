package dev.portcullis.document.yaml;

/** Says why a scalar has no value in a dialect. It carries no stack trace. */
final class ResolutionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ResolutionException(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
