package dev.portcullis.api.spi;

import java.util.Optional;

/**
 * Services that the host lends to builtins, keyed by their interface: an HTTP client for {@code
 * http.send}, a resolver for {@code net.lookup_ip_addr}, runtime information for {@code
 * opa.runtime}, a provider of external data. A service that is not there is not allowed.
 */
@FunctionalInterface
public interface HostServices {
  /** No services: nothing reaches outside. */
  HostServices NONE =
      new HostServices() {
        @Override
        public <T> Optional<T> find(Class<T> service) {
          return Optional.empty();
        }
      };

  /** Returns the service, if the host allows it. */
  <T> Optional<T> find(Class<T> service);
}
