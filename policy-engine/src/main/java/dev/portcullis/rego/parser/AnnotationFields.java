package dev.portcullis.rego.parser;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the fields of a metadata block and brings them into the shape that policies see. */
final class AnnotationFields {
  private static final Set<String> YES = Set.of("y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
  private static final Set<String> NO = Set.of("n", "N", "no", "No", "NO", "off", "Off", "OFF");

  private final Map<String, AnnotationYaml.Located> raw;
  private final ObjectValue.Builder out = ObjectValue.builder();

  AnnotationFields(Map<String, AnnotationYaml.Located> raw) {
    this.raw = raw;
  }

  ObjectValue read() throws AnnotationYaml.YamlException {
    text("scope");
    text("title");
    if (bool("entrypoint")) {
      out.put("entrypoint", BooleanValue.TRUE);
    }
    text("description");
    organizations();
    list("related_resources", this::relatedResource);
    list("authors", this::author);
    list("schemas", this::schema);
    map("custom");
    map("labels");
    return out.build();
  }

  private interface Reader {
    Value read(Value item, int line) throws AnnotationYaml.YamlException;
  }

  private static AnnotationYaml.YamlException wrong(String message) {
    return new AnnotationYaml.YamlException(-1, message);
  }

  private static AnnotationYaml.YamlException mismatch(Value value, int line, String type) {
    String tag =
        switch (value.kind()) {
          case ARRAY -> "!!seq";
          case OBJECT, SET -> "!!map";
          case NUMBER -> "!!int `" + value + "`";
          case BOOLEAN -> "!!bool `" + value + "`";
          case STRING -> "!!str `" + abbreviated(((StringValue) value).value()) + "`";
          case NULL -> "!!null";
        };
    return new AnnotationYaml.YamlException(
        line,
        "yaml: unmarshal errors:\n  line " + line + ": cannot unmarshal " + tag + " into " + type);
  }

  private static String abbreviated(String text) {
    return text.length() > 10 ? text.substring(0, 7) + "..." : text;
  }

  private AnnotationYaml.@Nullable Located field(String name) {
    AnnotationYaml.Located field = raw.get(name);
    return field == null || field.value() instanceof NullValue ? null : field;
  }

  private void text(String name) throws AnnotationYaml.YamlException {
    AnnotationYaml.Located field = field(name);
    if (field == null) {
      return;
    }
    String text = scalarText(field.value(), field.line());
    if (!text.isEmpty()) {
      out.put(name, StringValue.of(text));
    }
  }

  private static String scalarText(Value value, int line) throws AnnotationYaml.YamlException {
    return switch (value.kind()) {
      case STRING -> ((StringValue) value).value();
      case NUMBER, BOOLEAN -> value.toString();
      case NULL -> "";
      default -> throw mismatch(value, line, "string");
    };
  }

  private boolean bool(String name) throws AnnotationYaml.YamlException {
    AnnotationYaml.Located field = field(name);
    if (field == null) {
      return false;
    }
    if (field.value() instanceof BooleanValue b) {
      return b.isTruthy();
    }
    if (field.value() instanceof StringValue s && YES.contains(s.value())) {
      return true;
    }
    if (field.value() instanceof StringValue s && NO.contains(s.value())) {
      return false;
    }
    throw mismatch(field.value(), field.line(), "bool");
  }

  private void organizations() throws AnnotationYaml.YamlException {
    list("organizations", (item, line) -> StringValue.of(scalarText(item, line)));
  }

  private void list(String name, Reader reader) throws AnnotationYaml.YamlException {
    AnnotationYaml.Located field = field(name);
    if (field == null) {
      return;
    }
    if (!(field.value() instanceof ArrayValue items)) {
      throw mismatch(field.value(), field.line(), "[]interface {}");
    }
    List<Value> read = new ArrayList<>();
    for (Value item : items) {
      read.add(reader.read(item, field.line()));
    }
    if (!read.isEmpty()) {
      out.put(name, ArrayValue.of(read));
    }
  }

  private void map(String name) throws AnnotationYaml.YamlException {
    AnnotationYaml.Located field = field(name);
    if (field == null) {
      return;
    }
    if (!(field.value() instanceof ObjectValue fields)) {
      throw mismatch(field.value(), field.line(), "map[string]interface {}");
    }
    if (fields.size() > 0) {
      out.put(name, fields);
    }
  }

  private static String member(ObjectValue object, String name) {
    return object.get(name) instanceof StringValue s ? s.value().strip() : "";
  }

  private Value relatedResource(Value item, int line) throws AnnotationYaml.YamlException {
    String problem;
    if (item instanceof StringValue s) {
      if (!s.value().isEmpty()) {
        return ObjectValue.of(StringValue.of("ref"), s);
      }
      problem = "ref URL may not be empty string";
    } else if (item instanceof ObjectValue object) {
      String ref = member(object, "ref");
      if (!ref.isEmpty()) {
        ObjectValue.Builder resource = ObjectValue.builder();
        resource.put("ref", StringValue.of(ref));
        String description = member(object, "description");
        if (!description.isEmpty()) {
          resource.put("description", StringValue.of(description));
        }
        return resource.build();
      }
      problem = "'ref' value required in object";
    } else {
      problem = "invalid value type, must be string or map";
    }
    throw wrong("invalid related-resource definition " + shown(item) + ": " + problem);
  }

  private Value author(Value item, int line) throws AnnotationYaml.YamlException {
    String name;
    String email;
    String problem;
    if (item instanceof StringValue s) {
      String[] words = s.value().isBlank() ? new String[0] : s.value().strip().split("\\s+");
      String last = words.length == 0 ? "" : words[words.length - 1];
      boolean hasEmail = last.length() >= 2 && last.startsWith("<") && last.endsWith(">");
      email = hasEmail ? last.substring(1, last.length() - 1) : "";
      int count = hasEmail ? words.length - 1 : words.length;
      name = String.join(" ", List.of(words).subList(0, count));
      problem = words.length == 0 ? "author is an empty string" : "";
    } else if (item instanceof ObjectValue object) {
      name = member(object, "name");
      email = member(object, "email");
      problem =
          name.isEmpty() && email.isEmpty()
              ? "'name' and/or 'email' values required in object"
              : "";
    } else {
      throw wrong(
          "invalid author definition "
              + shown(item)
              + ": invalid value type, must be string or map");
    }
    if (!problem.isEmpty()) {
      throw wrong("invalid author definition " + shown(item) + ": " + problem);
    }
    ObjectValue.Builder author = ObjectValue.builder();
    if (!name.isEmpty()) {
      author.put("name", StringValue.of(name));
    }
    if (!email.isEmpty()) {
      author.put("email", StringValue.of(email));
    }
    return author.build();
  }

  private static String shown(Value value) {
    return value instanceof StringValue s ? s.value() : value.toString();
  }

  private Value schema(Value item, int line) throws AnnotationYaml.YamlException {
    if (!(item instanceof ObjectValue pair) || pair.size() == 0) {
      throw mismatch(item, line, "map[string]interface {}");
    }
    String path = pair.keyInserted(0) instanceof StringValue s ? s.value() : "";
    Value declared = pair.valueInserted(0);
    ObjectValue.Builder schema = ObjectValue.builder();
    schema.put(
        "path", reference(path, false).orElseThrow(() -> wrong("invalid document reference")));
    if (declared instanceof StringValue ref) {
      schema.put(
          "schema",
          reference(ref.value(), true).orElseThrow(() -> wrong("invalid schema reference")));
    } else if (declared instanceof ObjectValue) {
      schema.put("definition", declared);
    } else {
      throw wrong("invalid schema declaration for path \"" + path + "\"");
    }
    return schema.build();
  }

  /** Returns the parts of a reference; {@code schema} alone is none but allowed as a schema. */
  private static Optional<Value> reference(String text, boolean schema) {
    Term term =
        RegoParser.parseTerm(new SourceText("", text), ParserOptions.v1()).result().orElse(null);
    List<Value> parts = new ArrayList<>();
    if (term instanceof Term.Ref ref) {
      parts.add(StringValue.of(AstText.of(ref.head())));
      for (Term step : ref.path()) {
        parts.add(StringValue.of(Terms.isString(step) ? Terms.stringOf(step) : AstText.of(step)));
      }
    } else if (schema && term instanceof Term.Var name) {
      parts.add(StringValue.of(name.name()));
    }
    boolean valid = !parts.isEmpty() && (!schema || parts.get(0).equals(StringValue.of("schema")));
    return valid ? Optional.of(ArrayValue.of(parts)) : Optional.empty();
  }
}
