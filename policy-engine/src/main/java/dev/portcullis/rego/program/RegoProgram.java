package dev.portcullis.rego.program;

import dev.portcullis.rego.text.SourceText;
import java.util.List;
import java.util.Optional;

/** Compiled modules. Immutable, and safe for use by many threads. */
public interface RegoProgram {

  /**
   * Returns the document at {@code path} below {@code data}; empty if no rule and no package is
   * there. Asking again gives the same entry point.
   */
  Optional<Entrypoint> entrypoint(List<String> path);

  /**
   * Returns the documents at {@code paths}, compiled together: they share the rules that they have
   * in common.
   *
   * @param paths paths below {@code data}
   * @return what {@link #entrypoint} says of each
   */
  List<Optional<Entrypoint>> entrypoints(List<List<String>> paths);

  /**
   * Compiles a query.
   *
   * @param query the text of a body
   * @param imports import lines that hold for the query, without the keyword: {@code data.foo as
   *     bar}
   * @param packagePath the package in which the query stands, from below {@code data}; empty for
   *     none
   * @throws dev.portcullis.api.diagnostic.PolicyException if the query is wrong
   */
  PreparedQuery prepare(SourceText query, List<String> imports, List<String> packagePath);
}
