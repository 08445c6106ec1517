/** Small caches in front of large ones. */
@NullMarked
package dev.portcullis.cache;

import org.jspecify.annotations.NullMarked;
