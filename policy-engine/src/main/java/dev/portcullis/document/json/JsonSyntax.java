package dev.portcullis.document.json;

import dev.portcullis.document.source.Cursor;
import dev.portcullis.document.source.SyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first mistake of a text that is no JSON. Readers ask it only once they have failed: it
 * knows the place to the character, and words that speak of JSON and not of a parser.
 */
final class JsonSyntax {
  private final byte[] text;
  private int at;

  /** The open arrays and objects: a set bit is an object. */
  private final BitSet objects = new BitSet();

  private int depth;

  private JsonSyntax(byte[] text) {
    this.text = text;
  }

  /**
   * Returns the first mistake, or {@code null} if the text is JSON.
   *
   * @param text well-formed UTF-8 without a byte order mark
   */
  static @Nullable SyntaxException firstMistake(byte[] text) {
    JsonSyntax syntax = new JsonSyntax(text);
    String message = syntax.check();
    return message == null ? null : new Cursor(text).to(syntax.at).error(message);
  }

  private @Nullable String check() {
    String mistake = value();
    while (mistake == null && depth > 0) {
      mistake = next();
    }
    if (mistake == null) {
      space();
      mistake = at < text.length ? "unexpected text after the value" : null;
    }
    return mistake;
  }

  /** Reads a scalar, or the beginning of an array or object up to its first value. */
  private @Nullable String value() {
    space();
    if (at == text.length) {
      return end();
    }
    byte c = text[at];
    if (c == '{' || c == '[') {
      at++;
      objects.set(depth++, c == '{');
      space();
      if (at < text.length && text[at] == (c == '{' ? '}' : ']')) {
        at++;
        depth--;
        return null;
      }
      return c == '{' ? key() : null;
    }
    if (c == '"') {
      return string();
    }
    return c == '-' || isDigit(c) ? number() : word();
  }

  /** Reads on inside of the innermost array or object. */
  private @Nullable String next() {
    boolean object = objects.get(depth - 1);
    space();
    boolean first = opened();
    if (!first) {
      if (at == text.length) {
        return end();
      }
      if (text[at] == (object ? '}' : ']')) {
        at++;
        depth--;
        return null;
      }
      if (text[at] != ',') {
        return "unexpected "
            + character()
            + ", expected a comma or the end of the "
            + (object ? "object" : "array");
      }
      at++;
      String mistake = object ? key() : null;
      if (mistake != null) {
        return mistake;
      }
    }
    return value();
  }

  /** Returns whether the last thing read was an opening bracket or a colon. */
  private boolean opened() {
    int i = at - 1;
    while (i >= 0 && isSpace(text[i])) {
      i--;
    }
    return i >= 0 && (text[i] == '[' || text[i] == ':');
  }

  private @Nullable String key() {
    space();
    if (at == text.length) {
      return end();
    }
    if (text[at] != '"') {
      return "unexpected " + character() + ", expected a key in double quotes";
    }
    String mistake = string();
    if (mistake != null) {
      return mistake;
    }
    space();
    if (at == text.length) {
      return end();
    }
    if (text[at] != ':') {
      return "unexpected " + character() + ", expected a colon after the key";
    }
    at++;
    return null;
  }

  private @Nullable String string() {
    at++;
    while (at < text.length) {
      byte c = text[at];
      if (c == '"') {
        at++;
        return null;
      }
      if (c >= 0 && c < 0x20) {
        return "unexpected " + character() + " in a string";
      }
      if (c == '\\') {
        at++;
        String mistake = escape();
        if (mistake != null) {
          return mistake;
        }
      } else {
        at++;
      }
    }
    return end();
  }

  private @Nullable String escape() {
    if (at == text.length) {
      return end();
    }
    if (text[at] != 'u') {
      if ("\"\\/bfnrt".indexOf(text[at]) < 0) {
        return "unexpected " + character() + " after a backslash";
      }
      at++;
      return null;
    }
    at++;
    for (int k = 0; k < 4; k++, at++) {
      if (at == text.length) {
        return end();
      }
      if (Character.digit(text[at], 16) < 0) {
        return "unexpected " + character() + ", expected four hexadecimal digits";
      }
    }
    return null;
  }

  private @Nullable String number() {
    int start = at;
    if (text[at] == '-') {
      at++;
    }
    int first = at;
    String mistake = digits();
    if (mistake != null) {
      return mistake;
    }
    if (text[first] == '0' && at > first + 1) {
      at = start;
      return "a number cannot begin with a zero";
    }
    if (at < text.length && text[at] == '.') {
      at++;
      mistake = digits();
    }
    if (mistake == null && at < text.length && (text[at] == 'e' || text[at] == 'E')) {
      at++;
      if (at < text.length && (text[at] == '+' || text[at] == '-')) {
        at++;
      }
      mistake = digits();
    }
    return mistake;
  }

  private @Nullable String digits() {
    if (at == text.length) {
      return end();
    }
    if (!isDigit(text[at])) {
      return "unexpected " + character() + ", expected a digit";
    }
    while (at < text.length && isDigit(text[at])) {
      at++;
    }
    return null;
  }

  private @Nullable String word() {
    int end = at;
    while (end < text.length && end - at < 20 && Character.isLetterOrDigit(text[end])) {
      end++;
    }
    String word = new String(text, at, end - at, StandardCharsets.US_ASCII);
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      at = end;
      return null;
    }
    return "unexpected " + (word.isEmpty() ? character() : word) + ", expected a value";
  }

  private String end() {
    return "unexpected end of the text";
  }

  /** Returns the character here as a message shows it. */
  private String character() {
    int length = 1;
    while (at + length < text.length && (text[at + length] & 0xC0) == 0x80) {
      length++;
    }
    int c = new String(text, at, length, StandardCharsets.UTF_8).codePointAt(0);
    return c < 0x20 || c == 0x7F
        ? String.format("character U+%04X", c)
        : "character '" + Character.toString(c) + "'";
  }

  private void space() {
    while (at < text.length && isSpace(text[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
