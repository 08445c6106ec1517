package dev.portcullis.rego.code;

/** A plan cannot become bytecode. */
public final class CodeGenerationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CodeGenerationException(String message, Throwable cause) {
    super(message, cause);
  }
}
