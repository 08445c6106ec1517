/** The builtin http.send: request, cache and response. */
@NullMarked
package dev.portcullis.builtins.ext.http;

import org.jspecify.annotations.NullMarked;
