package dev.portcullis.builtins.ext.http;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.HttpAccess;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.text.GoJson;
import dev.portcullis.builtins.ext.text.GoNumbers;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as a policy describes it.
 *
 * @param method the method in upper case
 * @param target where it goes
 * @param headers its headers
 * @param body its body
 * @param timeout how long it may take
 * @param redirects whether redirects are followed
 * @param forceJson whether the response is JSON whatever its type says
 * @param retries how often it is tried again
 * @param client what sends it
 */
record OutgoingRequest(
    String method,
    URI target,
    Map<String, String> headers,
    byte[] body,
    Duration timeout,
    boolean redirects,
    boolean forceJson,
    int retries,
    HttpClient client) {

  private static final List<String> TEXTS =
      List.of(
          "method",
          "url",
          "raw_body",
          "tls_ca_cert",
          "tls_ca_cert_file",
          "tls_ca_cert_env_variable",
          "tls_client_cert",
          "tls_client_cert_file",
          "tls_client_cert_env_variable",
          "tls_client_key",
          "tls_client_key_file",
          "tls_client_key_env_variable",
          "tls_server_name");
  private static final Pattern DURATION = Pattern.compile("([0-9.]+)(ns|us|µs|ms|s|m|h)");
  private static final int MAX_RETRIES = 10;

  /** Reads the request object. */
  static OutgoingRequest of(HttpAccess access, ObjectValue request) {
    for (String name : TEXTS) {
      Value value = request.get(name);
      if (value != null && !(value instanceof StringValue)) {
        throw BuiltinException.failed("\"" + name + "\" must be a string");
      }
    }
    URI target = uri(text(request, "url"));
    requireAllowed(access, target);
    Value raw = request.get("raw_body");
    Value body = request.get("body");
    byte[] bytes = new byte[0];
    if (raw instanceof StringValue text) {
      bytes = text.toUtf8();
    } else if (body != null) {
      bytes = StringValue.of(GoJson.marshal(body)).toUtf8();
    }
    Duration timeout = timeout(request.get("timeout"));
    Duration allowed = timeout.compareTo(access.timeout()) < 0 ? timeout : access.timeout();
    return new OutgoingRequest(
        text(request, "method").toUpperCase(Locale.ROOT),
        target,
        headers(request.get("headers")),
        bytes,
        allowed,
        flag(request, "enable_redirect"),
        flag(request, "force_json_decode"),
        retries(request.get("max_retry_attempts")),
        TlsOptions.client(access, request, allowed));
  }

  static void requireAllowed(HttpAccess access, URI target) {
    if (!access.allows(target)) {
      throw BuiltinException.failed("unallowed host: " + target.getHost());
    }
  }

  static String text(ObjectValue request, String name) {
    return request.get(name) instanceof StringValue text ? text.value() : "";
  }

  static boolean flag(ObjectValue request, String name) {
    Value value = request.get(name);
    if (value != null && !(value instanceof BooleanValue)) {
      throw BuiltinException.failed("invalid value for " + name + " field");
    }
    return BooleanValue.TRUE.equals(value);
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text);
      if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())) {
        throw BuiltinException.failed("unsupported protocol scheme \"" + uri.getScheme() + "\"");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw BuiltinException.failed("parse \"" + text + "\": invalid URL");
    }
  }

  private static Map<String, String> headers(@Nullable Value value) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (value == null) {
      return headers;
    }
    if (!(value instanceof ObjectValue object)) {
      throw BuiltinException.failed("invalid type for headers key");
    }
    object.forEach(
        (name, content) -> {
          if (!(content instanceof StringValue text) || !(name instanceof StringValue key)) {
            throw BuiltinException.failed("invalid type for headers value " + content);
          }
          headers.put(key.value(), text.value());
        });
    return headers;
  }

  private static int retries(@Nullable Value value) {
    if (value == null) {
      return 0;
    }
    if (!(value instanceof NumberValue number) || GoNumbers.int64(number).isEmpty()) {
      throw BuiltinException.failed("invalid value for max_retry_attempts field");
    }
    return (int) Math.max(0, Math.min(MAX_RETRIES, number.longValue()));
  }

  /** A number is nanoseconds, a text a duration such as {@code 1.5s}. */
  private static Duration timeout(@Nullable Value value) {
    if (value == null) {
      return Duration.ofSeconds(5);
    }
    if (value instanceof NumberValue number && GoNumbers.int64(number).isPresent()) {
      return positive(Duration.ofNanos(number.longValue()));
    }
    if (!(value instanceof StringValue text)) {
      throw BuiltinException.failed("invalid timeout value " + value);
    }
    Matcher matcher = DURATION.matcher(text.value());
    Duration total = Duration.ZERO;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      double nanos = Double.parseDouble(matcher.group(1)) * nanos(matcher.group(2));
      total = total.plusNanos((long) nanos);
      end = matcher.end();
    }
    if (end == 0 || end != text.value().length()) {
      throw BuiltinException.failed("invalid timeout value " + value);
    }
    return positive(total);
  }

  private static Duration positive(Duration duration) {
    return duration.isZero() || duration.isNegative() ? Duration.ofDays(1) : duration;
  }

  private static double nanos(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      default -> 3600e9;
    };
  }

  /** Returns the request to send to a target, which a redirect may have changed. */
  HttpRequest toRequest(URI to, String with) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(to)
            .timeout(timeout)
            .method(
                with,
                body.length == 0 || (with.equals("GET") && !method.equals("GET"))
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    boolean sameHost = to.getHost().equals(target.getHost());
    headers.forEach(
        (name, value) -> {
          boolean secret =
              name.equalsIgnoreCase("authorization") || name.equalsIgnoreCase("cookie");
          if (sameHost || !secret) {
            header(builder, name, value);
          }
        });
    if (!headers.containsKey("User-Agent")) {
      builder.header("User-Agent", "Portcullis");
    }
    return builder.build();
  }

  private static void header(HttpRequest.Builder builder, String name, String value) {
    try {
      builder.header(name, value);
    } catch (IllegalArgumentException e) {
      throw BuiltinException.failed("header not allowed: " + name);
    }
  }
}
