package dev.portcullis.builtins.ext.text;

import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueText;

/** Writes values as Go's JSON encoder does. */
public final class GoJson {
  private GoJson() {}

  /**
   * Returns {@code value} as compact JSON in which {@code <}, {@code >}, {@code &} and the two
   * Unicode line separators are escaped. They occur in strings only, so the text is escaped as a
   * whole.
   */
  public static String marshal(Value value) {
    return escapeHtml(ValueText.json(value));
  }

  private static String escapeHtml(String json) {
    int special = 0;
    while (special < json.length() && !isSpecial(json.charAt(special))) {
      special++;
    }
    if (special == json.length()) {
      return json;
    }
    StringBuilder out = new StringBuilder(json.length() + 16).append(json, 0, special);
    for (int i = special; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isSpecial(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isSpecial(char c) {
    return c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
  }
}
