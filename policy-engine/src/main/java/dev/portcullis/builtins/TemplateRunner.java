package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.TemplateNode.Pipeline;
import dev.portcullis.builtins.TemplateNode.Term;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a template of Go's {@code text/template}. */
final class TemplateRunner {
  /** What Go writes for a missing value. */
  static final String NO_VALUE = "<no value>";

  private static final int DEEPEST = 500;
  private static final int LONGEST_CONTEXT = 20;

  /** How a list of nodes ended. */
  private enum End {
    NORMAL,
    BREAK,
    CONTINUE
  }

  private record Variable(String name, TemplateValue value) {}

  private final BuiltinContext ctx;
  private final String input;
  private final Map<String, List<TemplateNode>> templates;
  private final StringBuilder out = new StringBuilder();
  private List<Variable> variables = new ArrayList<>();
  private int depth;
  private int position;
  private String source = "";
  private String template = TemplateParser.NAME;

  private TemplateRunner(BuiltinContext ctx, String input) {
    this.ctx = ctx;
    this.input = input;
    templates = TemplateParser.parse(input);
  }

  /**
   * Returns the template {@code input} filled with {@code values}.
   *
   * @throws BuiltinException if the template is malformed or does not fit the values
   */
  static StringValue render(BuiltinContext ctx, String input, ObjectValue values) {
    requireJson(values);
    ctx.tick(1 + input.length() / 16);
    TemplateRunner runner = new TemplateRunner(ctx, input);
    TemplateValue dot = new TemplateValue.Data(values);
    runner.variables.add(new Variable("$", dot));
    runner.walk(dot, runner.templates.getOrDefault(TemplateParser.NAME, List.of()));
    return Text.joined(runner.out.toString().replace(NO_VALUE, "<undefined>"));
  }

  /** Go reads the variables as JSON, which has no sets and no keys but strings. */
  private static void requireJson(Value value) {
    if (value instanceof ArrayValue array) {
      array.forEach(TemplateRunner::requireJson);
    } else if (value instanceof ObjectValue object) {
      object.forEach(
          (key, entry) -> {
            if (!(key instanceof StringValue)) {
              throw notAKey(key);
            }
            requireJson(entry);
          });
    } else if (value instanceof SetValue set) {
      if (set.size() == 0) {
        throw BuiltinException.failed("invalid character 's' looking for beginning of value");
      }
      Value first = set.sorted().at(0);
      if (!(first instanceof StringValue)) {
        throw notAKey(first);
      }
      throw BuiltinException.failed(
          "invalid character '" + (set.size() == 1 ? '}' : ',') + "' after object key");
    }
  }

  private static BuiltinException notAKey(Value value) {
    return BuiltinException.failed(
        "invalid character '"
            + value.toString().charAt(0)
            + "' looking for beginning of object key string");
  }

  private End walk(TemplateValue dot, List<TemplateNode> nodes) {
    if (++depth > DEEPEST) {
      throw error("exceeded maximum template depth (" + DEEPEST + ")");
    }
    for (TemplateNode node : nodes) {
      ctx.tick(1);
      End end = walk(dot, node);
      if (end != End.NORMAL) {
        depth--;
        return end;
      }
    }
    depth--;
    return End.NORMAL;
  }

  private End walk(TemplateValue dot, TemplateNode node) {
    if (node instanceof TemplateNode.Plain plain) {
      write(plain.text());
    } else if (node instanceof TemplateNode.Action action) {
      TemplateValue value = pipeline(dot, action.pipeline());
      if (action.pipeline().variables().isEmpty()) {
        write(print(value));
      }
    } else if (node instanceof TemplateNode.Choice choice) {
      return choice(dot, choice);
    } else if (node instanceof TemplateNode.Range range) {
      return range(dot, range);
    } else if (node instanceof TemplateNode.Call call) {
      call(dot, call);
    } else if (node instanceof TemplateNode.Leave leave) {
      return leave.stop() ? End.BREAK : End.CONTINUE;
    }
    return End.NORMAL;
  }

  private void write(String text) {
    ctx.tick(text.length() / 64);
    out.append(text);
  }

  private static String print(TemplateValue value) {
    return value.isNil() ? NO_VALUE : GoFormat.print(List.of(value.argument()), false);
  }

  private End choice(TemplateValue dot, TemplateNode.Choice choice) {
    int mark = variables.size();
    TemplateValue value = pipeline(dot, choice.pipeline());
    End end =
        value.isTrue()
            ? walk(choice.with() ? value : dot, choice.body())
            : walk(dot, choice.otherwise());
    forget(mark);
    return end;
  }

  private void forget(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  private End range(TemplateValue dot, TemplateNode.Range range) {
    int outer = variables.size();
    TemplateValue value = pipeline(dot, range.pipeline());
    int mark = variables.size();
    End end = End.NORMAL;
    int size = size(value, range.pipeline());
    for (int i = 0; i < size && end != End.BREAK; i++) {
      end = iteration(value, i, range, mark);
    }
    if (size == 0) {
      end = walk(dot, range.otherwise());
      forget(outer);
      return end;
    }
    forget(outer);
    return End.NORMAL;
  }

  private int size(TemplateValue value, Pipeline pipeline) {
    if (value.isNil()) {
      return 0;
    }
    if (value instanceof TemplateValue.Whole whole) {
      if (pipeline.variables().size() > 1) {
        throw error("can't use " + whole.value() + " to iterate over more than one variable");
      }
      return (int) Math.max(0, Math.min(whole.value(), Integer.MAX_VALUE));
    }
    if (value instanceof TemplateValue.Data data) {
      if (data.value() instanceof ArrayValue array) {
        return array.size();
      }
      if (data.value() instanceof ObjectValue object) {
        return object.size();
      }
    }
    throw error("range can't iterate over " + print(value));
  }

  private End iteration(TemplateValue value, int i, TemplateNode.Range range, int mark) {
    TemplateValue index = TemplateValue.of((long) i);
    TemplateValue element = index;
    if (value instanceof TemplateValue.Data data) {
      if (data.value() instanceof ObjectValue object) {
        index = new TemplateValue.Data(object.keyAt(i));
        element = new TemplateValue.Data(object.valueAt(i));
      } else {
        element = new TemplateValue.Data(((ArrayValue) data.value()).at(i));
      }
    }
    List<String> names = range.pipeline().variables();
    if (range.pipeline().assigns()) {
      if (!names.isEmpty()) {
        assign(names.get(0), names.size() > 1 ? index : element);
      }
      if (names.size() > 1) {
        assign(names.get(1), element);
      }
    } else if (!names.isEmpty()) {
      variables.set(mark - 1, new Variable(variables.get(mark - 1).name(), element));
      if (names.size() > 1) {
        variables.set(mark - 2, new Variable(variables.get(mark - 2).name(), index));
      }
    }
    End end = walk(element, range.body());
    forget(mark);
    return end;
  }

  private void call(TemplateValue dot, TemplateNode.Call call) {
    position = call.position();
    source = "{{template " + GoQuote.quote(call.name()) + "}}";
    List<TemplateNode> body = templates.get(call.name());
    if (body == null) {
      throw error("template " + GoQuote.quote(call.name()) + " not defined");
    }
    TemplateValue inner =
        call.pipeline() == null ? TemplateValue.NOTHING : pipeline(dot, call.pipeline());
    List<Variable> outer = variables;
    String outerTemplate = template;
    variables = new ArrayList<>(List.of(new Variable("$", inner)));
    template = call.name();
    walk(inner, body);
    variables = outer;
    template = outerTemplate;
  }

  private TemplateValue pipeline(TemplateValue dot, Pipeline pipeline) {
    TemplateValue value = null;
    for (List<Term> command : pipeline.commands()) {
      position = pipeline.position();
      source = pipeline.source();
      value = command(dot, command, value).unwrapped();
    }
    TemplateValue result = value == null ? TemplateValue.NOTHING : value;
    for (String variable : pipeline.variables()) {
      if (pipeline.assigns()) {
        assign(variable, result);
      } else {
        variables.add(new Variable(variable, result));
      }
    }
    return result;
  }

  private void assign(String name, TemplateValue value) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).name().equals(name)) {
        variables.set(i, new Variable(name, value));
        return;
      }
    }
    throw error("undefined variable: " + name);
  }

  private TemplateValue variable(String name) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      if (variables.get(i).name().equals(name)) {
        return variables.get(i).value();
      }
    }
    throw error("undefined variable: " + name);
  }

  /**
   * Evaluates a command.
   *
   * @param previous the value of the command before it in the pipeline, its last argument
   */
  private TemplateValue command(
      TemplateValue dot, List<Term> command, @Nullable TemplateValue previous) {
    Term first = command.get(0);
    at(first);
    if (first instanceof Term.Function function) {
      return function(dot, function, command.subList(1, command.size()), previous);
    }
    boolean hasArguments = command.size() > 1 || previous != null;
    if (first instanceof Term.Nil) {
      throw error(
          hasArguments ? "can't give argument to non-function nil" : "nil is not a command");
    }
    boolean fields =
        first instanceof Term.Field
            || first instanceof Term.Chain
            || (first instanceof Term.Variable variable && !variable.fields().isEmpty());
    if (hasArguments && !fields) {
      throw error("can't give argument to non-function " + first.source());
    }
    return term(dot, first, hasArguments);
  }

  private void at(Term term) {
    position = term.position();
    source = term.source();
  }

  /** Evaluates an operand; only a method may have arguments, and there are none. */
  private TemplateValue term(TemplateValue dot, Term term, boolean hasArguments) {
    at(term);
    if (term instanceof Term.Literal literal) {
      return literal.value();
    }
    if (term instanceof Term.Dot) {
      return dot;
    }
    if (term instanceof Term.Field field) {
      return fields(dot, field.fields(), hasArguments);
    }
    if (term instanceof Term.Variable variable) {
      return fields(variable(variable.name()), variable.fields(), hasArguments);
    }
    if (term instanceof Term.Chain chain) {
      TemplateValue value = term(dot, chain.term(), false);
      at(chain);
      return fields(value, chain.fields(), hasArguments);
    }
    if (term instanceof Term.Nested nested) {
      return pipeline(dot, nested.pipeline());
    }
    return term instanceof Term.Function function
        ? function(dot, function, List.of(), null)
        : TemplateValue.NOTHING;
  }

  private TemplateValue fields(TemplateValue from, List<String> fields, boolean hasArguments) {
    TemplateValue value = from;
    for (int i = 0; i < fields.size(); i++) {
      value = field(value, fields.get(i), hasArguments && i == fields.size() - 1);
    }
    return value;
  }

  private TemplateValue field(TemplateValue value, String name, boolean hasArguments) {
    if (value == TemplateValue.NOTHING) {
      return value;
    }
    if (value.isNil()) {
      throw error("nil pointer evaluating interface {}." + name);
    }
    if (value instanceof TemplateValue.Data data && data.value() instanceof ObjectValue object) {
      if (hasArguments) {
        throw error(name + " is not a method but has arguments");
      }
      Value found = object.get(name);
      return found == null ? TemplateValue.NOTHING : new TemplateValue.Data(found);
    }
    throw error("can't evaluate field " + name + " in type interface {}");
  }

  private TemplateValue function(
      TemplateValue dot, Term.Function function, List<Term> terms, @Nullable TemplateValue last) {
    String name = function.name();
    try {
      TemplateFunctions.requireArguments(name, terms.size() + (last == null ? 0 : 1), terms.size());
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
    if (name.equals("and") || name.equals("or")) {
      return shortCircuit(dot, name.equals("or"), terms, last);
    }
    List<TemplateValue> arguments = new ArrayList<>(terms.size() + 1);
    for (Term term : terms) {
      arguments.add(term(dot, term, false));
      if (name.equals("printf") && arguments.size() == 1) {
        requireText(term, arguments.get(0));
      }
    }
    if (last != null) {
      arguments.add(last);
    }
    at(function);
    try {
      if (name.equals("call")) {
        throw notCallable(terms.isEmpty() ? "" : terms.get(0).source(), arguments.get(0));
      }
      return TemplateFunctions.call(name, arguments);
    } catch (IllegalArgumentException e) {
      source = source(function, terms);
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private static String source(Term function, List<Term> terms) {
    StringBuilder text = new StringBuilder(function.source());
    terms.forEach(term -> text.append(' ').append(term.source()));
    return text.toString();
  }

  private void requireText(Term term, TemplateValue value) {
    if (term instanceof Term.Literal
        && !(value instanceof TemplateValue.Data data && data.value() instanceof StringValue)) {
      throw error("expected string; found " + term.source());
    }
    try {
      TemplateFunctions.text(value);
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private static IllegalArgumentException notCallable(String written, TemplateValue value) {
    return new IllegalArgumentException(
        "error calling call: "
            + (value.isNil()
                ? "call of nil"
                : "non-function " + written + " of type " + value.typeName()));
  }

  private TemplateValue shortCircuit(
      TemplateValue dot, boolean or, List<Term> terms, @Nullable TemplateValue last) {
    TemplateValue value = TemplateValue.NOTHING;
    for (Term term : terms) {
      value = term(dot, term, false);
      if (value.isTrue() == or) {
        return value;
      }
    }
    return last == null ? value : last;
  }

  private BuiltinException error(String message) {
    int lineStart = input.lastIndexOf('\n', position - 1) + 1;
    long line = 1 + input.substring(0, position).chars().filter(c -> c == '\n').count();
    int column = input.substring(lineStart, position).getBytes(StandardCharsets.UTF_8).length;
    String context =
        Text.length(source) > LONGEST_CONTEXT
            ? source.substring(0, source.offsetByCodePoints(0, LONGEST_CONTEXT)) + "..."
            : source;
    return BuiltinException.failed(
        "template: "
            + TemplateParser.NAME
            + ":"
            + line
            + ":"
            + column
            + ": executing "
            + GoQuote.quote(template)
            + " at <"
            + context
            + ">: "
            + message);
  }
}
