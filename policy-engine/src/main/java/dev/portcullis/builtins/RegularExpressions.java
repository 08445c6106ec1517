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
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.regex.CompiledRegex;
import dev.portcullis.rego.regex.RegexEngine;
import dev.portcullis.rego.regex.RegexSyntaxException;
import java.util.List;

/** Regular expressions in RE2's syntax. */
public final class RegularExpressions implements BuiltinProvider {
  /** Characters of text that count as one step of evaluation. */
  private static final int CHARACTERS_PER_STEP = 64;

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("regex.is_valid")
              .doc(
                  "Checks if a string is a valid regular expression: the "
                      + "detailed syntax for patterns is defined by "
                      + "https://github.com/google/re2/wiki/Syntax.")
              .arg("pattern", RegoType.STRING, "regular expression")
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "true if `pattern` is a valid regular " + "expression")
              .body(
                  Operand.ANY,
                  (ctx, x) ->
                      BooleanValue.of(
                          x instanceof StringValue s && RegexEngine.isValid(s.value()))),
          Builtin.named("regex.match")
              .doc("Matches a string against a regular expression.")
              .arg("pattern", RegoType.STRING, "regular expression")
              .arg("value", RegoType.STRING, "value to match against `pattern`")
              .result("result", RegoType.BOOLEAN, "true if `value` matches `pattern`")
              .body(Operand.TEXT, Operand.TEXT, RegularExpressions::match),
          Builtin.named("re_match")
              .arg("", RegoType.STRING)
              .arg("", RegoType.STRING)
              .result("", RegoType.BOOLEAN)
              .trait(Builtin.Trait.DEPRECATED)
              .body(Operand.TEXT, Operand.TEXT, RegularExpressions::match),
          Builtin.named("regex.split")
              .doc("Splits the input string by the occurrences of the given " + "pattern.")
              .arg("pattern", RegoType.STRING, "regular expression")
              .arg("value", RegoType.STRING, "string to match")
              .result(
                  "output",
                  RegoType.arrayOf(RegoType.STRING),
                  "the parts obtained by splitting `value`")
              .body(
                  Operand.TEXT,
                  Operand.TEXT,
                  (ctx, pattern, text) -> strings(compile(ctx, pattern, text).split(text))),
          Builtin.named("regex.find_n")
              .doc(
                  "Returns the specified number of matches when matching the "
                      + "input against the pattern.")
              .arg("pattern", RegoType.STRING, "regular expression")
              .arg("value", RegoType.STRING, "string to match")
              .arg(
                  "number",
                  RegoType.NUMBER,
                  "number of matches to return, if `-1`, " + "returns all matches")
              .result("output", RegoType.arrayOf(RegoType.STRING), "collected matches")
              .body(
                  Operand.TEXT,
                  Operand.TEXT,
                  Operand.NUMBER,
                  (ctx, pattern, text, n) -> {
                    long limit = integer(n);
                    return strings(compile(ctx, pattern, text).findAll(text, limit));
                  }),
          Builtin.named("regex.find_all_string_submatch_n")
              .doc("Returns all successive matches of the expression.")
              .arg("pattern", RegoType.STRING, "regular expression")
              .arg("value", RegoType.STRING, "string to match")
              .arg(
                  "number",
                  RegoType.NUMBER,
                  "number of matches to return; `-1` means " + "all matches")
              .result(
                  "output",
                  RegoType.arrayOf(RegoType.arrayOf(RegoType.STRING)),
                  "array of all matches")
              .body(
                  Operand.TEXT,
                  Operand.TEXT,
                  Operand.NUMBER,
                  (ctx, pattern, text, n) -> {
                    long limit = integer(n);
                    return ArrayValue.of(
                        compile(ctx, pattern, text).findAllGroups(text, limit).stream()
                            .map(RegularExpressions::strings)
                            .toList());
                  }),
          Builtin.named("regex.replace")
              .doc("Find and replaces the text using the regular expression " + "pattern.")
              .arg("s", RegoType.STRING, "string being processed")
              .arg("pattern", RegoType.STRING, "regex pattern to be applied")
              .arg("value", RegoType.STRING, "regex value")
              .result("output", RegoType.STRING, "string with replaced substrings")
              .body(
                  Operand.TEXT,
                  Operand.TEXT,
                  Operand.TEXT,
                  (ctx, text, pattern, template) ->
                      StringValue.of(compile(ctx, pattern, text).replaceAll(text, template))),
          Builtin.named("regex.template_match")
              .doc("Matches a string against a pattern, where there pattern may " + "be glob-like")
              .arg(
                  "template",
                  RegoType.STRING,
                  "template expression containing `0..n` " + "regular expressions")
              .arg("value", RegoType.STRING, "string to match")
              .arg(
                  "delimiter_start",
                  RegoType.STRING,
                  "start delimiter of the regular " + "expression in `template`")
              .arg(
                  "delimiter_end",
                  RegoType.STRING,
                  "end delimiter of the regular expression " + "in `template`")
              .result("result", RegoType.BOOLEAN, "true if `value` matches the `template`")
              .body((Builtin.FnN) RegularExpressions::templateMatch),
          Builtin.named("regex.globs_match")
              .doc(
                  "Checks if the intersection of two glob-style regular "
                      + "expressions matches a non-empty set of non-empty strings.\nThe "
                      + "set of regex symbols is limited for this builtin: only `.`, "
                      + "`*`, `+`, `[`, `-`, `]` and `\\` are treated as special "
                      + "symbols.")
              .arg("glob1", RegoType.STRING, "first glob-style regular expression")
              .arg("glob2", RegoType.STRING, "second glob-style regular expression")
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "true if the intersection of `glob1` and "
                      + "`glob2` matches a non-empty set of "
                      + "non-empty strings")
              .body(Operand.TEXT, Operand.TEXT, GlobIntersection::isNonEmpty));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Value match(BuiltinContext context, String pattern, String text) {
    return BooleanValue.of(compile(context, pattern, text).matches(text));
  }

  private static CompiledRegex compile(BuiltinContext context, String pattern, String text) {
    context.tick(1 + text.length() / CHARACTERS_PER_STEP);
    try {
      return RegexEngine.compile(pattern);
    } catch (RegexSyntaxException e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  private static Value strings(List<String> texts) {
    return ArrayValue.of(texts.stream().map(StringValue::of).toList());
  }

  private static long integer(NumberValue n) {
    if (!n.isLong()) {
      throw BuiltinException.type("operand 3 must be integer number but got floating-point number");
    }
    return n.longValue();
  }

  private static Value templateMatch(BuiltinContext context, Value[] arguments) {
    StringValue template = Operand.STRING.of(arguments[0], 1);
    String text = Operand.TEXT.of(arguments[1], 2);
    String start = delimiter(Operand.STRING.of(arguments[2], 3));
    String end = delimiter(Operand.STRING.of(arguments[3], 4));
    if (start.length() != 1) {
      throw BuiltinException.failed(
          "start delimiter has to be exactly one character long but is "
              + start.length()
              + " long");
    }
    if (end.length() != 1) {
      throw BuiltinException.failed(
          "end delimiter has to be exactly one character long but is " + start.length() + " long");
    }
    String pattern = templatePattern(context, template, start.charAt(0), end.charAt(0));
    return BooleanValue.of(compile(context, pattern, text).matches(text));
  }

  private static String delimiter(StringValue text) {
    return ByteText.of(text);
  }

  /** Returns the template as a pattern: what is between delimiters is a pattern of its own. */
  private static String templatePattern(
      BuiltinContext context, StringValue template, char start, char end) {
    String source = ByteText.of(template);
    StringBuilder pattern = new StringBuilder("^");
    int level = 0;
    int open = 0;
    int done = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == start) {
        if (++level == 1) {
          open = i;
        }
      } else if (c == end && --level == 0) {
        String inner = source.substring(open + 1, i);
        compile(context, ByteText.text("^" + inner + "$"), "");
        pattern.append(CompiledRegex.quote(source.substring(done, open)));
        pattern.append('(').append(inner).append(')');
        done = i + 1;
      } else if (level < 0) {
        break;
      }
    }
    if (level != 0) {
      throw BuiltinException.failed("unbalanced braces in " + GoQuote.quote(template.value()));
    }
    pattern.append(CompiledRegex.quote(source.substring(done))).append('$');
    return ByteText.text(pattern);
  }
}
