/** Signing requests for cloud services. */
@NullMarked
package dev.portcullis.builtins.ext.aws;

import org.jspecify.annotations.NullMarked;
