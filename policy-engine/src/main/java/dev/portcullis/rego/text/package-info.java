/** Source texts, places in them, and the caret snippets of diagnostics. */
@NullMarked
package dev.portcullis.rego.text;

import org.jspecify.annotations.NullMarked;
