package dev.portcullis.document.dockerfile;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.dockerfile.Instruction.Nested;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.document.source.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the joined line of one instruction. */
final class InstructionParser {
  private final char escape;

  /** Creates a parser for the escape character of a file. */
  InstructionParser(char escape) {
    this.escape = escape;
  }

  /**
   * What a line says.
   *
   * @param kind which instruction it is
   * @param nested the instruction of an {@code ONBUILD}
   * @param flags the flags
   * @param values the arguments
   * @param json whether the arguments are a JSON array
   */
  record Line(
      InstructionKind kind,
      Optional<Nested> nested,
      List<String> flags,
      List<String> values,
      boolean json) {

    /** Returns whether here-documents may follow the line. */
    boolean takesHeredocs() {
      InstructionKind innermost = nested.map(n -> InstructionKind.of(n.name())).orElse(kind);
      return !json && innermost != null && innermost.takesHeredocs();
    }
  }

  /**
   * Reads a line.
   *
   * @throws DockerfileException if it is wrong
   */
  Line parse(String line) {
    List<String> parts = Words.split(line.strip(), 2);
    String name = parts.get(0);
    InstructionKind kind = InstructionKind.of(name);
    if (kind == null) {
      throw new DockerfileException("unknown instruction: " + name);
    }
    Words.Flags flags =
        parts.size() == 2 ? Words.flags(parts.get(1), escape) : new Words.Flags(List.of(), "");
    String rest = flags.rest().strip();
    if (kind == InstructionKind.ONBUILD) {
      return onbuild(rest, flags.flags());
    }
    List<String> array = arrayOf(kind, rest);
    List<String> values = array != null ? array : values(kind, rest);
    if (values.size() < kind.leastValues()) {
      throw new DockerfileException(
          kind.name()
              + " requires at least "
              + (kind.leastValues() == 1 ? "one argument" : "two arguments"));
    }
    checkFrom(kind, values);
    return new Line(kind, Optional.empty(), flags.flags(), values, array != null);
  }

  private Line onbuild(String rest, List<String> flags) {
    if (rest.isEmpty()) {
      throw new DockerfileException("ONBUILD requires at least one argument");
    }
    String name = Words.split(rest, 2).get(0);
    InstructionKind kind = InstructionKind.of(name);
    if (kind == InstructionKind.ONBUILD
        || kind == InstructionKind.FROM
        || kind == InstructionKind.MAINTAINER) {
      throw new DockerfileException(kind.name() + " isn't allowed as an ONBUILD trigger");
    }
    Line nested = parse(rest);
    return new Line(
        InstructionKind.ONBUILD,
        Optional.of(new Nested(name)),
        flags,
        nested.values(),
        nested.json());
  }

  private static void checkFrom(InstructionKind kind, List<String> values) {
    if (kind != InstructionKind.FROM) {
      return;
    }
    boolean named = values.size() == 3 && values.get(1).toLowerCase(Locale.ROOT).equals("as");
    if (values.size() != 1 && !named) {
      throw new DockerfileException(
          "FROM requires either one argument, or three: FROM <source> [as <name>]");
    }
  }

  /** Returns the elements if the arguments may be, and are, a JSON array. */
  private static @Nullable List<String> arrayOf(InstructionKind kind, String rest) {
    return switch (kind.form()) {
      case JSON_OR_TEXT, JSON_OR_WORDS -> jsonArray(rest);
      case HEALTH_CHECK -> {
        List<String> parts = Words.split(rest, 2);
        List<String> array = parts.size() == 2 ? jsonArray(parts.get(1)) : null;
        if (array != null) {
          array.add(0, parts.get(0));
        }
        yield array;
      }
      case WORDS, QUOTED_WORDS, TEXT, PAIRS, INSTRUCTION -> null;
    };
  }

  private static @Nullable List<String> jsonArray(String rest) {
    if (!rest.startsWith("[")) {
      return null;
    }
    Value value;
    try {
      value = JsonReader.STANDARD.read(rest);
    } catch (SyntaxException e) {
      // What is no JSON is for the shell.
      return null;
    }
    List<String> elements = new ArrayList<>();
    for (Value element : (ArrayValue) value) {
      if (!(element instanceof StringValue string)) {
        throw new DockerfileException(
            "when using JSON array syntax, arrays must be comprised of strings only");
      }
      elements.add(string.value());
    }
    return elements;
  }

  private List<String> values(InstructionKind kind, String rest) {
    if (rest.isEmpty()) {
      return List.of();
    }
    return switch (kind.form()) {
      case TEXT, JSON_OR_TEXT, INSTRUCTION -> List.of(rest);
      case WORDS, JSON_OR_WORDS -> Words.split(rest, Integer.MAX_VALUE);
      case HEALTH_CHECK -> Words.split(rest, 2);
      case QUOTED_WORDS -> Words.quoted(rest, escape);
      case PAIRS -> pairs(kind, rest);
    };
  }

  /** Three values for each pair: the name, the value and what stands between them. */
  private List<String> pairs(InstructionKind kind, String rest) {
    List<String> words = Words.quoted(rest, escape);
    if (words.isEmpty()) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    if (words.get(0).indexOf('=') < 0) {
      List<String> parts = Words.split(rest, 2);
      if (parts.size() < 2) {
        throw new DockerfileException(kind.name() + " must have two arguments");
      }
      return List.of(parts.get(0), parts.get(1), "");
    }
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new DockerfileException(
            "Syntax error - can't find = in \"" + word + "\". Must be of the form: name=value");
      }
      values.add(word.substring(0, equals));
      values.add(word.substring(equals + 1));
      values.add("=");
    }
    return values;
  }
}
