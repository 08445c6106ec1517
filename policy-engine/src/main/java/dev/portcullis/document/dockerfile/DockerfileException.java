package dev.portcullis.document.dockerfile;

/** Says why an instruction is wrong. It carries no stack trace. */
final class DockerfileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DockerfileException(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
