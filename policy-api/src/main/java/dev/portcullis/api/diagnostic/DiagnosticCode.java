package dev.portcullis.api.diagnostic;

import java.util.Locale;

/** The kinds of diagnostics. Those of the language have OPA's codes as their wire names. */
public enum DiagnosticCode {
  /** The text is not Rego. */
  REGO_PARSE_ERROR,
  /** The module parses, but what it says cannot be compiled. */
  REGO_COMPILE_ERROR,
  /** A reference or a call cannot have the type that it is used with. */
  REGO_TYPE_ERROR,
  /** A variable is used without anything that gives it a value. */
  REGO_UNSAFE_VAR_ERROR,
  /** A rule depends on itself. */
  REGO_RECURSION_ERROR,
  /** Two rules, or a rule and a document, cannot stand beside each other. */
  REGO_CONFLICT_ERROR,
  /** Two rules gave different values for the same document. */
  EVAL_CONFLICT_ERROR,
  /** A builtin was called with an argument of the wrong type. */
  EVAL_TYPE_ERROR,
  /** A builtin failed. */
  EVAL_BUILTIN_ERROR,
  /** Evaluation was stopped from outside or by its deadline. */
  EVAL_CANCEL_ERROR,
  /** Evaluation met one of its limits. */
  EVAL_LIMIT_ERROR,
  /** A {@code with} modifier that cannot be applied. */
  EVAL_WITH_MERGE_ERROR,
  /** The evaluation failed inside the engine. */
  EVAL_INTERNAL_ERROR,
  /** A document is not what its format asks for. */
  DOCUMENT_PARSE_ERROR,
  /** A document parses, but has a shape that deserves a look, such as a duplicate key. */
  DOCUMENT_WARNING,
  /** A file or folder cannot be read. */
  IO_ERROR,
  /** A ConstraintTemplate is wrong. */
  TEMPLATE_ERROR,
  /** A ConstraintTemplate works but probably not as meant. */
  TEMPLATE_WARNING,
  /** A Constraint is wrong: no template, a bad name, parameters that break the schema. */
  CONSTRAINT_ERROR,
  /** A Constraint works but probably not as meant. */
  CONSTRAINT_WARNING,
  /** A bundle is wrong: manifest, signature, size. */
  BUNDLE_ERROR,
  /** Data files contradict each other. */
  DATA_CONFLICT_ERROR,
  /** A pack that is not there, or not whole. */
  PACK_ERROR;

  /** Returns the code as it is written in reports, such as {@code rego_parse_error}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
