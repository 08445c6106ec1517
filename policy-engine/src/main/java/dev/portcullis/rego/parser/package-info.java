/** Tokens to syntax trees. */
@NullMarked
package dev.portcullis.rego.parser;

import org.jspecify.annotations.NullMarked;
