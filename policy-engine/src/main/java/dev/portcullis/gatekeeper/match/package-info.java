/** The criteria of a constraint's {@code spec.match}. */
@NullMarked
package dev.portcullis.gatekeeper.match;

import org.jspecify.annotations.NullMarked;
