/** The executor that walks the plan. */
@NullMarked
package dev.portcullis.rego.interpret;

import org.jspecify.annotations.NullMarked;
