/**
 * Immutable JSON-like values with sets, in the order and with the equality that Rego gives them.
 */
@NullMarked
package dev.portcullis.api.value;

import org.jspecify.annotations.NullMarked;
