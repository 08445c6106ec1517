package dev.portcullis.api.spi;

import dev.portcullis.api.PolicyEngine;

/** Makes engines. The implementation is found by {@link java.util.ServiceLoader}. */
public interface EngineFactory {
  /** Returns a new engine. */
  PolicyEngine create(EngineSettings settings);
}
