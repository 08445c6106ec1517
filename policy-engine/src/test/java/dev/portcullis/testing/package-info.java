/** Tests of the runner of Rego tests. */
@NullMarked
package dev.portcullis.testing;

import org.jspecify.annotations.NullMarked;
