/**
 * The core builtins, one family a class; {@link dev.portcullis.builtins.CoreBuiltins} lists them.
 */
@NullMarked
package dev.portcullis.builtins;

import org.jspecify.annotations.NullMarked;
