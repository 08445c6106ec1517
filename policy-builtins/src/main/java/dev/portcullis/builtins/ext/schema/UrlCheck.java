package dev.portcullis.builtins.ext.schema;

import com.google.re2j.Pattern;

/** Which texts Go takes for URLs, as far as JSON Schema's formats ask. */
final class UrlCheck {
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");
  private static final Pattern BAD_ESCAPE =
      Pattern.compile("%(?:$|.$|[^0-9a-fA-F].|.[^0-9a-fA-F])");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");
  private static final Pattern HOST =
      Pattern.compile("(\\[[^\\]]*\\]|[^\\x00-\\x20\\[\\]<>\"^`{}|%\\\\/?#:]*)(:[0-9]*)?");

  private UrlCheck() {}

  static boolean hasScheme(String text) {
    return SCHEME.matcher(text).find();
  }

  static boolean isUrl(String text) {
    if (text.indexOf('\\') >= 0 || CONTROL.matcher(text).find() || text.startsWith(":")) {
      return false;
    }
    int hash = text.indexOf('#');
    String rest = hash < 0 ? text : text.substring(0, hash);
    if (hash >= 0 && BAD_ESCAPE.matcher(text.substring(hash + 1)).find()) {
      return false;
    }
    boolean scheme = hasScheme(rest);
    if (scheme) {
      rest = rest.substring(rest.indexOf(':') + 1);
    }
    int mark = rest.indexOf('?');
    rest = mark < 0 ? rest : rest.substring(0, mark);
    if (scheme && !rest.startsWith("/")) {
      return true;
    }
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      String authority = rest.substring(2, slash < 0 ? rest.length() : slash);
      if (!HOST.matches(authority.substring(authority.lastIndexOf('@') + 1))) {
        return false;
      }
      rest = slash < 0 ? "" : rest.substring(slash);
    }
    int slash = rest.indexOf('/');
    String first = slash < 0 ? rest : rest.substring(0, slash);
    return first.indexOf(':') < 0 && !BAD_ESCAPE.matcher(rest).find();
  }
}
