/** Finds and runs the tests that policies bring along, as OPA does. */
@NullMarked
package dev.portcullis.testing;

import org.jspecify.annotations.NullMarked;
