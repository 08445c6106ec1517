/** The syntax tree of Rego: what the parser makes and the analysis passes rewrite. */
@NullMarked
package dev.portcullis.rego.ast;

import org.jspecify.annotations.NullMarked;
