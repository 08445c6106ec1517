package dev.portcullis.conformance.differential;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Well-formed programs: a package of rules that use each other, beside base documents. */
final class Programs {
  private final Random random;
  private final Rules rules;

  private Programs(Random random) {
    this.random = random;
    this.rules = new Rules(random);
  }

  /** Returns programs, most of which compile and most of which have an answer. */
  static Arbitrary<Program> any() {
    return Arbitraries.randomValue(random -> new Programs(random).program());
  }

  private Program program() {
    List<String> modules = new ArrayList<>();
    StringBuilder text = new StringBuilder("package t\n\nimport rego.v1\n");
    if (random.nextInt(3) == 0) {
      text.setLength(0);
      text.append("package t\n\nimport data.d as base\nimport input.o as from\n");
    }
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      text.append('\n').append(rules.rule("r" + i));
      if (random.nextInt(8) == 0) {
        modules.add(text.toString());
        text.setLength(0);
        text.append("package t\n");
      }
    }
    modules.add(text.toString());
    return new Program(modules, query(), data(), document());
  }

  private String query() {
    List<String> names = rules.values();
    if (names.isEmpty() || random.nextInt(4) == 0) {
      return "data.t = x";
    }
    String name = names.get(names.size() - 1 - random.nextInt(Math.min(2, names.size())));
    return switch (random.nextInt(8)) {
      case 0 -> "data.t." + name + "[k] = x";
      case 1 -> "data.t[k][l] = x";
      case 2 -> "x := data.t." + name + "; not data.t.r0 == x";
      case 3 -> "data.t." + name + " = x with input.n as " + random.nextInt(4);
      default -> "data.t." + name + " = x";
    };
  }

  private ObjectValue data() {
    ObjectValue.Builder data = ObjectValue.builder().put("d", document());
    if (random.nextInt(4) == 0) {
      data.put("t", ObjectValue.builder().put("z", document()).build());
    } else if (random.nextInt(6) == 0) {
      String name = "r" + random.nextInt(4);
      data.put(
          "t", ObjectValue.builder().put(name, json("{\"a\": {\"zz\": 1}, \"zz\": 2}")).build());
    }
    return data.build();
  }

  /**
   * Returns a document with members whose kinds {@link Terms} knows, though it now and then lies.
   */
  private Value document() {
    ObjectValue.Builder object = ObjectValue.builder();
    object.put("n", random.nextInt(8) == 0 ? any(1) : number());
    object.put("s", random.nextInt(8) == 0 ? any(1) : string());
    object.put("b", json(random.nextBoolean() ? "true" : "false"));
    object.put("a", json("[%s, %s, %s]".formatted(number(), number(), any(1))));
    object.put("l", json("[%s, %s, %s]".formatted(string(), string(), string())));
    object.put(
        "o", json("{\"a\": %s, \"b\": %s, \"c\": %s}".formatted(any(2), number(), string())));
    object.put(
        "m",
        json(
            "{\"a\": {\"b\": %s, \"c\": %s}, \"b\": {\"a\": %s}}"
                .formatted(any(1), number(), any(2))));
    object.put("w", any(3));
    return object.build();
  }

  private Value any(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 5)) {
      case 0 -> json("null");
      case 1 -> json(random.nextBoolean() ? "true" : "false");
      case 2, 3 -> number();
      case 4, 5 -> string();
      case 6 -> json("[%s, %s]".formatted(any(depth - 1), any(depth - 1)));
      case 7 -> json("[]");
      default -> json("{\"a\": %s, \"b\": %s}".formatted(any(depth - 1), any(depth - 1)));
    };
  }

  private Value number() {
    String[] numbers = {"0", "1", "2", "3", "-1", "1.5", "2", "1", "10", "12345678901234567890"};
    return json(numbers[random.nextInt(numbers.length)]);
  }

  private Value string() {
    String[] strings = {"a", "b", "c", "a", "b", "", "a/b", "1", "é", "A b"};
    return json("\"" + strings[random.nextInt(strings.length)] + "\"");
  }

  private static Value json(String text) {
    return JsonReader.STANDARD.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
