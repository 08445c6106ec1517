/** Text to tokens. */
@NullMarked
package dev.portcullis.rego.token;

import org.jspecify.annotations.NullMarked;
