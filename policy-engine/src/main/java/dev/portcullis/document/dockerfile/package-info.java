/** Dockerfiles: lines to instructions, and instructions to the two public shapes. */
@NullMarked
package dev.portcullis.document.dockerfile;

import org.jspecify.annotations.NullMarked;
