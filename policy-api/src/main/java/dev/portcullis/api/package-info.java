/** The engine as a host sees it. */
@NullMarked
package dev.portcullis.api;

import org.jspecify.annotations.NullMarked;
