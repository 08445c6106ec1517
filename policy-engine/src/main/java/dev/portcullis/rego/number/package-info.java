/** The arithmetic of Rego's numbers, and how computed numbers are written. */
@NullMarked
package dev.portcullis.rego.number;

import org.jspecify.annotations.NullMarked;
