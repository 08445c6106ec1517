package dev.portcullis.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Writes terms and expressions. */
final class Terms {
  /** Builtins: a name and the kinds of its arguments, and the kind of its result. */
  private static final String[] BUILTINS = {
    "count c n",
    "sum A n",
    "max A x",
    "min A x",
    "sort A x",
    "product A n",
    "abs n n",
    "ceil n n",
    "floor n n",
    "round n n",
    "numbers.range nn a",
    "format_int n2 s",
    "bits.and nn n",
    "bits.lsh nn n",
    "to_number x n",
    "concat dL s",
    "contains ss b",
    "endswith ss b",
    "startswith ss b",
    "indexof ss n",
    "indexof_n ss a",
    "lower s s",
    "upper s s",
    "replace sss s",
    "split ss L",
    "sprintf fA s",
    "strings.count ss n",
    "strings.reverse s s",
    "substring snn s",
    "trim ss s",
    "trim_left ss s",
    "trim_prefix ss s",
    "trim_space s s",
    "strings.replace_n os s",
    "strings.any_prefix_match ss b",
    "array.concat aa a",
    "array.reverse a a",
    "array.slice ann a",
    "object.get okx x",
    "object.keys o t",
    "object.remove oL o",
    "object.filter oL o",
    "object.union oo o",
    "object.subset xx b",
    "object.union_n [o] o",
    "union T t",
    "intersection T t",
    "is_number x b",
    "is_string x b",
    "is_array x b",
    "is_object x b",
    "is_set x b",
    "is_null x b",
    "is_boolean x b",
    "type_name x s",
    "json.marshal x s",
    "json.unmarshal j x",
    "json.is_valid j b",
    "json.remove oP o",
    "json.filter oP o",
    "json.patch oQ x",
    "regex.match rs b",
    "regex.split rs L",
    "regex.replace srs s",
    "regex.find_n rsn L",
    "glob.match gGs b",
    "base64.encode s s",
    "base64.decode s s",
    "hex.encode s s",
    "urlquery.encode s s",
    "yaml.marshal x s",
    "units.parse u n",
    "units.parse_bytes u n",
    "semver.compare vv n",
    "crypto.md5 s s",
    "net.cidr_contains ip b",
    "time.parse_duration_ns u n",
    "rem nn n",
    "graph.reachable oL t",
    "strings.render_template so s",
    "strings.split_n ssn L"
  };

  private final Random random;
  private final List<String> rules = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();

  Terms(Random random) {
    this.random = random;
  }

  void addRule(String name) {
    rules.add(name);
  }

  void addFunction(String name, int arity) {
    functions.add(name + " " + arity);
  }

  /** Returns an expression for a body; variables that it binds join {@code scope}. */
  String expression(Scope scope, int depth) {
    int pick = random.nextInt(24);
    if (depth <= 0) {
      pick %= 8;
    }
    return switch (pick) {
      case 0, 1 -> later(scope, "%1$s := %2$s", any(scope, depth));
      case 2 ->
          any(scope, depth)
              + one(" == ", " != ", " < ", " <= ", " > ", " >= ")
              + other(scope, depth - 1);
      case 3 -> later(scope, "%1$s = %2$s", any(scope, depth));
      case 4 -> reference(scope, depth);
      case 5 -> reference(scope, depth) + " = " + other(scope, depth - 1);
      case 6 -> any(scope, depth - 1) + " in " + typed('c', scope, depth);
      case 7 -> typed('b', scope, depth);
      case 8, 9 -> later(scope, "some %1$s in %2$s", typed('c', scope, depth));
      case 10 -> pair(scope, "some %1$s, %2$s in %3$s", typed('c', scope, depth));
      case 11 -> iteration(scope);
      case 12, 13 -> every(scope, depth);
      case 14, 15 -> "not " + closedExpression(scope.inner(), depth - 1).replace("[_]", "[1]");
      case 16, 17 -> closedExpression(scope, depth - 1) + with(scope, depth);
      case 18 -> {
        String with = with(scope, depth);
        yield later(scope, "%1$s := %2$s", any(scope, depth - 1)) + with;
      }
      case 19 -> destructuring(scope, depth);
      case 20 -> pair(scope, "walk(%3$s, [%1$s, %2$s])", typed('c', scope, depth - 1));
      case 21 -> pair(scope, "some %1$s, %2$s; %3$s[%1$s] = %2$s", base());
      case 22 -> comprehensionEquality(scope, depth);
      default -> joined(scope);
    };
  }

  /** Returns a term all of whose variables have a value in {@code scope}. */
  String closed(Scope scope, int depth) {
    return any(scope, depth);
  }

  /** Returns a term for the key of a head. */
  String key(Scope scope) {
    return scope.isEmpty() || random.nextInt(3) == 0
        ? one("\"a\"", "\"b\"", "1", "input.s", "input.n")
        : scope.any();
  }

  /** Returns the other side of a comparison: mostly of no certain type, so that types agree. */
  private String other(Scope scope, int depth) {
    return switch (random.nextInt(8)) {
      case 0 -> any(scope, depth);
      case 1, 2, 3 -> scope.isEmpty() ? leaf('x') : scope.any();
      default -> base() + one("", "", ".a", "[1]", "[input.s]");
    };
  }

  private String later(Scope scope, String form, String value) {
    return form.formatted(scope.fresh(), value);
  }

  private String pair(Scope scope, String form, String value) {
    return form.formatted(scope.fresh(), scope.fresh(), value);
  }

  private String iteration(Scope scope) {
    String value = scope.fresh();
    return switch (random.nextInt(4)) {
      case 0 -> value + " := " + base() + "[_]";
      case 1 -> value + " := " + base() + "[" + scope.fresh() + "]";
      case 2 -> value + " = " + base() + "[" + scope.fresh() + "][" + scope.fresh() + "]";
      default -> base() + "[" + value + "]";
    };
  }

  private String joined(Scope scope) {
    String key = scope.fresh();
    return base()
        + "["
        + key
        + "]"
        + one(" == ", " != ", "; ")
        + base()
        + "["
        + key
        + "]"
        + one("", ".a", "[_]");
  }

  private String every(Scope scope, int depth) {
    String domain = typed('c', scope, depth - 1);
    Scope inner = scope.inner();
    String names = random.nextBoolean() ? inner.fresh() : inner.fresh() + ", " + inner.fresh();
    return "every " + names + " in " + domain + " { " + closedExpression(inner, depth - 1) + " }";
  }

  private String destructuring(Scope scope, int depth) {
    String value = random.nextInt(12) == 0 ? any(scope, depth) : base() + one("", "", "[_]");
    String operator = one(" := ", " = ");
    return switch (random.nextInt(6)) {
      case 0 -> "[" + scope.fresh() + ", " + scope.fresh() + "]" + operator + value;
      case 1 -> "[" + scope.fresh() + ", _, " + scope.fresh() + "]" + operator + value;
      case 2 -> "{\"a\": " + scope.fresh() + ", \"b\": " + scope.fresh() + "}" + operator + value;
      case 3 -> "{\"a\": [" + scope.fresh() + ", _]}" + operator + value;
      case 4 -> "[" + scope.fresh() + ", 1, " + one("\"a\"", "2") + "] = " + value;
      default -> "{\"a\": " + scope.fresh() + ", \"b\": _, \"c\": _}" + operator + value;
    };
  }

  private String comprehensionEquality(Scope scope, int depth) {
    String compare = one(" == ", " != ", " = ");
    return comprehension(scope, depth)
        + compare
        + (random.nextInt(3) == 0 ? comprehension(scope, depth) : other(scope, depth));
  }

  private String closedExpression(Scope scope, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> any(scope, depth) + one(" == ", " != ", " < ", " >= ") + other(scope, depth - 1);
      case 1 -> reference(scope, depth);
      case 2 -> any(scope, depth) + " in " + typed('c', scope, depth);
      case 3 -> typed('b', scope, depth);
      case 4 -> call(scope, depth);
      case 5 -> reference(scope, depth) + " = " + other(scope, depth - 1);
      default -> any(scope, depth);
    };
  }

  private String with(Scope scope, int depth) {
    String target =
        switch (random.nextInt(9)) {
          case 0 ->
              "input as " + one("{}", "{\"n\": 2, \"s\": \"b\", \"o\": {\"a\": 1}}", "[1, 2]");
          case 1, 2 ->
              "input." + one("n", "s", "o.a", "a", "m.a.b", "x") + " as " + any(scope, depth - 1);
          case 3, 4 ->
              "data.d." + one("n", "s", "o.a", "a", "m.a.b", "x") + " as " + any(scope, depth - 1);
          case 5 ->
              (rules.isEmpty() ? "data.d" : "data.t." + one(rules))
                  + " as "
                  + any(scope, depth - 1);
          case 6 -> "count as " + one("3", "mock", "sum", "1.5").replace("mock", "object.keys");
          case 7 -> "input.o as " + typed('o', scope, depth - 1);
          default ->
              functions.isEmpty()
                  ? "upper as lower"
                  : one(functions).split(" ")[0] + " as " + one("1", "\"m\"", "[1]", "null");
        };
    return " with " + target + (random.nextInt(4) == 0 ? " with input.n as 1" : "");
  }

  private String any(Scope scope, int depth) {
    if (depth <= 0) {
      return random.nextInt(3) == 0 || scope.isEmpty() ? leaf('x') : scope.any();
    }
    return switch (random.nextInt(18)) {
      case 0, 1, 2 -> scope.isEmpty() ? leaf('x') : scope.any();
      case 3, 4 -> leaf('x');
      case 5, 6 -> reference(scope, depth);
      case 7, 8 -> call(scope, depth);
      case 9 -> "[" + any(scope, depth - 1) + ", " + any(scope, depth - 1) + "]";
      case 10 -> "{" + any(scope, depth - 1) + ", " + any(scope, depth - 1) + "}";
      case 11 ->
          "{"
              + key(scope)
              + ": "
              + any(scope, depth - 1)
              + ", \"k\": "
              + any(scope, depth - 1)
              + "}";
      case 12, 13 -> comprehension(scope, depth);
      case 14 ->
          "("
              + typed('n', scope, depth - 1)
              + one(" + ", " - ", " * ", " / ", " % ")
              + typed('n', scope, depth - 1)
              + ")";
      case 15 -> template(scope, depth - 1);
      case 16 ->
          "("
              + typed('t', scope, depth - 1)
              + one(" & ", " | ", " - ")
              + typed('t', scope, depth - 1)
              + ")";
      default -> functions.isEmpty() ? leaf('x') : function(scope, depth);
    };
  }

  /** Returns a template string, in which wildcards would have no value. */
  private String template(Scope scope, int depth) {
    String parts = "<{" + any(scope, depth) + "} {" + reference(scope, depth) + "}>";
    return "$\"" + parts.replace("[_]", "[1]") + "\"";
  }

  private String comprehension(Scope scope, int depth) {
    Scope inner = scope.inner();
    StringBuilder body = new StringBuilder();
    for (int i = 1 + random.nextInt(2); i > 0; i--) {
      body.append(body.isEmpty() ? "" : "; ").append(expression(inner, depth - 1));
    }
    String head = any(inner, 1);
    return switch (random.nextInt(3)) {
      case 0 -> "[" + head + " | " + body + "]";
      case 1 -> "{" + head + " | " + body + "}";
      default -> "{" + key(inner) + ": " + head + " | " + body + "}";
    };
  }

  private String function(Scope scope, int depth) {
    String[] function = one(functions).split(" ");
    Supplier<String> argument = () -> any(scope, depth - 1);
    return function[1].equals("1")
        ? function[0] + "(" + argument.get() + ")"
        : function[0] + "(" + argument.get() + ", " + argument.get() + ")";
  }

  private String reference(Scope scope, int depth) {
    StringBuilder out = new StringBuilder();
    switch (random.nextInt(4)) {
      case 0, 1 -> out.append(rules.isEmpty() ? base() : one("", "data.t.") + one(rules));
      case 2 -> out.append(scope.isEmpty() ? base() : scope.any());
      default -> out.append(base());
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      out.append(
          switch (random.nextInt(6)) {
            case 0, 1 -> one(".a", ".b", ".c");
            case 2 -> "[" + random.nextInt(3) + "]";
            case 3 -> scope.isEmpty() ? "[\"a\"]" : "[" + scope.any() + "]";
            case 4 -> depth > 1 ? "[" + any(scope, depth - 2) + "]" : "[input.s]";
            default -> "[_]";
          });
    }
    return out.toString();
  }

  private String base() {
    return one("input", "data.d", "input")
        + one(".o", ".m", ".a", ".l", ".w", ".o", ".m", "", ".n", ".s");
  }

  private String call(Scope scope, int depth) {
    return builtin(one(BUILTINS), scope, depth);
  }

  private String builtin(String row, Scope scope, int depth) {
    String[] parts = row.split(" ");
    StringBuilder out = new StringBuilder(parts[0]).append('(');
    for (int i = 0; i < parts[1].length(); i++) {
      char kind = parts[1].charAt(i);
      if (kind == '[') {
        out.append('[').append(typed('o', scope, depth - 1)).append(", ");
        out.append(typed('o', scope, depth - 1)).append(']');
        break;
      }
      out.append(i == 0 ? "" : ", ").append(typed(kind, scope, depth - 1));
    }
    return out.append(')').toString();
  }

  /** Returns a term that is probably of a kind: a letter of {@link #BUILTINS}. */
  private String typed(char kind, Scope scope, int depth) {
    int pick = random.nextInt(20);
    if (pick == 0 && random.nextInt(3) == 0) {
      return any(scope, Math.min(depth, 1));
    }
    if (pick < 3 && !scope.isEmpty()) {
      return scope.any();
    }
    if (pick < 7 && depth > 0) {
      for (int i = 0; i < 8; i++) {
        String row = one(BUILTINS);
        if (row.charAt(row.length() - 1) == kind) {
          return builtin(row, scope, depth);
        }
      }
    }
    return leaf(kind);
  }

  private String leaf(char kind) {
    String base = one("input.", "data.d.", "input.");
    return switch (kind) {
      case 'n' ->
          one(
              "0",
              "1",
              "2",
              "-1",
              "3.5",
              "1e3",
              base + "n",
              base + "n",
              base + "a[0]",
              base + "o.b");
      case '2' -> one("2", "8", "10", "16", "7");
      case 's' ->
          one("\"a\"", "\"b\"", "\"a/b\"", "\"\"", "`x y`", base + "s", base + "s", base + "l[1]");
      case 'b' -> one("true", "false", base + "b", "is_string(" + base + "w)");
      case 'a', 'A' -> one("[1, 2, 1]", "[]", "[[1], [2]]", base + "a", base + "l", base + "a");
      case 'L' -> one("[\"a\", \"b\"]", "{\"a\", \"c\"}", base + "l", base + "l", "[\"b\"]");
      case 'o' ->
          one(
              "{\"a\": 1, \"b\": 2}",
              "{}",
              base + "o",
              base + "m",
              base + "m.a",
              "{1: 2, \"a\": []}");
      case 't' -> one("{1, 2, 3}", "set()", "{\"a\", \"b\"}", "{x | some x in " + base + "a}");
      case 'T' -> one("{{1, 2}, {2, 3}}", "{set()}", "{{x} | some x in " + base + "a}");
      case 'c' ->
          one(
              base + "a",
              base + "l",
              base + "o",
              base + "m",
              "{1, 2}",
              "[3, \"a\"]",
              "{\"a\": 1}",
              base + "w");
      case 'f' -> one("\"%v %v\"", "\"%d|%s\"", "\"%05.2f\"", "\"%x %q\"", "\"%v\"", "\"%-4s|%t\"");
      case 'd' -> one("\",\"", "\"\"", base + "s");
      case 'j' -> one("`{\"a\": [1, 2.0]}`", "`[1`", "\"1e2\"", base + "s", "`\"x\"`");
      case 'P' -> one("[\"a\"]", "{\"a/b\", \"m\"}", "[[\"a\", \"b\"]]", base + "l");
      case 'Q' ->
          "[{\"op\": \""
              + one("add", "replace", "test")
              + "\", \"path\": \""
              + one("/a", "/a/b", "/x", "a")
              + "\", \"value\": "
              + leaf('x')
              + "}]";
      case 'r' -> one("`a`", "`[a-c]+`", "`(a)(b)?`", "`^$`", "`(`", "`.`", base + "s");
      case 'g' -> one("\"*\"", "\"a/*\"", "\"**\"", "\"{a,b}\"", "\"[a-c]\"", base + "s");
      case 'G' -> one("[\"/\"]", "[]", "null", "[\".\"]");
      case 'u' -> one("\"1h\"", "\"10Mi\"", "\"1.5K\"", "\"x\"", "\"1m30s\"", base + "s");
      case 'v' -> one("\"1.2.3\"", "\"1.10.0-a.1\"", "\"1.2\"", "\"1.2.3+b\"");
      case 'i' -> one("\"10.0.0.0/8\"", "\"::/0\"", "\"10.1.0.0/16\"");
      case 'p' -> one("\"10.1.2.3\"", "\"::1\"", "\"10.1.0.0/24\"", base + "s");
      case 'k' -> one("\"a\"", "[\"a\", \"b\"]", "\"z\"", "1", base + "s");
      default ->
          one(
              "null",
              "true",
              "false",
              "1",
              "2",
              "\"a\"",
              "\"b\"",
              base + "n",
              base + "s",
              base + "w",
              base + "o",
              base + "a",
              base + "a[1]",
              base + "m.a.b",
              "[]",
              "{}");
    };
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
