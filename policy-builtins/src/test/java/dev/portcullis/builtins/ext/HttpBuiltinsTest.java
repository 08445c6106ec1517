package dev.portcullis.builtins.ext;

import static dev.portcullis.builtins.ext.Calls.call;
import static dev.portcullis.builtins.ext.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.HostServices;
import dev.portcullis.api.spi.HttpAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpBuiltinsTest {
  private HttpServer server;
  private String base;
  private final AtomicInteger hits = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://localhost:" + server.getAddress().getPort();
    answer("/json", 200, "application/json; charset=utf-8", "{\"n\":1.10}");
    answer("/text", 404, "text/plain", "[1]");
    server.createContext(
        "/echo",
        exchange -> {
          String body =
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-A")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    redirect("/away", "http://example.invalid/");
    redirect("/here", "/json");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, int status, String type, String body) {
    server.createContext(
        path,
        exchange -> {
          hits.incrementAndGet();
          exchange.getResponseHeaders().add("Content-Type", type);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private void redirect(String path, String to) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", to);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private static BuiltinContext allowing(HttpAccess access) {
    return new Calls.Context(
        new HostServices() {
          @Override
          public <T> Optional<T> find(Class<T> service) {
            return service.isInstance(access)
                ? Optional.of(service.cast(access))
                : Optional.empty();
          }
        });
  }

  private static String send(HttpAccess access, String request) {
    return call(allowing(access), "http.send", json(request));
  }

  private String request(String path, String more) {
    return "{\"method\":\"get\",\"url\":\"" + base + path + "\"" + more + "}";
  }

  @Test
  void isOffByDefault() {
    assertThat(call("http.send", json(request("/json", ""))))
        .isEqualTo("error: not allowed: the host has not enabled http.send");
    assertThat(hits).hasValue(0);
  }

  @Test
  void asksOnlyAllowedHosts() {
    assertThat(send(HttpAccess.to("example.com"), request("/json", "")))
        .isEqualTo("error: unallowed host: localhost");
    assertThat(send(HttpAccess.to("localhost:1"), request("/json", "")))
        .isEqualTo("error: unallowed host: localhost");
    assertThat(send(HttpAccess.to("localhost"), request("/away", ",\"enable_redirect\":true")))
        .isEqualTo("error: unallowed host: example.invalid");
  }

  @Test
  void givesTheResponse() {
    assertThat(send(HttpAccess.to("localhost"), request("/json", "")))
        .contains("\"body\": {\"n\": 1.10}")
        .contains("\"raw_body\": \"{\\\"n\\\":1.10}\"")
        .contains("\"content-type\": [\"application/json; charset=utf-8\"]")
        .contains("\"status\": \"200 OK\", \"status_code\": 200");
    assertThat(send(HttpAccess.to("localhost"), request("/text", "")))
        .contains("\"body\": null", "\"status\": \"404 Not Found\"");
    assertThat(send(HttpAccess.to("localhost"), request("/text", ",\"force_json_decode\":true")))
        .contains("\"body\": [1]");
  }

  @Test
  void sendsHeadersAndBody() {
    String more = ",\"headers\":{\"X-A\":\"b\"},\"body\":{\"k\":[1]}";
    assertThat(
            send(HttpAccess.to("localhost"), request("/echo", more).replace("\"get\"", "\"post\"")))
        .contains("\"raw_body\": \"POST b {\\\"k\\\":[1]}\"");
  }

  @Test
  void followsRedirectsOnlyIfAsked() {
    assertThat(send(HttpAccess.to("localhost"), request("/here", "")))
        .contains("\"status_code\": 302");
    assertThat(send(HttpAccess.to("localhost"), request("/here", ",\"enable_redirect\":true")))
        .contains("\"status_code\": 200");
  }

  @Test
  void sendsEqualRequestsOnceInAnEvaluation() {
    BuiltinContext context = allowing(HttpAccess.to("localhost"));
    String first = call(context, "http.send", json(request("/json", "")));
    assertThat(call(context, "http.send", json(request("/json", "")))).isEqualTo(first);
    assertThat(hits).hasValue(1);
  }

  @Test
  void turnsErrorsIntoResponsesIfAsked() {
    server.stop(0);
    assertThat(send(HttpAccess.to("localhost"), request("/json", ",\"raise_error\":false")))
        .contains("\"code\": \"eval_http_send_network_error\"", "\"status_code\": 0");
    assertThat(send(HttpAccess.to("localhost"), request("/json", ",\"foo\":1")))
        .isEqualTo("error: operand 1 invalid request parameters(s): {\"foo\"}");
  }

  @Test
  void boundsTheResponse() {
    HttpAccess tight = new HttpAccess(Set.of("localhost"), Duration.ofSeconds(5), 4, false);
    assertThat(send(tight, request("/json", ""))).endsWith("response body is larger than 4 bytes");
  }

  @Test
  void readsNoLocalFilesUnlessAllowed() {
    assertThat(
            send(HttpAccess.to("localhost"), request("/json", ",\"tls_ca_cert_file\":\"/etc/x\"")))
        .isEqualTo("error: files and environment variables are not allowed: tls_ca_cert");
  }
}
