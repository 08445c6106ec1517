package dev.portcullis.api.spi;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What a host allows {@code http.send} to do. Without this service the builtin fails.
 *
 * @param hosts the hosts that may be asked, in lower case, such as {@code example.com} for any port
 *     or {@code localhost:8080} for one
 * @param timeout the longest that a request may take
 * @param maxResponseBytes the largest response body that is read
 * @param localTlsFiles whether requests may name files and environment variables that hold
 *     certificates and keys
 */
public record HttpAccess(
    Set<String> hosts, Duration timeout, int maxResponseBytes, boolean localTlsFiles) {

  /** Copies the hosts. */
  public HttpAccess {
    hosts = Set.copyOf(hosts);
    if (timeout.isNegative() || timeout.isZero() || maxResponseBytes < 0) {
      throw new IllegalArgumentException("limits must be positive");
    }
  }

  /** Returns access to these hosts: five seconds, ten megabytes, no local files. */
  public static HttpAccess to(String... hosts) {
    return new HttpAccess(Set.of(hosts), Duration.ofSeconds(5), 10 << 20, false);
  }

  /** Returns whether the target of a request or of a redirect may be asked. */
  public boolean allows(URI target) {
    String host = target.getHost();
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    return hosts.contains(name) || hosts.contains(name + ":" + target.getPort());
  }
}
