package dev.portcullis.api.spi;

import dev.portcullis.api.diagnostic.DiagnosticCode;

/**
 * The failure of one builtin call. It makes the call undefined, unless strict builtin errors are
 * asked for. It carries no stack trace: policies may cause thousands.
 */
public final class BuiltinException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final DiagnosticCode code;

  private BuiltinException(DiagnosticCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** Returns a failure; the engine puts the builtin's name before {@code message}. */
  public static BuiltinException failed(String message) {
    return new BuiltinException(DiagnosticCode.EVAL_BUILTIN_ERROR, message);
  }

  /**
   * Returns the error of an operand of the wrong type, such as {@code operand 1 must be string but
   * got number}.
   *
   * @param operand the operand's number, from 1
   * @param expected what it must be
   * @param actual what it is
   */
  public static BuiltinException operand(int operand, String expected, String actual) {
    return type("operand " + operand + " must be " + expected + " but got " + actual);
  }

  /** Returns the error of an operand of the wrong type, with a message of its own. */
  public static BuiltinException type(String message) {
    return new BuiltinException(DiagnosticCode.EVAL_TYPE_ERROR, message);
  }

  /**
   * Returns {@link DiagnosticCode#EVAL_BUILTIN_ERROR} or {@link DiagnosticCode#EVAL_TYPE_ERROR}.
   */
  public DiagnosticCode code() {
    return code;
  }

  /** Returns the message, never null. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }
}
