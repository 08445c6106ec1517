/** Documents: which format a text is in, and what documents it holds. */
@NullMarked
package dev.portcullis.document;

import org.jspecify.annotations.NullMarked;
