package dev.portcullis.rego.program;

import dev.portcullis.api.value.Value;
import dev.portcullis.rego.runtime.Evaluation;

/**
 * A document of a compiled program: a rule, or a package with all its rules. Safe for use by many
 * threads.
 */
public interface Entrypoint {
  /** Returns the value of the document. */
  Outcome<Value> evaluate(Evaluation evaluation);
}
