/** Rules about the code as a whole. */
@NullMarked
package dev.portcullis.architecture;

import org.jspecify.annotations.NullMarked;
