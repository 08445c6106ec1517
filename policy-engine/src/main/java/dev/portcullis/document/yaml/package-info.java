/** YAML texts to values: as Kubernetes reads them, and as YAML 1.2 says. */
@NullMarked
package dev.portcullis.document.yaml;

import org.jspecify.annotations.NullMarked;
