package dev.portcullis.engine;

import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.spi.EngineFactory;
import dev.portcullis.api.spi.EngineSettings;
import dev.portcullis.api.spi.PackProvider;

/** Makes engines of this module. Found by {@link java.util.ServiceLoader}. */
public final class StandardEngineFactory implements EngineFactory {
  /** Called by the service loader. */
  public StandardEngineFactory() {}

  @Override
  public PolicyEngine create(EngineSettings settings) {
    return new StandardEngine(settings, RegoFrontEnd.of(settings), PackProvider.installed());
  }
}
