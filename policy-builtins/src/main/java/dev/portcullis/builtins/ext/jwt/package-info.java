/** JSON Web Tokens and Keys. */
@NullMarked
package dev.portcullis.builtins.ext.jwt;

import org.jspecify.annotations.NullMarked;
