/** What the readers of all formats share: limits, places, projections, errors. */
@NullMarked
package dev.portcullis.document.source;

import org.jspecify.annotations.NullMarked;
