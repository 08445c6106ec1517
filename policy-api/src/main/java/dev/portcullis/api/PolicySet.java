package dev.portcullis.api;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Policies that are loaded and compiled. Immutable, and safe for use by any number of threads: a
 * set never changes, a host that wants other policies loads another set.
 *
 * <p>No method throws because of a document or because a policy fails while it is evaluated: such
 * failures are {@link EvaluationError}s of the result.
 */
public interface PolicySet {

  /**
   * Judges one document. Referential policies see no other documents.
   *
   * @param document the document
   * @return the verdict, with all violations and errors
   */
  Decision evaluate(Document document);

  /**
   * Judges one document.
   *
   * @param document the document
   * @param options the enforcement point, and the documents that policies may look up
   * @return the verdict, with all violations and errors
   */
  Decision evaluate(Document document, EvaluationOptions options);

  /**
   * Judges documents that know each other: the Namespaces among them serve namespace selectors, and
   * all of them are in the {@code data.inventory} of referential policies.
   *
   * @param documents the documents
   * @return one decision per document, in the order of {@code documents}
   */
  default Report evaluate(List<Document> documents) {
    return evaluate(documents, EvaluationOptions.DEFAULT);
  }

  /**
   * Judges documents that know each other and the context that {@code options} give.
   *
   * @param documents the documents
   * @param options the enforcement point, and further documents that policies may look up
   * @return one decision per document, in the order of {@code documents}
   */
  Report evaluate(List<Document> documents, EvaluationOptions options);

  /**
   * Judges documents one by one as the result is read, so that there may be more of them than fit
   * into memory. They do not know each other; what policies look up is {@code options}' context.
   *
   * @param documents the documents
   * @param options the enforcement point, and the documents that policies may look up
   * @return one decision per document, in the order of {@code documents}; lazy, and parallel if
   *     {@code documents} is
   */
  Stream<Decision> evaluate(Stream<Document> documents, EvaluationOptions options);

  /**
   * Evaluates a Rego query against the set's plain Rego modules and data.
   *
   * @param query the query: a Rego body such as {@code data.main.deny[message]}
   * @param input the input document, or {@code null} for none
   * @return the answers, or why the evaluation failed
   * @throws PolicyException if the query does not compile
   */
  QueryResult query(String query, @Nullable Value input);

  /**
   * Returns everything that is wrong or odd with what was loaded, in the order of places. Policies
   * with errors are not part of the set; they do not disturb the others.
   */
  List<Diagnostic> diagnostics();

  /**
   * Returns this set.
   *
   * @throws PolicyException if {@link #diagnostics} has errors
   */
  default PolicySet requireNoErrors() {
    List<Diagnostic> errors = diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      throw new PolicyException(errors);
    }
    return this;
  }

  /** Returns the policies of the set, ordered by id and constraint. */
  List<PolicyInfo> policies();
}
