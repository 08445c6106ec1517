/** Passes from plan to plan that keep what it means and make it cheaper. */
@NullMarked
package dev.portcullis.rego.optimize;

import org.jspecify.annotations.NullMarked;
