package dev.portcullis.builtins.ext.text;

import dev.portcullis.api.value.StringValue;
import java.util.Locale;

/**
 * A URL taken apart as Go does.
 *
 * @param scheme the scheme in lower case, or empty
 * @param authority user, host and port, or empty
 * @param path the path as it is written
 * @param query what follows the question mark, or empty
 */
public record GoUrl(String scheme, String authority, String path, String query) {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~$&+,/:;=@!'()*[]%";

  /** Takes {@code text} apart. */
  public static GoUrl parse(String text) {
    int fragment = text.indexOf('#');
    String rest = fragment < 0 ? text : text.substring(0, fragment);
    int colon = rest.indexOf(':');
    String scheme = "";
    if (colon > 0 && rest.substring(0, colon).chars().allMatch(GoUrl::isSchemeCharacter)) {
      scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
      rest = rest.substring(colon + 1);
    }
    int mark = rest.indexOf('?');
    String query = mark < 0 ? "" : rest.substring(mark + 1);
    rest = mark < 0 ? rest : rest.substring(0, mark);
    if (!rest.startsWith("//")) {
      return new GoUrl(scheme, "", rest, query);
    }
    int slash = rest.indexOf('/', 2);
    return slash < 0
        ? new GoUrl(scheme, rest.substring(2), "", query)
        : new GoUrl(scheme, rest.substring(2, slash), rest.substring(slash), query);
  }

  private static boolean isSchemeCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '-'
        || c == '.';
  }

  /** Returns the host with its port. */
  public String host() {
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** Returns the host without its port and without the brackets of IPv6. */
  public String hostname() {
    String host = host();
    if (host.startsWith("[") && host.indexOf(']') > 0) {
      return host.substring(1, host.indexOf(']'));
    }
    int colon = host.lastIndexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** Returns the path with everything escaped that must be. */
  public String escapedPath() {
    StringBuilder out = new StringBuilder(path.length());
    for (byte b : StringValue.of(path).toUtf8()) {
      char c = (char) (b & 0xFF);
      if (UNRESERVED.indexOf(c) >= 0) {
        out.append(c);
      } else {
        out.append(String.format("%%%02X", (int) c));
      }
    }
    return out.toString();
  }
}
