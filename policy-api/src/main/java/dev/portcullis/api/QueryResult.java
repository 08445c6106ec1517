package dev.portcullis.api;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answers to a query.
 *
 * @param answers the answers in the order in which they were found; none if the query is undefined
 *     or failed
 * @param error why the evaluation failed, if it did
 */
public record QueryResult(List<Answer> answers, Optional<Diagnostic> error) {
  /** Copies the list. */
  public QueryResult {
    answers = List.copyOf(answers);
  }

  /**
   * One answer.
   *
   * @param bindings the query's variables by name, in the order of first occurrence
   * @param expressions the values of the query's expressions, in order
   */
  public record Answer(Map<String, Value> bindings, List<Value> expressions) {
    /** Copies the list; the map is kept as it is, and must not be changed. */
    public Answer {
      expressions = List.copyOf(expressions);
    }
  }

  /** Returns the value of the last expression of the first answer; empty if there is no answer. */
  public Optional<Value> value() {
    return answers.stream().findFirst().map(a -> a.expressions().get(a.expressions().size() - 1));
  }
}
