package dev.portcullis.conformance.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes rules of every kind; a rule uses only those written before it, so none is recursive. */
final class Rules {
  private static final Pattern VARIABLE = Pattern.compile("\\bv\\d+\\b");
  private static final Pattern DECLARED = Pattern.compile("(?:some|every) v\\d+(?:, v\\d+)? in");

  private final Random random;
  private final Terms terms;
  private final int[] next = new int[1];
  private final List<String> values = new ArrayList<>();

  Rules(Random random) {
    this.random = random;
    this.terms = new Terms(random);
  }

  /** Returns the names of the rules so far that are no functions. */
  List<String> values() {
    return values;
  }

  /** Returns the definitions of a new rule. */
  String rule(String name) {
    StringBuilder out = new StringBuilder();
    int kind = random.nextInt(8);
    if (kind < 2) {
      function(out, name);
    } else {
      definitions(out, name, kind);
    }
    return withoutUnused(out.toString());
  }

  /** OPA rejects variables that are declared and not used: such are written as wildcards. */
  private static String withoutUnused(String rule) {
    Map<String, Integer> occurrences = new HashMap<>();
    VARIABLE.matcher(rule).results().forEach(r -> occurrences.merge(r.group(), 1, Integer::sum));
    String result = DECLARED.matcher(rule).replaceAll(r -> once(occurrences, r.group()));
    return result.replace("every _, _ in", "every _ in");
  }

  private static String once(Map<String, Integer> occurrences, String declaration) {
    return VARIABLE
        .matcher(declaration)
        .replaceAll(v -> occurrences.get(v.group()) == 1 ? "_" : v.group());
  }

  private void definitions(StringBuilder out, String name, int kind) {
    int definitions = 1 + random.nextInt(3);
    String shape = shape(kind);
    if (kind == 2 && random.nextInt(2) == 0) {
      out.append("default ").append(name).append(" := ").append(constant()).append('\n');
    }
    for (int i = 0; i < definitions; i++) {
      Scope scope = new Scope(random, next);
      String body = body(scope, 1 + random.nextInt(3));
      String head = fill(name + shape, scope);
      out.append(head).append(" if {\n").append(body).append("}");
      if (kind == 2) {
        elses(out, new Scope(random, next));
      }
      out.append('\n');
      if (kind > 4 && random.nextInt(3) == 0) {
        shape = shape(kind);
      }
    }
    values.add(name);
    terms.addRule(name);
  }

  private String shape(int kind) {
    return switch (kind) {
      case 2 -> " := #";
      case 3 -> " contains #";
      case 4 -> "[@] := #";
      default -> {
        String[] shapes = {
          ".a := #", ".a.b := #", "[@].c := #", ".a[@] := #", "[@][@] := #", ".a contains #",
          "[@] contains #", ".b[@].c contains #", "", " = #", "[@]", ".a[@].b.c := #"
        };
        yield shapes[random.nextInt(shapes.length)];
      }
    };
  }

  /** Writes a term for each {@code #} and a key for each {@code @}. */
  private String fill(String shape, Scope scope) {
    StringBuilder out = new StringBuilder();
    for (char c : shape.toCharArray()) {
      switch (c) {
        case '#' -> out.append(terms.closed(scope, 2));
        case '@' -> out.append(terms.key(scope));
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Writes alternatives, which see the variables of {@code outer}: the parameters. */
  private void elses(StringBuilder out, Scope outer) {
    for (int i = random.nextInt(3); i > 0; i--) {
      Scope scope = outer.inner();
      String body = body(scope, 1 + random.nextInt(2));
      out.append(" else := ").append(terms.closed(scope, 1)).append(" if {\n");
      out.append(body).append("}");
    }
    if (random.nextInt(5) == 0) {
      out.append(" else := ").append(constant());
    }
  }

  private void function(StringBuilder out, String name) {
    int arity = 1 + random.nextInt(2);
    if (random.nextInt(4) == 0) {
      out.append("default ").append(name).append(arity == 1 ? "(_)" : "(_, _)");
      out.append(" := ").append(constant()).append('\n');
    }
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      Scope parameters = new Scope(random, next);
      List<String> arguments = new ArrayList<>();
      for (int a = 0; a < arity; a++) {
        arguments.add(parameter(parameters));
      }
      Scope scope = parameters.inner();
      String body = body(scope, 1 + random.nextInt(2));
      out.append(name).append('(').append(String.join(", ", arguments)).append(')');
      if (random.nextInt(6) != 0) {
        out.append(" := ").append(terms.closed(scope, 2));
      }
      out.append(" if {\n").append(body).append("}");
      elses(out, parameters);
      out.append('\n');
    }
    terms.addFunction(name, arity);
  }

  private String parameter(Scope scope) {
    return switch (random.nextInt(9)) {
      case 0 -> "_";
      case 1 -> "[" + scope.fresh() + ", " + scope.fresh() + "]";
      case 2 -> "{\"a\": " + scope.fresh() + "}";
      case 3 -> "\"a\"";
      case 4 -> "1";
      default -> scope.fresh();
    };
  }

  private String constant() {
    String[] constants = {
      "0", "\"none\"", "false", "[]", "{}", "null", "set()", "{1, 2}", "[x | x := 1]"
    };
    return constants[random.nextInt(constants.length)];
  }

  private String body(Scope scope, int expressions) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < expressions; i++) {
      out.append('\t').append(terms.expression(scope, 1 + random.nextInt(2))).append('\n');
    }
    return out.toString();
  }
}
