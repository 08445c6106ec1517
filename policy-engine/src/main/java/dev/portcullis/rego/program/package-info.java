/** Compiled Rego: the entry to compiling modules and evaluating queries and rules. */
@NullMarked
package dev.portcullis.rego.program;

import org.jspecify.annotations.NullMarked;
