/** Reads whole collections of real documents. */
@NullMarked
package dev.portcullis.conformance.documents;

import org.jspecify.annotations.NullMarked;
