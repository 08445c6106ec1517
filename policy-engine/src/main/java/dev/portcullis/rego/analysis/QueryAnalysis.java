package dev.portcullis.rego.analysis;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.rego.ast.Body;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What analysis says of a query.
 *
 * @param body the query after analysis; empty if there are errors
 * @param variables the query's own variables as the source names them, with their names in the
 *     body, in the order of first occurrence, without wildcards
 * @param diagnostics everything found, in the order of places
 */
public record QueryAnalysis(
    Optional<Body> body, Map<String, String> variables, List<Diagnostic> diagnostics) {
  /** Copies the collections. */
  public QueryAnalysis {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    diagnostics = List.copyOf(diagnostics);
  }
}
