package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Making strings of strings. */
final class StringEditing implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("concat")
              .doc("Joins strings with a delimiter between them.")
              .arg("delimiter", RegoType.STRING, "string to use as a delimiter")
              .arg(
                  "collection",
                  RegoType.anyOf(
                      RegoType.arrayOf(RegoType.STRING), RegoType.setOf(RegoType.STRING)),
                  "strings to join")
              .result("output", RegoType.STRING, "the joined string")
              .body(Operand.STRING, Operand.ANY, StringEditing::concat),
          Builtin.named("split")
              .doc("Cuts a string at each occurrence of a delimiter.")
              .arg("x", RegoType.STRING, "string that is split")
              .arg("delimiter", RegoType.STRING, "delimiter used for splitting")
              .result("ys", RegoType.arrayOf(RegoType.STRING), "split parts")
              .body(Operand.STRING, Operand.TEXT, StringEditing::split),
          Builtin.named("strings.split_n")
              .doc(
                  "Cuts a string at a delimiter and gives the first parts, or the last ones if the"
                      + " number is negative.")
              .arg("x", RegoType.STRING, "string that is split")
              .arg("delimiter", RegoType.STRING, "delimiter used for splitting")
              .arg(
                  "n",
                  RegoType.NUMBER,
                  "number of parts to return; positive selects from the left, negative from the"
                      + " right, zero returns an empty array")
              .result("ys", RegoType.arrayOf(RegoType.STRING), "split parts")
              .body(
                  Operand.STRING,
                  Operand.TEXT,
                  Operands.integer(3),
                  (ctx, s, d, n) -> splitN(ctx, s, d, n)),
          Builtin.named("substring")
              .doc(
                  "Gives the characters from an offset on, at most so many; a negative length takes"
                      + " all.")
              .arg("value", RegoType.STRING, "string to extract substring from")
              .arg("offset", RegoType.NUMBER, "offset, must be positive")
              .arg("length", RegoType.NUMBER, "length of the substring starting from `offset`")
              .result(
                  "output",
                  RegoType.STRING,
                  "substring of `value` from `offset`, of length `length`")
              .body(
                  Operand.STRING,
                  Operands.integer(2),
                  Operands.integer(3),
                  (ctx, s, from, length) -> substring(s, from, length)),
          Builtin.named("replace")
              .doc("Replaces each occurrence of a string.")
              .arg("x", RegoType.STRING, "string being processed")
              .arg("old", RegoType.STRING, "substring to replace")
              .arg("new", RegoType.STRING, "string to replace `old` with")
              .result("y", RegoType.STRING, "string with replaced substrings")
              .body(Operand.STRING, Operand.TEXT, Operand.TEXT, StringEditing::replace),
          Builtin.named("strings.replace_n")
              .doc("Replaces the occurrences of several strings in one pass.")
              .arg(
                  "patterns",
                  RegoType.objectOf(RegoType.STRING, RegoType.STRING),
                  "replacement pairs")
              .arg("value", RegoType.STRING, "string to replace substring matches in")
              .result("output", RegoType.STRING, "string with replaced substrings")
              .body(Operand.OBJECT, Operand.STRING, Replacer::replace),
          Builtin.named("strings.reverse")
              .doc("Gives the characters from the last to the first.")
              .arg("x", RegoType.STRING, "string to reverse")
              .result("y", RegoType.STRING, "reversed string")
              .body(Operand.TEXT, (ctx, s) -> reverse(s)));

  private static StringValue concat(BuiltinContext ctx, StringValue delimiter, Value collection) {
    ArrayValue parts;
    if (collection instanceof ArrayValue array) {
      parts = array;
    } else if (collection instanceof SetValue set) {
      parts = set.sorted();
    } else {
      throw Operands.oneOf(2, collection, "set, array");
    }
    int size = parts.size();
    if (size == 0) {
      return StringValue.EMPTY;
    }
    if (size == 1 && parts.at(0) instanceof StringValue only) {
      return only;
    }
    String between = delimiter.value();
    StringBuilder out = new StringBuilder(16 * size);
    boolean stray = startsStray(between);
    for (int i = 0; i < size; i++) {
      if (!(parts.at(i) instanceof StringValue part)) {
        throw Operands.element(2, collection, parts.at(i), "string");
      }
      if (i > 0) {
        out.append(between);
      }
      stray |= startsStray(part.value());
      out.append(part.value());
    }
    ctx.tick(size + out.length() / 64);
    return stray ? Text.joined(out.toString()) : StringValue.of(out.toString());
  }

  /** Returns whether the text starts with a byte that may complete what is put before it. */
  private static boolean startsStray(String text) {
    return !text.isEmpty() && Character.isLowSurrogate(text.charAt(0));
  }

  private static ArrayValue split(BuiltinContext ctx, StringValue string, String delimiter) {
    String text = string.value();
    if (delimiter.isEmpty()) {
      return ArrayValue.of(characters(ctx, text, Integer.MAX_VALUE));
    }
    if (Text.hasStrayBytes(delimiter)) {
      return splitBytes(ctx, string, delimiter);
    }
    int at = text.indexOf(delimiter);
    if (at < 0) {
      return ArrayValue.of(string);
    }
    return ArrayValue.of(parts(ctx, text, delimiter, Integer.MAX_VALUE));
  }

  private static ArrayValue splitBytes(BuiltinContext ctx, StringValue string, String delimiter) {
    List<Value> parts =
        parts(ctx, Text.bytes(string.value()), Text.bytes(delimiter), Integer.MAX_VALUE);
    parts.replaceAll(part -> Text.ofBytes(((StringValue) part).value()));
    return ArrayValue.of(parts);
  }

  /** Returns the first parts of {@code text}, at most {@code limit}. */
  private static List<Value> parts(BuiltinContext ctx, String text, String delimiter, int limit) {
    List<Value> parts = new ArrayList<>();
    int start = 0;
    int at = text.indexOf(delimiter);
    while (at >= 0 && parts.size() < limit) {
      parts.add(StringValue.of(text.substring(start, at)));
      start = at + delimiter.length();
      at = text.indexOf(delimiter, start);
    }
    if (parts.size() < limit) {
      parts.add(StringValue.of(text.substring(start)));
    }
    ctx.tick(parts.size());
    return parts;
  }

  private static List<Value> characters(BuiltinContext ctx, String text, int limit) {
    ctx.tick(text.length());
    List<Value> characters = new ArrayList<>(Math.min(limit, text.length()));
    for (int i = 0; i < text.length() && characters.size() < limit; ) {
      int next = text.offsetByCodePoints(i, 1);
      characters.add(StringValue.of(text.substring(i, next)));
      i = next;
    }
    return characters;
  }

  private static ArrayValue splitN(
      BuiltinContext ctx, StringValue string, String delimiter, long count) {
    if (count >= 0) {
      int limit = (int) Math.min(count, Integer.MAX_VALUE);
      if (delimiter.isEmpty()) {
        return ArrayValue.of(characters(ctx, string.value(), limit));
      }
      return Text.hasStrayBytes(delimiter)
          ? first(splitBytes(ctx, string, delimiter), limit)
          : ArrayValue.of(parts(ctx, string.value(), delimiter, limit));
    }
    ArrayValue all = split(ctx, string, delimiter);
    return all.slice((int) Math.max(0, all.size() + count), all.size());
  }

  private static ArrayValue first(ArrayValue all, int limit) {
    return all.slice(0, Math.min(limit, all.size()));
  }

  private static StringValue substring(StringValue string, long offset, long length) {
    if (offset < 0) {
      throw BuiltinException.failed("negative offset");
    }
    String text = string.value();
    int size = Text.length(text);
    if (offset == 0 && length >= size) {
      return string;
    }
    if (offset >= size) {
      return StringValue.EMPTY;
    }
    int from = (int) offset;
    int to = length < 0 || length >= size - from ? size : from + (int) length;
    if (size == text.length()) {
      return StringValue.of(Text.withoutStrayBytes(text.substring(from, to)));
    }
    int start = text.offsetByCodePoints(0, from);
    int end = text.offsetByCodePoints(start, to - from);
    return StringValue.of(Text.withoutStrayBytes(text.substring(start, end)));
  }

  private static StringValue replace(
      BuiltinContext ctx, StringValue string, String old, String replacement) {
    String text = string.value();
    if (old.isEmpty()) {
      return Text.isAscii(text)
          ? Text.joined(interleave(text, replacement))
          : Text.ofBytes(interleave(Text.bytes(text), Text.bytes(replacement)));
    }
    ctx.tick(text.length() / 16);
    if (Text.hasStrayBytes(old)) {
      return Text.ofBytes(Text.bytes(text).replace(Text.bytes(old), Text.bytes(replacement)));
    }
    if (text.indexOf(old) < 0) {
      return string;
    }
    return Text.joined(text.replace(old, replacement));
  }

  private static String interleave(String text, String replacement) {
    StringBuilder out = new StringBuilder(replacement);
    for (int i = 0; i < text.length(); i++) {
      out.append(text.charAt(i)).append(replacement);
    }
    return out.toString();
  }

  private static StringValue reverse(String text) {
    if (text.length() < 2) {
      return StringValue.of(text);
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = text.length(); i > 0; ) {
      int c = text.codePointBefore(i);
      out.appendCodePoint(c);
      i -= Character.charCount(c);
    }
    return Text.joined(out.toString());
  }

  /** Replaces several strings at once; of those that fit at a place the smallest is taken. */
  private static final class Replacer {
    private final String[] olds;
    private final String[] replacements;

    private Replacer(String[] olds, String[] replacements) {
      this.olds = olds;
      this.replacements = replacements;
    }

    static StringValue replace(BuiltinContext ctx, ObjectValue patterns, StringValue string) {
      int size = patterns.size();
      String[] olds = new String[size];
      String[] replacements = new String[size];
      for (int i = 0; i < size; i++) {
        if (!(patterns.keyAt(i) instanceof StringValue old)) {
          throw BuiltinException.type("operand 1 non-string key found in pattern object");
        }
        if (!(patterns.valueAt(i) instanceof StringValue replacement)) {
          throw BuiltinException.type("operand 1 non-string value found in pattern object");
        }
        olds[i] = old.value();
        replacements[i] = replacement.value();
      }
      String text = string.value();
      boolean asBytes = size > 0 && olds[0].isEmpty() && !Text.isAscii(text);
      for (int i = 0; i < size && !asBytes; i++) {
        asBytes = Text.hasStrayBytes(olds[i]);
      }
      if (asBytes) {
        for (int i = 0; i < size; i++) {
          olds[i] = Text.bytes(olds[i]);
          replacements[i] = Text.bytes(replacements[i]);
        }
        return Text.ofBytes(new Replacer(olds, replacements).replace(ctx, Text.bytes(text)));
      }
      return Text.joined(new Replacer(olds, replacements).replace(ctx, text));
    }

    private String replace(BuiltinContext ctx, String text) {
      ctx.tick(text.length() / 16 * (olds.length + 1));
      StringBuilder out = new StringBuilder(text.length() + 16);
      boolean afterEmpty = false;
      int copied = 0;
      int i = 0;
      while (i <= text.length()) {
        int match = match(text, i, afterEmpty);
        if (match < 0) {
          afterEmpty = false;
          i++;
        } else {
          afterEmpty = olds[match].isEmpty();
          out.append(text, copied, i).append(replacements[match]);
          i += olds[match].length();
          copied = i;
        }
      }
      return copied == 0 && out.length() == 0
          ? text
          : out.append(text, copied, text.length()).toString();
    }

    private int match(String text, int at, boolean afterEmpty) {
      for (int k = 0; k < olds.length; k++) {
        if (text.startsWith(olds[k], at) && !(afterEmpty && olds[k].isEmpty())) {
          return k;
        }
      }
      return -1;
    }
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
