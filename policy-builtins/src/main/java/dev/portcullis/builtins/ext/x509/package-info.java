/** Certificates, certificate requests and private keys in the shape of Go's types. */
@NullMarked
package dev.portcullis.builtins.ext.x509;

import org.jspecify.annotations.NullMarked;
