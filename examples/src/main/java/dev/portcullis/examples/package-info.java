/** Host programs: what it takes to embed the engine. */
@NullMarked
package dev.portcullis.examples;

import org.jspecify.annotations.NullMarked;
