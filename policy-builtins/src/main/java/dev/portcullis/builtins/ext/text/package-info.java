/** Reading and writing JSON, base64 and PEM as Go does. */
@NullMarked
package dev.portcullis.builtins.ext.text;

import org.jspecify.annotations.NullMarked;
