package dev.portcullis.rego.program;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.runtime.Evaluation;
import java.util.List;
import java.util.Map;

/** A compiled query. Safe for use by many threads. */
public interface PreparedQuery {

  /**
   * Returns the query's answers, in the order in which they were found. An undefined query has
   * none, and is {@link Outcome.Defined} with an empty list.
   */
  Outcome<List<Answer>> evaluate(Evaluation evaluation);

  /**
   * One answer.
   *
   * @param bindings the query's own variables, without wildcards, by name in the order of first
   *     occurrence
   * @param expressions the value of each expression of the query, with its text
   */
  record Answer(Map<String, Value> bindings, List<Expression> expressions) {}

  /**
   * An expression's value.
   *
   * @param value its value
   * @param text its source text
   * @param row its row in the query, from 1
   * @param column its column, from 1
   */
  record Expression(Value value, String text, int row, int column) {}
}
