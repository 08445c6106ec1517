package dev.portcullis.cli;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonWriter;
import dev.portcullis.rego.program.PreparedQuery.Answer;
import dev.portcullis.rego.program.PreparedQuery.Expression;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the answers of a query are printed; the names are those of OPA's {@code --format}. */
enum ResultFormat {
  /** The whole result. */
  json {
    @Override
    void print(List<Answer> answers, PrintWriter out) {
      if (answers.isEmpty()) {
        out.println("{}");
      } else {
        out.println(
            OrderedJson.pretty(
                Map.of("result", answers.stream().map(ResultFormat::json).toList())));
      }
    }
  },
  /** For people: the value alone, or a table. */
  pretty {
    @Override
    void print(List<Answer> answers, PrintWriter out) {
      if (answers.isEmpty()) {
        out.println("undefined");
      } else if (answers.size() == 1
          && answers.get(0).bindings().isEmpty()
          && answers.get(0).expressions().size() == 1) {
        out.println(JsonWriter.PRETTY.text(answers.get(0).expressions().get(0).value()));
      } else {
        out.print(table(answers));
      }
    }

    @Override
    void printErrors(List<Diagnostic> errors, PrintWriter out, PrintWriter err) {
      err.print(Errors.text(errors));
    }
  },
  /** The values of the expressions, strings without quotes. */
  raw {
    @Override
    void print(List<Answer> answers, PrintWriter out) {
      for (Answer answer : answers) {
        List<String> values = new ArrayList<>();
        for (Expression expression : answer.expressions()) {
          values.add(plain(expression.value()));
        }
        out.println(String.join(" ", values));
      }
    }

    @Override
    void printErrors(List<Diagnostic> errors, PrintWriter out, PrintWriter err) {
      err.print(Errors.text(errors));
    }
  },
  /** An array of the expressions' values for each answer. */
  values {
    @Override
    void print(List<Answer> answers, PrintWriter out) {
      for (Answer answer : answers) {
        out.println(
            OrderedJson.pretty(answer.expressions().stream().map(Expression::value).toList()));
      }
    }
  },
  /** An object of the variables for each answer. */
  bindings {
    @Override
    void print(List<Answer> answers, PrintWriter out) {
      for (Answer answer : answers) {
        out.println(OrderedJson.pretty(new java.util.TreeMap<>(answer.bindings())));
      }
    }
  },
  /** Nothing. */
  discard {
    @Override
    void print(List<Answer> answers, PrintWriter out) {}
  };

  abstract void print(List<Answer> answers, PrintWriter out);

  /** Prints what went wrong. */
  void printErrors(List<Diagnostic> errors, PrintWriter out, PrintWriter err) {
    out.println(OrderedJson.pretty(Errors.json(errors)));
  }

  private static Object json(Answer answer) {
    Map<String, Object> result = new LinkedHashMap<>();
    List<Object> expressions = new ArrayList<>();
    for (Expression expression : answer.expressions()) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("row", expression.row());
      place.put("col", expression.column());
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("value", expression.value());
      fields.put("text", expression.text());
      fields.put("location", place);
      expressions.add(fields);
    }
    result.put("expressions", expressions);
    if (!answer.bindings().isEmpty()) {
      result.put("bindings", new java.util.TreeMap<>(answer.bindings()));
    }
    return result;
  }

  private static String plain(Value value) {
    return value instanceof StringValue s ? s.value() : JsonWriter.PLAIN.text(value);
  }

  private static String table(List<Answer> answers) {
    Answer first = answers.get(0);
    List<String> names = first.bindings().keySet().stream().sorted().toList();
    List<String> header = new ArrayList<>(names);
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < first.expressions().size(); i++) {
      int at = i;
      boolean bindingOnly =
          answers.stream()
              .allMatch(
                  a ->
                      a.expressions().get(at).value()
                          == dev.portcullis.api.value.BooleanValue.TRUE);
      if (!bindingOnly || names.isEmpty()) {
        shown.add(i);
        header.add(first.expressions().get(i).text());
      }
    }
    Table table = new Table(header);
    for (Answer answer : answers) {
      List<String> row = new ArrayList<>();
      new java.util.TreeMap<>(answer.bindings())
          .values()
          .forEach(value -> row.add(JsonWriter.PLAIN.text(value)));
      shown.forEach(i -> row.add(JsonWriter.PLAIN.text(answer.expressions().get(i).value())));
      table.add(row);
    }
    return table.text();
  }
}
