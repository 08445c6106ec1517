/** The passes that check and rewrite syntax trees, in their named order. */
@NullMarked
package dev.portcullis.rego.analysis;

import org.jspecify.annotations.NullMarked;
