package dev.portcullis.builtins.ext.http;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.HttpAccess;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.text.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The builtin {@code http.send}: one request where the host lends {@link HttpAccess}. */
public final class HttpSend {
  private static final int MAX_REDIRECTS = 10;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private HttpSend() {}

  /** Equal requests of one evaluation get the response of the first. */
  private record Sent(Value request) {}

  /** What came of a request: a response or the reason why there is none. */
  private record Outcome(Value response, String code, String message) {}

  /** Sends a request, or gives the response that an equal one got before in this evaluation. */
  public static Value send(BuiltinContext context, ObjectValue request) {
    Value raise = request.get("raise_error");
    if (raise != null && !(raise instanceof BooleanValue)) {
      throw BuiltinException.failed("invalid value for raise_error field");
    }
    Outcome outcome;
    try {
      RequestFields.check(request);
      HttpAccess access =
          context
              .host()
              .find(HttpAccess.class)
              .orElseThrow(
                  () -> BuiltinException.failed("not allowed: the host has not enabled http.send"));
      outcome = context.remember(new Sent(request), () -> outcome(access, request));
    } catch (BuiltinException e) {
      if (!BooleanValue.FALSE.equals(raise)) {
        throw e;
      }
      outcome = new Outcome(NullValue.NULL, "eval_http_send_internal_error", e.getMessage());
    }
    if (outcome.code().isEmpty()) {
      return outcome.response();
    }
    if (!BooleanValue.FALSE.equals(raise)) {
      throw BuiltinException.failed(outcome.message());
    }
    return ObjectValue.builder()
        .put("status_code", NumberValue.of(0))
        .put(
            "error",
            ObjectValue.builder()
                .put("code", StringValue.of(outcome.code()))
                .put("message", StringValue.of(outcome.message()))
                .build())
        .build();
  }

  private static Outcome outcome(HttpAccess access, ObjectValue request) {
    OutgoingRequest outgoing = OutgoingRequest.of(access, request);
    IOException last = new IOException("no attempt");
    for (int attempt = 0; attempt <= outgoing.retries(); attempt++) {
      try {
        return new Outcome(exchange(access, outgoing), "", "");
      } catch (IOException e) {
        last = e;
      }
    }
    String reason =
        last instanceof java.net.http.HttpTimeoutException
            ? "request timed out"
            : String.valueOf(last.getMessage());
    return new Outcome(
        NullValue.NULL,
        "eval_http_send_network_error",
        outgoing.method() + " \"" + outgoing.target() + "\": " + reason);
  }

  private static Value exchange(HttpAccess access, OutgoingRequest outgoing) throws IOException {
    HttpClient client = outgoing.client();
    URI target = outgoing.target();
    String method = outgoing.method();
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      OutgoingRequest.requireAllowed(access, target);
      HttpResponse<InputStream> response;
      try {
        response =
            client.send(
                outgoing.toRequest(target, method), HttpResponse.BodyHandlers.ofInputStream());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted");
      }
      String location = response.headers().firstValue("location").orElse("");
      boolean follow =
          outgoing.redirects() && REDIRECTS.contains(response.statusCode()) && !location.isEmpty();
      if (!follow) {
        return read(response, outgoing, access.maxResponseBytes());
      }
      response.body().close();
      target = target.resolve(location);
      boolean keeps = response.statusCode() >= 307 || method.equals("HEAD");
      method = keeps ? method : "GET";
    }
    throw new IOException("stopped after 10 redirects");
  }

  private static Value read(HttpResponse<InputStream> response, OutgoingRequest outgoing, int limit)
      throws IOException {
    byte[] bytes;
    try (InputStream body = response.body()) {
      bytes = body.readNBytes(limit);
      if (bytes.length == limit && body.read() >= 0) {
        throw new IOException("response body is larger than " + limit + " bytes");
      }
    }
    String text = StringValue.ofUtf8(bytes).value();
    boolean json = outgoing.forceJson() || isJson(response.headers());
    return ObjectValue.builder(5)
        .put("status", StringValue.of(StatusText.line(response.statusCode())))
        .put("status_code", NumberValue.of(response.statusCode()))
        .put("body", json ? decoded(text) : NullValue.NULL)
        .put("raw_body", StringValue.of(text))
        .put("headers", headers(response.headers()))
        .build();
  }

  private static boolean isJson(HttpHeaders headers) {
    String type = headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    int semicolon = type.indexOf(';');
    String essence = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
    return essence.equals("application/json") || essence.endsWith("+json");
  }

  private static Value decoded(String text) {
    try {
      return JsonReader.read(text);
    } catch (JsonReader.InvalidJson e) {
      return NullValue.NULL;
    }
  }

  private static Value headers(HttpHeaders headers) {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.map().forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
    ObjectValue.Builder result = ObjectValue.builder(lower.size());
    lower.forEach(
        (name, values) -> {
          if (!name.startsWith(":")) {
            result.put(name, ArrayValue.of(values.stream().map(StringValue::of).toList()));
          }
        });
    return result.build();
  }
}
