/** What both executors call: contexts, views of data, accumulators, builtin calls, limits. */
@NullMarked
package dev.portcullis.rego.runtime;

import org.jspecify.annotations.NullMarked;
