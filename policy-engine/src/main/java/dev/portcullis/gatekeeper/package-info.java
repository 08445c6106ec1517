/** Gatekeeper's templates, constraints and reviews. */
@NullMarked
package dev.portcullis.gatekeeper;

import org.jspecify.annotations.NullMarked;
