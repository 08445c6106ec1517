/** What extension authors implement. */
@NullMarked
package dev.portcullis.api.spi;

import org.jspecify.annotations.NullMarked;
