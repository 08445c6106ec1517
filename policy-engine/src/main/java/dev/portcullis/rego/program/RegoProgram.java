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
   * Compiles a query.
   *
   * @param query the text of a body
   * @param imports import lines that hold for the query, without {@code import}: {@code data.foo as
   *     bar}
   * @param packagePath the package in which the query stands, from below {@code data}; empty for
   *     none
   * @throws dev.portcullis.api.diagnostic.PolicyException if the query is wrong
   */
  PreparedQuery prepare(SourceText query, List<String> imports, List<String> packagePath);
}
