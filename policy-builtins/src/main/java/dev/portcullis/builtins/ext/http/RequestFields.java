package dev.portcullis.builtins.ext.http;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Set;

/** The fields of a request object. */
public final class RequestFields {
  private static final Set<String> REQUIRED = Set.of("method", "url");
  private static final Set<String> ALLOWED =
      Set.of(
          "method",
          "url",
          "body",
          "enable_redirect",
          "force_json_decode",
          "force_yaml_decode",
          "headers",
          "raw_body",
          "tls_use_system_certs",
          "tls_ca_cert",
          "tls_ca_cert_file",
          "tls_ca_cert_env_variable",
          "tls_client_cert",
          "tls_client_cert_file",
          "tls_client_cert_env_variable",
          "tls_client_key",
          "tls_client_key_file",
          "tls_client_key_env_variable",
          "tls_insecure_skip_verify",
          "tls_server_name",
          "timeout",
          "cache",
          "force_cache",
          "force_cache_duration_seconds",
          "raise_error",
          "caching_mode",
          "max_retry_attempts",
          "cache_ignored_headers");

  private RequestFields() {}

  /**
   * Checks the names of the fields.
   *
   * @throws BuiltinException if one is unknown or a required one is missing
   */
  public static void check(ObjectValue request) {
    SetValue.Builder invalid = SetValue.builder();
    for (Value key : request.keysInOrder()) {
      if (!(key instanceof StringValue name) || !ALLOWED.contains(name.value())) {
        invalid.add(key);
      }
    }
    if (invalid.size() > 0) {
      throw BuiltinException.type("operand 1 invalid request parameters(s): " + invalid.build());
    }
    SetValue.Builder missing = SetValue.builder();
    for (String name : REQUIRED) {
      if (request.get(name) == null) {
        missing.add(StringValue.of(name));
      }
    }
    if (missing.size() > 0) {
      throw BuiltinException.type(
          "operand 1 missing required request parameters(s): " + missing.build());
    }
  }
}
