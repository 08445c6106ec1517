package dev.portcullis.document.source;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;

/** Says why a text is not of its format, and where. It carries no stack trace. */
public final class SyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int row;
  private final int column;

  /**
   * Creates an exception.
   *
   * @param message what is wrong, in one line
   * @param row the line, from 1
   * @param column the column, from 1, in code points
   */
  public SyntaxException(String message, int row, int column) {
    super(message, null, false, false);
    this.row = row;
    this.column = column;
  }

  /** Returns the line, from 1. */
  public int row() {
    return row;
  }

  /** Returns the column, from 1, in code points. */
  public int column() {
    return column;
  }

  /** Returns the message, never null. */
  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  /** Returns this as a diagnostic about the text called {@code source}. */
  public Diagnostic toDiagnostic(String source) {
    return Diagnostic.error(
        DiagnosticCode.DOCUMENT_PARSE_ERROR, getMessage(), new Location(source, row, column));
  }
}
