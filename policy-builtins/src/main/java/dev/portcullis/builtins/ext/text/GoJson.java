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
    StringBuilder out = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean special = c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029';
      if (special && out == null) {
        out = new StringBuilder(json.length() + 16).append(json, 0, i);
      }
      if (special) {
        out.append(String.format("\\u%04x", (int) c));
      } else if (out != null) {
        out.append(c);
      }
    }
    return out == null ? json : out.toString();
  }
}
