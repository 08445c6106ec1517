/** Finds the order in which the expressions of a body can be evaluated. */
@NullMarked
package dev.portcullis.rego.analysis.safety;

import org.jspecify.annotations.NullMarked;
