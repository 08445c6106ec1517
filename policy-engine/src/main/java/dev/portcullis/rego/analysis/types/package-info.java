/** The type checker: types of rules, inferred in the order of their dependencies. */
@NullMarked
package dev.portcullis.rego.analysis.types;

import org.jspecify.annotations.NullMarked;
