/** The shipped packs, judged by their own suites and by Kubernetes' test pods. */
@NullMarked
package dev.portcullis.conformance.packs;

import org.jspecify.annotations.NullMarked;
