/**
 * Globs: {@code *}, {@code **}, {@code ?}, {@code [abc]}, {@code [!a-z]} and <code>{a,b}</code>,
 * with delimiters that {@code *} and {@code ?} do not cross. A glob becomes the cheapest thing that
 * decides it.
 */
@NullMarked
package dev.portcullis.rego.glob;

import org.jspecify.annotations.NullMarked;
