/** Generated programs, here and on OPA. */
@NullMarked
package dev.portcullis.conformance.differential;

import org.jspecify.annotations.NullMarked;
