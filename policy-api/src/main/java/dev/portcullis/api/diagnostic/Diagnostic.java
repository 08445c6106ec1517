package dev.portcullis.api.diagnostic;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong or odd, as data.
 *
 * @param severity how much it matters
 * @param code what kind it is
 * @param message what is wrong, in one line, without place and code
 * @param location where, if it has a place
 * @param snippet the source line with a caret line below it, if it has a place in a text
 * @param hint what to do about it, if there is something to say
 */
public record Diagnostic(
    Severity severity,
    DiagnosticCode code,
    String message,
    Optional<Location> location,
    Optional<String> snippet,
    Optional<String> hint)
    implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(
              (Diagnostic d) -> d.location.orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  /** Returns an error at a place. */
  public static Diagnostic error(DiagnosticCode code, String message, Location location) {
    return new Diagnostic(
        Severity.ERROR, code, message, Optional.of(location), Optional.empty(), Optional.empty());
  }

  /** Returns an error without a place. */
  public static Diagnostic error(DiagnosticCode code, String message) {
    return new Diagnostic(
        Severity.ERROR, code, message, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns a warning at a place. */
  public static Diagnostic warning(DiagnosticCode code, String message, Location location) {
    return new Diagnostic(
        Severity.WARNING, code, message, Optional.of(location), Optional.empty(), Optional.empty());
  }

  /** Returns this diagnostic with {@code hint}. */
  public Diagnostic withHint(String newHint) {
    return new Diagnostic(severity, code, message, location, snippet, Optional.of(newHint));
  }

  /** Returns this diagnostic with {@code snippet}. */
  public Diagnostic withSnippet(String newSnippet) {
    return new Diagnostic(severity, code, message, location, Optional.of(newSnippet), hint);
  }

  /** Returns this diagnostic at another place. */
  public Diagnostic withLocation(Location newLocation) {
    return new Diagnostic(severity, code, message, Optional.of(newLocation), snippet, hint);
  }

  /** Returns whether this is an {@link Severity#ERROR}. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Orders by place, those without one last, then by severity, code and message. */
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  /** Returns the diagnostic on one line, as OPA writes errors: {@code file:row: code: message}. */
  public String oneLine() {
    String text = code.wireName() + ": " + message;
    return location.map(l -> l.file() + ":" + l.row() + ": " + text).orElse(text);
  }

  /** Returns the diagnostic with its snippet and hint, on several lines without a final newline. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(oneLine());
    snippet.ifPresent(s -> out.append('\n').append(s.indent(2).stripTrailing()));
    hint.ifPresent(h -> out.append("\n  hint: ").append(h));
    return out.toString();
  }
}
