package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looking for one string in another. */
final class StringSearch implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("contains")
              .doc("Tells whether a string has another in it.")
              .arg("haystack", RegoType.STRING, "string to search in")
              .arg("needle", RegoType.STRING, "substring to look for")
              .result("result", RegoType.BOOLEAN, "result of the containment check")
              .body(Operand.TEXT, Operand.TEXT, (ctx, s, t) -> BooleanValue.of(contains(s, t))),
          Builtin.named("startswith")
              .doc("Tells whether a string begins with another.")
              .arg("search", RegoType.STRING, "search string")
              .arg("base", RegoType.STRING, "base string")
              .result("result", RegoType.BOOLEAN, "result of the prefix check")
              .body(Operand.TEXT, Operand.TEXT, (ctx, s, t) -> BooleanValue.of(starts(s, t))),
          Builtin.named("endswith")
              .doc("Tells whether a string ends with another.")
              .arg("search", RegoType.STRING, "search string")
              .arg("base", RegoType.STRING, "base string")
              .result("result", RegoType.BOOLEAN, "result of the suffix check")
              .body(Operand.TEXT, Operand.TEXT, (ctx, s, t) -> BooleanValue.of(ends(s, t))),
          Builtin.named("indexof")
              .doc(
                  "Gives the position of the first character of a string's first occurrence in"
                      + " another, or -1.")
              .arg("haystack", RegoType.STRING, "string to search in")
              .arg("needle", RegoType.STRING, "substring to look for")
              .result("output", RegoType.NUMBER, "index of first occurrence, `-1` if not found")
              .body(Operand.TEXT, Operand.TEXT, (ctx, s, t) -> indexOf(s, t)),
          Builtin.named("indexof_n")
              .doc(
                  "Lists the positions of a string's occurrences in another, overlapping ones too.")
              .arg("haystack", RegoType.STRING, "string to search in")
              .arg("needle", RegoType.STRING, "substring to look for")
              .result(
                  "output",
                  RegoType.arrayOf(RegoType.NUMBER),
                  "all indices at which `needle` occurs in `haystack`, may be empty")
              .body(Operand.TEXT, Operand.TEXT, StringSearch::allIndexes),
          Builtin.named("strings.count")
              .doc("Counts the occurrences of a string in another that do not overlap.")
              .arg("search", RegoType.STRING, "string to search in")
              .arg("substring", RegoType.STRING, "substring to look for")
              .result("output", RegoType.NUMBER, "count of occurrences, `0` if not found")
              .body(Operand.TEXT, Operand.TEXT, StringSearch::count),
          Builtin.named("strings.any_prefix_match")
              .doc("Tells whether one of some strings begins with one of some others.")
              .arg(
                  "search",
                  RegoType.anyOf(
                      RegoType.STRING,
                      RegoType.arrayOf(RegoType.STRING),
                      RegoType.setOf(RegoType.STRING)),
                  "search string(s)")
              .arg(
                  "base",
                  RegoType.anyOf(
                      RegoType.STRING,
                      RegoType.arrayOf(RegoType.STRING),
                      RegoType.setOf(RegoType.STRING)),
                  "base string(s)")
              .result("result", RegoType.BOOLEAN, "result of the prefix check")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> anyMatch(ctx, a, b, true)),
          Builtin.named("strings.any_suffix_match")
              .doc("Tells whether one of some strings ends with one of some others.")
              .arg(
                  "search",
                  RegoType.anyOf(
                      RegoType.STRING,
                      RegoType.arrayOf(RegoType.STRING),
                      RegoType.setOf(RegoType.STRING)),
                  "search string(s)")
              .arg(
                  "base",
                  RegoType.anyOf(
                      RegoType.STRING,
                      RegoType.arrayOf(RegoType.STRING),
                      RegoType.setOf(RegoType.STRING)),
                  "base string(s)")
              .result("result", RegoType.BOOLEAN, "result of the suffix check")
              .body(Operand.ANY, Operand.ANY, (ctx, a, b) -> anyMatch(ctx, a, b, false)));

  /** Up to this many prefixes are tried one after the other. */
  private static final int FEW = 8;

  private static boolean contains(String text, String part) {
    return text.contains(part)
        || (Text.hasStrayBytes(part) && Text.bytes(text).contains(Text.bytes(part)));
  }

  private static boolean starts(String text, String prefix) {
    return text.startsWith(prefix)
        || (Text.hasStrayBytes(prefix) && Text.bytes(text).startsWith(Text.bytes(prefix)));
  }

  private static boolean ends(String text, String suffix) {
    return text.endsWith(suffix)
        || (Text.hasStrayBytes(suffix) && Text.bytes(text).endsWith(Text.bytes(suffix)));
  }

  private static NumberValue indexOf(String text, String part) {
    requireSearch(part);
    String in = Text.withoutStrayBytes(text);
    int at = in.indexOf(Text.withoutStrayBytes(part));
    return NumberValue.of(at <= 0 ? at : in.codePointCount(0, at));
  }

  private static ArrayValue allIndexes(BuiltinContext ctx, String text, String part) {
    requireSearch(part);
    String in = Text.withoutStrayBytes(text);
    String search = Text.withoutStrayBytes(part);
    List<Value> found = new ArrayList<>();
    int characters = 0;
    int counted = 0;
    for (int at = in.indexOf(search); at >= 0; at = in.indexOf(search, at + 1)) {
      ctx.tick(1 + search.length() / 16);
      characters += in.codePointCount(counted, at);
      counted = at;
      found.add(NumberValue.of(characters));
    }
    return ArrayValue.of(found);
  }

  private static void requireSearch(String part) {
    if (part.isEmpty()) {
      throw BuiltinException.failed("empty search character");
    }
  }

  private static NumberValue count(BuiltinContext ctx, String text, String part) {
    if (part.isEmpty()) {
      return NumberValue.of(Text.length(text) + 1L);
    }
    boolean asBytes = Text.hasStrayBytes(part);
    String in = asBytes ? Text.bytes(text) : text;
    String search = asBytes ? Text.bytes(part) : part;
    long count = 0;
    for (int at = in.indexOf(search); at >= 0; at = in.indexOf(search, at + search.length())) {
      count++;
    }
    ctx.tick(text.length() / 16);
    return NumberValue.of(count);
  }

  private static BooleanValue anyMatch(
      BuiltinContext ctx, Value search, Value base, boolean prefix) {
    String[] texts = strings(search, 1);
    String[] affixes = strings(base, 2);
    ctx.tick(texts.length + affixes.length);
    if (affixes.length <= FEW) {
      for (String text : texts) {
        for (String affix : affixes) {
          if (prefix ? starts(text, affix) : ends(text, affix)) {
            return BooleanValue.TRUE;
          }
        }
      }
      return BooleanValue.FALSE;
    }
    return BooleanValue.of(anyOfMany(ctx, texts, affixes, prefix));
  }

  /** Looks up the affixes of each length that occurs, instead of trying each pair. */
  private static boolean anyOfMany(
      BuiltinContext ctx, String[] texts, String[] affixes, boolean prefix) {
    Set<String> known = new HashSet<>(Arrays.asList(affixes));
    int[] lengths = Arrays.stream(affixes).mapToInt(String::length).distinct().toArray();
    for (String text : texts) {
      ctx.tick(lengths.length);
      for (int length : lengths) {
        if (length <= text.length()) {
          int from = prefix ? 0 : text.length() - length;
          if (known.contains(text.substring(from, from + length))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static String[] strings(Value value, int operand) {
    if (value instanceof StringValue string) {
      return new String[] {string.value()};
    }
    ArrayValue elements;
    if (value instanceof ArrayValue array) {
      elements = array;
    } else if (value instanceof SetValue set) {
      elements = set.sorted();
    } else {
      throw Operands.oneOf(operand, value, "string, set, array");
    }
    String[] texts = new String[elements.size()];
    for (int i = 0; i < texts.length; i++) {
      if (!(elements.at(i) instanceof StringValue string)) {
        throw Operands.element(operand, value, elements.at(i), "string");
      }
      texts[i] = string.value();
    }
    return texts;
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
