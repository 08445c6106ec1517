package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.glob.CompiledGlob;
import dev.portcullis.rego.glob.GlobSyntaxException;
import java.util.List;

/** Globs. */
public final class Globs implements BuiltinProvider {
  private static final String DEFAULT_DELIMITERS = ".";
  private static final int CHARACTERS_PER_STEP = 64;

  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("glob.match")
              .doc(
                  "Parses and matches strings against the glob notation. Not to "
                      + "be confused with `regex.globs_match`.")
              .arg("pattern", RegoType.STRING, "glob pattern")
              .arg(
                  "delimiters",
                  RegoType.anyOf(RegoType.NULL, RegoType.arrayOf(RegoType.STRING)),
                  "glob pattern delimiters, e.g. `[\".\", "
                      + "\":\"]`, defaults to `[\".\"]` if unset. If "
                      + "`delimiters` is `null`, glob match "
                      + "without delimiter.")
              .arg("match", RegoType.STRING, "string to match against `pattern`")
              .result(
                  "result",
                  RegoType.BOOLEAN,
                  "true if `match` can be found in "
                      + "`pattern` which is separated by "
                      + "`delimiters`")
              .body(
                  Operand.TEXT,
                  Operand.ANY,
                  Operand.TEXT,
                  (ctx, glob, delimiters, text) -> match(ctx, glob, delimiters(delimiters), text)),
          Builtin.named("glob.quote_meta")
              .doc(
                  "Returns a string which represents a version of the pattern "
                      + "where all asterisks have been escaped.")
              .arg("pattern", RegoType.STRING, "glob pattern")
              .result("output", RegoType.STRING, "the escaped string of `pattern`")
              .body(Operand.TEXT, (ctx, x) -> StringValue.of(CompiledGlob.quote(x))));

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Value match(BuiltinContext context, String glob, String delimiters, String text) {
    context.tick(1 + text.length() / CHARACTERS_PER_STEP);
    try {
      return BooleanValue.of(CompiledGlob.compile(glob, delimiters).matches(text));
    } catch (GlobSyntaxException e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  /** Null means none; an empty array means the default. */
  private static String delimiters(Value value) {
    if (value == NullValue.NULL) {
      return "";
    }
    if (!(value instanceof ArrayValue array)) {
      throw BuiltinException.operand(2, "one of {array, null}", value.kind().typeName());
    }
    if (array.size() == 0) {
      return DEFAULT_DELIMITERS;
    }
    StringBuilder delimiters = new StringBuilder();
    for (Value element : array) {
      if (!(element instanceof StringValue text)) {
        throw element(element, "string");
      }
      if (text.value().codePointCount(0, text.value().length()) != 1) {
        throw element(element, "rune");
      }
      delimiters.append(text.value());
    }
    return delimiters.toString();
  }

  private static BuiltinException element(Value element, String expected) {
    return BuiltinException.type(
        "operand 2 must be array of "
            + expected
            + "s but got array containing "
            + element.kind().typeName());
  }
}
