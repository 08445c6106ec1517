/** The builtin families that need more than the engine brings: one provider each. */
@NullMarked
package dev.portcullis.builtins.ext;

import org.jspecify.annotations.NullMarked;
