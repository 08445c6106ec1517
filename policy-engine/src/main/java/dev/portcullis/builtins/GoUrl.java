package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import java.util.Locale;

/**
 * A URL as Go reads it. All texts are bytes, one character each.
 *
 * @param scheme in lower case, or empty
 * @param host with the port, or empty
 * @param path unescaped
 * @param rawPath as it was written
 * @param rawQuery what follows the question mark
 * @param fragment unescaped
 */
record GoUrl(
    String scheme, String host, String path, String rawPath, String rawQuery, String fragment) {

  /** Where text stands in a URL, which decides what must be escaped there. */
  enum Part {
    PATH("$&+,/:;=@"),
    USER("$&+,;="),
    HOST("!$&'()*+,;=:[]<>\""),
    QUERY(""),
    FRAGMENT("$&+,/:;=?@!()*");

    private final String plain;

    Part(String plain) {
      this.plain = plain;
    }

    boolean mustEscape(char c) {
      return !(isAlphanumeric(c) || "-_.~".indexOf(c) >= 0 || plain.indexOf(c) >= 0);
    }
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Returns {@code text} escaped for {@code part}; in a query, a space becomes a plus sign. */
  static String escape(String text, Part part) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' && part == Part.QUERY) {
        out.append('+');
      } else if (part.mustEscape(c)) {
        out.append(String.format("%%%02X", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Undoes {@link #escape}. */
  static String unescape(String text, Part part) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int value = hexPair(text, i);
        if (part == Part.HOST && value < 0x80 && value != '%') {
          throw invalidEscape(text.substring(i, i + 3));
        }
        out.append((char) value);
        i += 2;
      } else if (c == '+' && part == Part.QUERY) {
        out.append(' ');
      } else if (part == Part.HOST && c < 0x80 && part.mustEscape(c)) {
        throw BuiltinException.failed(
            "invalid character " + GoQuote.quote(String.valueOf(c)) + " in host name");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static int hexPair(String text, int at) {
    if (at + 2 < text.length()) {
      int high = hex(text.charAt(at + 1));
      int low = hex(text.charAt(at + 2));
      if (high >= 0 && low >= 0) {
        return high << 4 | low;
      }
    }
    throw invalidEscape(text.substring(at, Math.min(text.length(), at + 3)));
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  private static BuiltinException invalidEscape(String part) {
    return BuiltinException.failed("invalid URL escape " + GoQuote.quote(ByteText.text(part)));
  }

  /** Parses a URL or a relative reference. */
  static GoUrl parse(String text) {
    int hash = text.indexOf('#');
    String main = hash < 0 ? text : text.substring(0, hash);
    GoUrl url;
    try {
      url = parseMain(main);
    } catch (BuiltinException e) {
      throw failed(main, e);
    }
    if (hash < 0) {
      return url;
    }
    try {
      String fragment = unescape(text.substring(hash + 1), Part.FRAGMENT);
      return new GoUrl(url.scheme, url.host, url.path, url.rawPath, url.rawQuery, fragment);
    } catch (BuiltinException e) {
      throw failed(text, e);
    }
  }

  private static BuiltinException failed(String url, BuiltinException cause) {
    return BuiltinException.failed(
        "parse " + GoQuote.quote(ByteText.text(url)) + ": " + cause.getMessage());
  }

  private static GoUrl parseMain(String text) {
    if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
      throw BuiltinException.failed("net/url: invalid control character in URL");
    }
    if (text.equals("*")) {
      return new GoUrl("", "", "*", "*", "", "");
    }
    int colon = schemeEnd(text);
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.substring(colon + 1);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question + 1);
    rest = question < 0 ? rest : rest.substring(0, question);
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return new GoUrl(scheme, "", "", "", query, "");
      }
      if (rest.split("/", 2)[0].indexOf(':') >= 0) {
        throw BuiltinException.failed("first path segment in URL cannot contain colon");
      }
    }
    String host = "";
    if (rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"))) {
      String authority = rest.substring(2);
      int slash = authority.indexOf('/');
      rest = slash < 0 ? "" : authority.substring(slash);
      host = parseAuthority(scheme, slash < 0 ? authority : authority.substring(0, slash));
    }
    String path = unescape(rest, Part.PATH);
    return new GoUrl(scheme, host, path, rest, query, "");
  }

  /** Returns where the scheme's colon is, or -1. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        if (i == 0) {
          throw BuiltinException.failed("missing protocol scheme");
        }
        return i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(later && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static String parseAuthority(String scheme, String authority) {
    int at = authority.lastIndexOf('@');
    String host = parseHost(scheme, authority.substring(at + 1));
    if (at >= 0) {
      String user = authority.substring(0, at);
      if (!user.chars()
          .allMatch(c -> isAlphanumeric((char) c) || "-._:~!$&'()*+,;=%@".indexOf(c) >= 0)) {
        throw BuiltinException.failed("net/url: invalid userinfo");
      }
      unescape(user, Part.USER);
    }
    return host;
  }

  private static String parseHost(String scheme, String host) {
    int open = host.lastIndexOf('[');
    if (open > 0) {
      throw BuiltinException.failed("invalid IP-literal");
    }
    if (open == 0) {
      return parseLiteral(host);
    }
    int colon = host.indexOf(':');
    if (colon >= 0) {
      boolean strict = scheme.equals("http") || scheme.equals("https");
      checkPort(host.substring(strict ? colon : host.lastIndexOf(':')));
    }
    return unescape(host, Part.HOST);
  }

  /** An IPv6 address in brackets, with a zone behind {@code %25} perhaps. */
  private static String parseLiteral(String host) {
    int close = host.lastIndexOf(']');
    if (close < 0) {
      throw BuiltinException.failed("missing ']' in host");
    }
    checkPort(host.substring(close + 1));
    String name = host.substring(1, close);
    int zone = name.indexOf("%25");
    String address = unescape(zone < 0 ? name : name.substring(0, zone), Part.HOST);
    IpAddress ip = IpAddress.parse(ByteText.text(address));
    if (ip == null || (zone >= 0 && zone + 3 == name.length())) {
      throw BuiltinException.failed(
          "invalid host: ParseAddr("
              + GoQuote.quote(ByteText.text(address))
              + "): unable to parse IP");
    }
    if (ip.isV4()) {
      throw BuiltinException.failed("invalid IP-literal");
    }
    String suffix = zone < 0 ? "" : unescape(name.substring(zone), Part.USER);
    return "[" + address + suffix + "]" + host.substring(close + 1);
  }

  private static void checkPort(String colonPort) {
    if (!isOptionalPort(colonPort)) {
      throw BuiltinException.failed(
          "invalid port " + GoQuote.quote(ByteText.text(colonPort)) + " after host");
    }
  }

  private static boolean isOptionalPort(String text) {
    return text.isEmpty()
        || (text.charAt(0) == ':' && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9'));
  }

  /** Returns the host without the port and without brackets. */
  String hostname() {
    int colon = portColon();
    String name = colon < 0 ? host : host.substring(0, colon);
    return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
  }

  /** Returns the port, or empty. */
  String port() {
    int colon = portColon();
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  private int portColon() {
    int colon = host.lastIndexOf(':');
    return colon >= 0 && isOptionalPort(host.substring(colon)) ? colon : -1;
  }
}
