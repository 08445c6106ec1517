/** The shipped policy packs: templates, constraints, suites and samples, kept as resources. */
@NullMarked
package dev.portcullis.stdlib;

import org.jspecify.annotations.NullMarked;
