package dev.portcullis.builtins;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinContext.MessageKind;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.List;

/** Lines for people to read, and template strings. */
final class Output implements BuiltinProvider {
  private static final List<Builtin> ROWS =
      List.of(
          Builtin.named("print")
              .doc("Writes its arguments as a line of output.")
              .rest("", RegoType.ANY, "")
              .trait(Builtin.Trait.COMPILED_AWAY)
              .body((Builtin.FnN) (ctx, arguments) -> print(ctx, ArrayValue.of(arguments))),
          Builtin.named("internal.print")
              .doc("Writes a line for each choice of an element from each set.")
              .arg("", RegoType.arrayOf(RegoType.setOf(RegoType.ANY)))
              .body(Operand.ARRAY, Output::print),
          Builtin.named("internal.template_string")
              .doc("Joins the parts of a template string.")
              .arg("", RegoType.arrayOf(RegoType.ANY))
              .result("", RegoType.STRING)
              .body(Operand.ARRAY, (ctx, parts) -> templateString(parts)),
          Builtin.named("internal.test_case")
              .doc("Names the case that a parameterised test runs.")
              .arg("", RegoType.arrayOf(RegoType.ANY))
              .body(Operand.ARRAY, (ctx, names) -> BooleanValue.TRUE),
          Builtin.named("trace")
              .doc("Writes a note into the explanation of the evaluation.")
              .arg("note", RegoType.STRING, "the note to include")
              .result("result", RegoType.BOOLEAN, "always `true`")
              .body(
                  Operand.TEXT,
                  (ctx, text) -> {
                    ctx.message(MessageKind.TRACE, text);
                    return BooleanValue.TRUE;
                  }));

  private static final String UNDEFINED = "<undefined>";

  private static BooleanValue print(BuiltinContext ctx, ArrayValue operands) {
    int[] choice = new int[operands.size()];
    boolean more = true;
    while (more) {
      ctx.tick(1 + choice.length);
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < choice.length; i++) {
        line.append(i == 0 ? "" : " ").append(text(operands.at(i), choice[i]));
      }
      ctx.message(MessageKind.PRINT, line.toString());
      more = next(operands, choice);
    }
    return BooleanValue.TRUE;
  }

  /** Goes on to the next choice, the last operand's first; returns false after the last one. */
  private static boolean next(ArrayValue operands, int[] choice) {
    for (int i = choice.length - 1; i >= 0; i--) {
      if (operands.at(i) instanceof SetValue set && choice[i] + 1 < set.size()) {
        choice[i]++;
        return true;
      }
      choice[i] = 0;
    }
    return false;
  }

  private static String text(Value operand, int choice) {
    if (operand instanceof SetValue set) {
      return set.size() == 0 ? UNDEFINED : plain(set.sorted().at(choice));
    }
    if (operand instanceof ArrayValue || operand instanceof ObjectValue) {
      throw BuiltinException.failed("illegal argument type: " + operand.kind().typeName());
    }
    return plain(operand);
  }

  private static String plain(Value value) {
    return value instanceof StringValue string ? string.value() : value.toString();
  }

  private static StringValue templateString(ArrayValue parts) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.at(i) instanceof SetValue set && set.size() > 1) {
        throw BuiltinException.failed("template-strings must not produce multiple outputs");
      }
      out.append(text(parts.at(i), 0));
    }
    return Text.joined(out.toString());
  }

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }
}
