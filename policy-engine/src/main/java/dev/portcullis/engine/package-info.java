/** The engine behind the API: loading, caching and judging. */
@NullMarked
package dev.portcullis.engine;

import org.jspecify.annotations.NullMarked;
