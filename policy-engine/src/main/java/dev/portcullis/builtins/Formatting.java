package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.IntegerNumber;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.number.Arithmetic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Turning values into text. */
final class Formatting implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("format_int")
              .doc("Writes a number, without its fraction, in base 2, 8, 10 or 16.")
              .arg("number", RegoType.NUMBER, "number to format")
              .arg("base", RegoType.NUMBER, "base of number representation to use")
              .result("output", RegoType.STRING, "formatted number")
              .body(Operand.NUMBER, Operand.NUMBER, (ctx, a, base) -> formatInt(a, base)),
          Builtin.named("strings.render_template")
              .doc("Fills a template of Go's text/template with the entries of an object.")
              .arg("value", RegoType.STRING, "a templated string")
              .arg(
                  "vars",
                  RegoType.objectOf(RegoType.STRING, RegoType.ANY),
                  "a mapping of template variable keys to values")
              .result(
                  "result", RegoType.STRING, "rendered template with template variables injected")
              .body(Operand.TEXT, Operand.OBJECT, TemplateRunner::render),
          Builtin.named("sprintf")
              .doc("Formats values after a format string with the verbs of Go.")
              .arg("format", RegoType.STRING, "string with formatting verbs")
              .arg(
                  "values",
                  RegoType.arrayOf(RegoType.ANY),
                  "arguments to format into formatting verbs")
              .result("output", RegoType.STRING, "`format` formatted by the values in `values`")
              .body(Operand.TEXT, Operand.ARRAY, Formatting::sprintf));

  private static StringValue formatInt(NumberValue number, NumberValue base) {
    int radix =
        switch (base.text()) {
          case "2" -> 2;
          case "8" -> 8;
          case "10" -> 10;
          case "16" -> 16;
          default -> throw BuiltinException.type("operand 2 must be one of {2, 8, 10, 16}");
        };
    if (number instanceof IntegerNumber) {
      return StringValue.of(Long.toString(number.longValue(), radix));
    }
    return StringValue.of(integer(number).toString(radix));
  }

  /** Returns the number without its fraction; only plain digits are taken exactly. */
  private static BigInteger integer(NumberValue number) {
    String text = number.text();
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return Arithmetic.truncate(number);
      }
    }
    return number.toBigDecimal().toBigInteger();
  }

  private static StringValue sprintf(BuiltinContext ctx, String format, ArrayValue arguments) {
    if (format.equals("%d")
        && arguments.size() == 1
        && arguments.at(0) instanceof IntegerNumber n) {
      return StringValue.of(Long.toString(n.longValue()));
    }
    List<GoArgument> converted = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      Value argument = arguments.at(i);
      converted.add(GoFormat.argument(argument));
    }
    String text = GoFormat.format(format, converted);
    ctx.tick(1 + text.length() / 64);
    return Text.joined(text);
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
