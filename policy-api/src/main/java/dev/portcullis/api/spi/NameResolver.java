package dev.portcullis.api.spi;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/**
 * Resolves names for {@code net.lookup_ip_addr}. A host that allows policies to look names up lends
 * one as a service; {@code name -> List.of(InetAddress.getAllByName(name))} asks the system.
 */
@FunctionalInterface
public interface NameResolver {

  /**
   * Returns the addresses of {@code name}.
   *
   * @throws IOException if it has none or they cannot be found out
   */
  List<InetAddress> resolve(String name) throws IOException;
}
