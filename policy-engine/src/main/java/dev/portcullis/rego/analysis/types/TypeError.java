package dev.portcullis.rego.analysis.types;

import dev.portcullis.rego.text.Span;

/**
 * What is wrong with the types of an expression.
 *
 * @param unknown whether it may come of something whose type was not found out
 */
record TypeError(Span span, String message, String detail, boolean unknown) {}
