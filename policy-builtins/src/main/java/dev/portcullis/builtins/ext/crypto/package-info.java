/** Keys, digests and signatures on the JDK's cryptography. */
@NullMarked
package dev.portcullis.builtins.ext.crypto;

import org.jspecify.annotations.NullMarked;
