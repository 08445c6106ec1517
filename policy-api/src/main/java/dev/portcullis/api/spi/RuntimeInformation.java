package dev.portcullis.api.spi;

import dev.portcullis.api.value.ObjectValue;

/** A host's service for {@code opa.runtime}; see {@link HostServices}. */
@FunctionalInterface
public interface RuntimeInformation {
  /**
   * Returns what policies may know: {@code config}, {@code env}, {@code version} and {@code
   * commit}, as far as the host tells. Secrets in {@code config} are taken out before policies see
   * it.
   */
  ObjectValue describe();
}
