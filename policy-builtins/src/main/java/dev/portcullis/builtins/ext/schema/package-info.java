/** JSON Schema, with the texts that OPA gives. */
@NullMarked
package dev.portcullis.builtins.ext.schema;

import org.jspecify.annotations.NullMarked;
