/** Benchmarks over folders of workloads. */
@NullMarked
package dev.portcullis.bench;

import org.jspecify.annotations.NullMarked;
