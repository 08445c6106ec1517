package dev.portcullis.cli;

/**
 * The exit codes of the commands, which are those of OPA and gator where they have such a command.
 */
final class ExitCode {
  /** It worked, and nothing is denied. */
  static final int OK = 0;

  /**
   * It worked, and something is denied, or a test failed, or a query that must be defined is not.
   */
  static final int DENIED = 1;

  /** Something could not be read, compiled or evaluated, or the command line is wrong. */
  static final int ERROR = 2;

  private ExitCode() {}
}
