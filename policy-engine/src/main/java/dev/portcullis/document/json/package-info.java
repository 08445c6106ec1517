/** JSON texts, Jackson trees and Java objects to values and back. */
@NullMarked
package dev.portcullis.document.json;

import org.jspecify.annotations.NullMarked;
