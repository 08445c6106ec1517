/** Rego's types, as builtins declare them and the type checker infers them. */
@NullMarked
package dev.portcullis.api.type;

import org.jspecify.annotations.NullMarked;
