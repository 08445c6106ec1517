package dev.portcullis.api;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.PolicyException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was read from one or several texts.
 *
 * @param documents the documents, {@code List} kinds unpacked
 * @param diagnostics what could not be read, and warnings about what could
 * @param skipped files that are of no format that can be read
 */
public record DocumentBatch(
    List<Document> documents, List<Diagnostic> diagnostics, List<Skipped> skipped) {

  /** A batch without anything. */
  public static final DocumentBatch EMPTY = new DocumentBatch(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public DocumentBatch {
    documents = List.copyOf(documents);
    diagnostics = List.copyOf(diagnostics);
    skipped = List.copyOf(skipped);
  }

  /**
   * A file that nobody tried to read.
   *
   * @param source its name
   * @param reason why, in a few words
   */
  public record Skipped(String source, String reason) {}

  /** Returns whether something could not be read. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /**
   * Returns the only document.
   *
   * @throws PolicyException if something could not be read
   * @throws IllegalStateException if there is not exactly one document
   */
  public Document single() {
    List<Diagnostic> errors = diagnostics.stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      throw new PolicyException(errors);
    }
    if (documents.size() != 1) {
      throw new IllegalStateException("there are " + documents.size() + " documents, not one");
    }
    return documents.get(0);
  }

  /** Returns what this batch and then {@code other} hold. */
  public DocumentBatch plus(DocumentBatch other) {
    return new DocumentBatch(
        joined(documents, other.documents),
        joined(diagnostics, other.diagnostics),
        joined(skipped, other.skipped));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
