package dev.portcullis.builtins.ext.jwt;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Set;

/**
 * What verification reads of a token's header.
 *
 * @param algorithm {@code alg}, or empty
 * @param keyId {@code kid}, or empty
 * @param contentType {@code cty}, or empty
 * @param understood whether every parameter that the header calls critical is known
 */
record TokenHeader(String algorithm, String keyId, String contentType, boolean understood) {
  private static final Set<String> KNOWN = Set.of("alg", "kid", "typ", "cty", "crit");

  /**
   * Reads the header.
   *
   * @throws BuiltinException if a registered parameter has the wrong type
   */
  static TokenHeader of(ObjectValue header) {
    text(header, "typ");
    return new TokenHeader(
        text(header, "alg"), text(header, "kid"), text(header, "cty"), understood(header));
  }

  /** Returns whether the token may be verified at all. */
  boolean isValid() {
    return !algorithm.isEmpty() && understood;
  }

  private static String text(ObjectValue header, String name) {
    Value value = header.get(name);
    if (value == null) {
      return "";
    }
    if (value instanceof StringValue text) {
      return text.value();
    }
    throw BuiltinException.failed(name + ": must be a string");
  }

  private static boolean understood(ObjectValue header) {
    Value critical = header.get("crit");
    if (critical == null) {
      return true;
    }
    if (!(critical instanceof ArrayValue names)) {
      throw BuiltinException.failed("crit: must be a list");
    }
    boolean understood = true;
    int texts = 0;
    for (Value name : names) {
      if (!(name instanceof StringValue text)) {
        break;
      }
      texts++;
      understood &= KNOWN.contains(text.value()) || header.get(name) == null;
    }
    if (texts == 0) {
      throw BuiltinException.failed("crit: must be a nonempty list");
    }
    return understood;
  }
}
