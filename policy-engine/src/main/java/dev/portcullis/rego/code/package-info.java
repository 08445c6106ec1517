/** The code generator: plan to JVM bytecode. */
@NullMarked
package dev.portcullis.rego.code;

import org.jspecify.annotations.NullMarked;
