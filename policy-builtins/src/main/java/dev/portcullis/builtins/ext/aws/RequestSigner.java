package dev.portcullis.builtins.ext.aws;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Digests;
import dev.portcullis.builtins.ext.http.RequestFields;
import dev.portcullis.builtins.ext.text.GoJson;
import dev.portcullis.builtins.ext.text.GoNumbers;
import dev.portcullis.builtins.ext.text.GoUrl;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Signs HTTP requests with AWS Signature Version 4. */
public final class RequestSigner {
  private static final List<String> REQUIRED =
      List.of("aws_access_key", "aws_region", "aws_secret_access_key", "aws_service");
  private static final Set<String> UNSIGNED =
      Set.of("authorization", "user-agent", "x-amzn-trace-id");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RequestSigner() {}

  /** Returns the request with the headers that sign it. */
  public static Value sign(ObjectValue request, ObjectValue config, NumberValue time) {
    requireConfig(config);
    OptionalLong nanos = GoNumbers.int64(time);
    if (nanos.isEmpty()) {
      throw typed(3, "could not convert time_ns value into a unix timestamp");
    }
    RequestFields.check(request);
    requireTexts(request);
    Map<String, String> given = headers(request);
    ObjectValue.Builder signed = ObjectValue.builder();
    given.forEach((name, value) -> signed.put(name, StringValue.of(value)));
    Signing signing =
        new Signing(
            config, Instant.ofEpochSecond(0, nanos.getAsLong()), payloadHash(request, config));
    Map<String, String> added =
        signing.headers(GoUrl.parse(text(request, "url")), text(request, "method"), given);
    added.forEach((name, value) -> signed.put(name, StringValue.of(value)));
    ObjectValue.Builder result = ObjectValue.builder(request.size() + 1);
    request.forEach(result::put);
    return result.put("headers", signed.build()).build();
  }

  private static void requireConfig(ObjectValue config) {
    SetValue.Builder missing = SetValue.builder();
    SetValue.Builder invalid = SetValue.builder();
    for (String name : REQUIRED) {
      Value value = config.get(name);
      if (value == null) {
        missing.add(StringValue.of(name));
      } else if (!(value instanceof StringValue)) {
        invalid.add(StringValue.of(name));
      }
    }
    if (missing.size() > 0) {
      throw typed(2, "missing required AWS config parameters(s): " + missing.build());
    }
    if (invalid.size() > 0) {
      throw typed(2, "invalid values for required AWS config parameters(s): " + invalid.build());
    }
  }

  private static void requireTexts(ObjectValue request) {
    Value headers = request.get("headers");
    if (headers != null && !(headers instanceof ObjectValue)) {
      throw BuiltinException.operand(0, "object", headers.kind().typeName());
    }
    SetValue.Builder invalid = SetValue.builder();
    for (String name : List.of("method", "url")) {
      if (!(request.get(name) instanceof StringValue)) {
        invalid.add(StringValue.of(name));
      }
    }
    if (invalid.size() > 0) {
      throw typed(1, "invalid values for required request parameters(s): " + invalid.build());
    }
  }

  private static Map<String, String> headers(ObjectValue request) {
    Map<String, String> headers = new TreeMap<>();
    if (request.get("headers") instanceof ObjectValue object) {
      object.forEach((name, value) -> headers.put(text(name), text(value)));
    }
    return headers;
  }

  private static String payloadHash(ObjectValue request, ObjectValue config) {
    Value disabled = config.get("disable_payload_signing");
    if (disabled != null && !(disabled instanceof BooleanValue)) {
      throw typed(2, "invalid value for 'disable_payload_signing' in AWS config");
    }
    if (BooleanValue.TRUE.equals(disabled)) {
      return "UNSIGNED-PAYLOAD";
    }
    Value raw = request.get("raw_body");
    Value body = request.get("body");
    String payload = raw != null ? text(raw) : body == null ? "" : GoJson.marshal(body);
    return sha256(payload);
  }

  private static String text(ObjectValue object, String name) {
    Value value = object.get(name);
    return value == null ? "" : text(value);
  }

  private static String text(Value value) {
    return value instanceof StringValue text ? text.value() : "";
  }

  private static String sha256(String text) {
    return HexFormat.of()
        .formatHex(Digests.digest("SHA-256").digest(StringValue.of(text).toUtf8()));
  }

  private static BuiltinException typed(int operand, String message) {
    return BuiltinException.type("operand " + operand + " " + message);
  }

  /**
   * One signature.
   *
   * @param config the credentials and the scope
   * @param at when it is made
   * @param payloadHash the digest of the body
   */
  private record Signing(ObjectValue config, Instant at, String payloadHash) {

    /** Returns the headers to add, the signature among them. */
    Map<String, String> headers(GoUrl url, String method, Map<String, String> given) {
      String service = text(config, "aws_service");
      Map<String, String> added = new TreeMap<>();
      added.put("host", url.host());
      added.put("x-amz-date", SECOND.format(at));
      if (service.equals("s3") || service.equals("glacier")) {
        added.put("x-amz-content-sha256", payloadHash);
      }
      String token = text(config, "aws_session_token");
      if (!token.isEmpty()) {
        added.put("x-amz-security-token", token);
      }
      TreeMap<String, String> covered = new TreeMap<>(added);
      given.forEach(
          (name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!UNSIGNED.contains(lower)) {
              covered.put(lower, value);
            }
          });
      String names = String.join(";", covered.keySet());
      StringBuilder canonical = new StringBuilder();
      canonical.append(method).append('\n').append(url.escapedPath()).append('\n');
      canonical.append(url.query()).append('\n');
      covered.forEach(
          (name, value) -> canonical.append(name).append(':').append(value).append('\n'));
      canonical.append('\n').append(names).append('\n').append(payloadHash);
      added.put("Authorization", authorization(service, names, canonical.toString()));
      return added;
    }

    private String authorization(String service, String names, String canonical) {
      String day = DAY.format(at);
      String region = text(config, "aws_region");
      String scope = day + "/" + region + "/" + service + "/aws4_request";
      String toSign =
          "AWS4-HMAC-SHA256\n" + SECOND.format(at) + "\n" + scope + "\n" + sha256(canonical);
      byte[] key = StringValue.of("AWS4" + text(config, "aws_secret_access_key")).toUtf8();
      for (String part : List.of(day, region, service, "aws4_request", toSign)) {
        key = Digests.hmac("SHA-256", key, StringValue.of(part).toUtf8());
      }
      return "AWS4-HMAC-SHA256 Credential="
          + text(config, "aws_access_key")
          + "/"
          + scope
          + ",SignedHeaders="
          + names
          + ",Signature="
          + HexFormat.of().formatHex(key);
    }
  }
}
