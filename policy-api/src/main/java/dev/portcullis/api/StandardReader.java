package dev.portcullis.api;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Holds the engine's reader from its first use on. */
final class StandardReader {
  static final DocumentReader INSTANCE =
      ServiceLoader.load(DocumentReader.class, DocumentReader.class.getClassLoader())
          .findFirst()
          .orElseThrow(
              () ->
                  new ServiceConfigurationError(
                      "no DocumentReader: policy-engine is missing at run time"));

  private StandardReader() {}
}
