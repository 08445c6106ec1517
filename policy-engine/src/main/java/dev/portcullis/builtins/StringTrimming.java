package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.StringValue;
import java.util.List;
import java.util.Locale;

/** Cutting off the ends of strings, and upper and lower case. */
final class StringTrimming implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("trim")
              .doc("Cuts characters of a set off both ends of a string.")
              .arg("value", RegoType.STRING, "string to trim")
              .arg("cutset", RegoType.STRING, "string of characters that are cut off")
              .result("output", RegoType.STRING, "string trimmed of `cutset` characters")
              .body(Operand.STRING, Operand.TEXT, (ctx, s, set) -> trim(s, set, true, true)),
          Builtin.named("trim_left")
              .doc("Cuts characters of a set off the start of a string.")
              .arg("value", RegoType.STRING, "string to trim")
              .arg("cutset", RegoType.STRING, "string of characters that are cut off on the left")
              .result("output", RegoType.STRING, "string left-trimmed of `cutset` characters")
              .body(Operand.STRING, Operand.TEXT, (ctx, s, set) -> trim(s, set, true, false)),
          Builtin.named("trim_right")
              .doc("Cuts characters of a set off the end of a string.")
              .arg("value", RegoType.STRING, "string to trim")
              .arg("cutset", RegoType.STRING, "string of characters that are cut off on the right")
              .result("output", RegoType.STRING, "string right-trimmed of `cutset` characters")
              .body(Operand.STRING, Operand.TEXT, (ctx, s, set) -> trim(s, set, false, true)),
          Builtin.named("trim_prefix")
              .doc("Cuts a prefix off a string if it is there.")
              .arg("value", RegoType.STRING, "string to trim")
              .arg("prefix", RegoType.STRING, "prefix to cut off")
              .result("output", RegoType.STRING, "string with `prefix` cut off")
              .body(Operand.STRING, Operand.TEXT, (ctx, s, prefix) -> trimPrefix(s, prefix)),
          Builtin.named("trim_suffix")
              .doc("Cuts a suffix off a string if it is there.")
              .arg("value", RegoType.STRING, "string to trim")
              .arg("suffix", RegoType.STRING, "suffix to cut off")
              .result("output", RegoType.STRING, "string with `suffix` cut off")
              .body(Operand.STRING, Operand.TEXT, (ctx, s, suffix) -> trimSuffix(s, suffix)),
          Builtin.named("trim_space")
              .doc("Cuts white space off both ends of a string.")
              .arg("value", RegoType.STRING, "string to trim")
              .result("output", RegoType.STRING, "string leading and trailing white space cut off")
              .body(Operand.STRING, (ctx, s) -> trimSpace(s)),
          Builtin.named("lower")
              .doc("Gives a string in lower case, character by character.")
              .arg("x", RegoType.STRING, "string that is converted to lower-case")
              .result("y", RegoType.STRING, "lower-case of x")
              .body(Operand.STRING, (ctx, s) -> lower(s)),
          Builtin.named("upper")
              .doc("Gives a string in upper case, character by character.")
              .arg("x", RegoType.STRING, "string that is converted to upper-case")
              .result("y", RegoType.STRING, "upper-case of x")
              .body(Operand.STRING, (ctx, s) -> upper(s)));

  private static StringValue trim(StringValue string, String set, boolean left, boolean right) {
    String text = string.value();
    String cut = Text.withoutStrayBytes(set);
    int start = 0;
    int end = text.length();
    if (left) {
      while (start < end) {
        int c = text.codePointAt(start);
        if (cut.indexOf(Text.rune(c)) < 0) {
          break;
        }
        start += Character.charCount(c);
      }
    }
    if (right) {
      while (start < end) {
        int c = text.codePointBefore(end);
        if (cut.indexOf(Text.rune(c)) < 0) {
          break;
        }
        end -= Character.charCount(c);
      }
    }
    return part(string, start, end);
  }

  private static StringValue part(StringValue string, int start, int end) {
    String text = string.value();
    return start == 0 && end == text.length() ? string : StringValue.of(text.substring(start, end));
  }

  private static StringValue trimPrefix(StringValue string, String prefix) {
    String text = string.value();
    if (text.startsWith(prefix)) {
      return part(string, prefix.length(), text.length());
    }
    if (Text.hasStrayBytes(prefix)) {
      String bytes = Text.bytes(text);
      String start = Text.bytes(prefix);
      return bytes.startsWith(start) ? Text.ofBytes(bytes.substring(start.length())) : string;
    }
    return string;
  }

  private static StringValue trimSuffix(StringValue string, String suffix) {
    String text = string.value();
    if (text.endsWith(suffix)) {
      return part(string, 0, text.length() - suffix.length());
    }
    if (Text.hasStrayBytes(suffix)) {
      String bytes = Text.bytes(text);
      String end = Text.bytes(suffix);
      return bytes.endsWith(end)
          ? Text.ofBytes(bytes.substring(0, bytes.length() - end.length()))
          : string;
    }
    return string;
  }

  private static StringValue trimSpace(StringValue string) {
    String text = string.value();
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return part(string, start, end);
  }

  /** Returns whether Unicode calls {@code c} white space. */
  private static boolean isSpace(char c) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  private static StringValue lower(StringValue string) {
    String text = string.value();
    boolean changes = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return mapped(string, false);
      }
      changes |= c >= 'A' && c <= 'Z';
    }
    return changes ? StringValue.of(text.toLowerCase(Locale.ROOT)) : string;
  }

  private static StringValue upper(StringValue string) {
    String text = string.value();
    boolean changes = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return mapped(string, true);
      }
      changes |= c >= 'a' && c <= 'z';
    }
    return changes ? StringValue.of(text.toUpperCase(Locale.ROOT)) : string;
  }

  /** Maps each character to one character: {@code ß} has no upper case. */
  private static StringValue mapped(StringValue string, boolean upper) {
    String text = string.value();
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int rune = Text.rune(c);
      out.appendCodePoint(upper ? Character.toUpperCase(rune) : Character.toLowerCase(rune));
    }
    String result = out.toString();
    return result.equals(text) ? string : StringValue.of(result);
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
