package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses type system documents. */
final class SchemaParser extends TokenReader {
  private static final Set<String> LOCATIONS =
      Set.of(
          "QUERY",
          "MUTATION",
          "SUBSCRIPTION",
          "FIELD",
          "FRAGMENT_DEFINITION",
          "FRAGMENT_SPREAD",
          "INLINE_FRAGMENT",
          "VARIABLE_DEFINITION",
          "SCHEMA",
          "SCALAR",
          "OBJECT",
          "FIELD_DEFINITION",
          "ARGUMENT_DEFINITION",
          "INTERFACE",
          "UNION",
          "ENUM",
          "ENUM_VALUE",
          "INPUT_OBJECT",
          "INPUT_FIELD_DEFINITION");

  private final List<Value> schemas = new ArrayList<>();
  private final List<Value> schemaExtensions = new ArrayList<>();
  private final List<Value> directives = new ArrayList<>();
  private final List<Value> definitions = new ArrayList<>();
  private final List<Value> extensions = new ArrayList<>();

  private SchemaParser(String text, Map<Value, Token> places) {
    super(text, places);
  }

  /** A description and the comments before it. */
  private record Description(String text, List<Value> comments) {
    static final Description NONE = new Description("", List.of());
  }

  /**
   * Returns the tree of a schema.
   *
   * @param places takes where each node stood
   */
  static ObjectValue parse(String text, Map<Value, Token> places) throws GraphqlError {
    return new SchemaParser(text, places).document();
  }

  private ObjectValue document() throws GraphqlError {
    while (!peek().is(Kind.EOF)) {
      Description description = description();
      Token token = peek();
      if (!token.is(Kind.NAME)) {
        throw unexpected(token);
      }
      switch (token.value()) {
        case "scalar", "type", "interface", "union", "enum", "input" ->
            definitions.add(definition(description, false));
        case "schema" -> schemas.add(schema(description, false));
        case "directive" -> directives.add(directive(description));
        case "extend" -> {
          if (!description.text().isEmpty()) {
            throw unexpected(previous());
          }
          extension();
        }
        default -> throw unexpected(token);
      }
    }
    ObjectValue.Builder fields = ObjectValue.builder(6);
    putList(fields, "Schema", schemas);
    putList(fields, "SchemaExtension", schemaExtensions);
    putList(fields, "Directives", directives);
    putList(fields, "Definitions", definitions);
    putList(fields, "Extensions", extensions);
    putComment(fields, "Comment", comments());
    return fields.build();
  }

  private Description description() throws GraphqlError {
    Token token = peek();
    if (!token.is(Kind.STRING) && !token.is(Kind.BLOCK_STRING)) {
      return Description.NONE;
    }
    List<Value> before = comments();
    return new Description(next().value(), before);
  }

  /** A description of a member is dropped with its comments if it is empty. */
  private Description memberDescription() throws GraphqlError {
    Description description = description();
    return description.text().isEmpty() ? Description.NONE : description;
  }

  private void extension() throws GraphqlError {
    List<Value> before = comments();
    expectKeyword("extend");
    switch (peek().value()) {
      case "schema" -> schemaExtensions.add(schema(new Description("", before), true));
      case "scalar", "type", "interface", "union", "enum", "input" ->
          extensions.add(definition(new Description("", before), true));
      default -> throw unexpected(peek());
    }
  }

  private static void describe(
      ObjectValue.Builder fields, Description description, List<Value> after) {
    put(fields, "Description", description.text());
    putComment(fields, "BeforeDescriptionComment", description.comments());
    putComment(fields, "AfterDescriptionComment", after);
  }

  /** An extension has the comments before its keyword where a definition has those after. */
  private List<Value> head(
      ObjectValue.Builder fields, String keyword, Description description, boolean extension)
      throws GraphqlError {
    List<Value> after = extension ? description.comments() : comments();
    expectKeyword(keyword);
    describe(fields, extension ? Description.NONE : description, after);
    return after;
  }

  private Value schema(Description description, boolean extension) throws GraphqlError {
    ObjectValue.Builder fields = ObjectValue.builder(6);
    head(fields, "schema", description, extension);
    Token place = peek();
    List<Value> applied = directives(true);
    putList(fields, "Directives", applied);
    List<Value> types = new ArrayList<>();
    putComment(
        fields,
        "EndOfDefinitionComment",
        some(Kind.BRACE_L, Kind.BRACE_R, types, this::operationType));
    putList(fields, "OperationTypes", types);
    if (extension && applied.isEmpty() && types.isEmpty()) {
      throw unexpected(peek());
    }
    return node(fields, place);
  }

  private Value operationType() throws GraphqlError {
    Token place = peek();
    ObjectValue.Builder fields = ObjectValue.builder(3);
    putComment(fields, "Comment", comments());
    Token operation = next();
    if (!Set.of("query", "mutation", "subscription").contains(operation.value())) {
      throw unexpected(operation);
    }
    put(fields, "Operation", operation.value());
    expect(Kind.COLON);
    put(fields, "Type", name());
    return node(fields, place);
  }

  private Value definition(Description description, boolean extension) throws GraphqlError {
    String keyword = peek().value();
    ObjectValue.Builder fields = ObjectValue.builder(12);
    head(fields, keyword, description, extension);
    Token place = peek();
    put(fields, "Name", name());
    put(fields, "Kind", kind(keyword));
    fields.put("BuiltIn", BooleanValue.FALSE);
    boolean filled = false;
    if (keyword.equals("type") || (keyword.equals("interface") && !extension)) {
      List<Value> interfaces = interfaces();
      putList(fields, "Interfaces", interfaces);
      filled = !interfaces.isEmpty();
    }
    boolean constant = !(extension && keyword.equals("input"));
    List<Value> applied = directives(constant);
    putList(fields, "Directives", applied);
    filled |= body(fields, keyword) || !applied.isEmpty();
    if (extension && !filled) {
      throw unexpected(peek());
    }
    return node(fields, place);
  }

  private static String kind(String keyword) {
    return switch (keyword) {
      case "scalar" -> "SCALAR";
      case "type" -> "OBJECT";
      case "interface" -> "INTERFACE";
      case "union" -> "UNION";
      case "enum" -> "ENUM";
      default -> "INPUT_OBJECT";
    };
  }

  /** Reads what follows the head of a definition; returns whether there is anything. */
  private boolean body(ObjectValue.Builder fields, String keyword) throws GraphqlError {
    List<Value> members = new ArrayList<>();
    switch (keyword) {
      case "type", "interface" -> {
        putComment(
            fields,
            "EndOfDefinitionComment",
            some(Kind.BRACE_L, Kind.BRACE_R, members, () -> member(true, true)));
        putList(fields, "Fields", members);
      }
      case "input" -> {
        putComment(
            fields,
            "EndOfDefinitionComment",
            some(Kind.BRACE_L, Kind.BRACE_R, members, () -> member(false, true)));
        putList(fields, "Fields", members);
      }
      case "enum" -> {
        putComment(
            fields,
            "EndOfDefinitionComment",
            some(Kind.BRACE_L, Kind.BRACE_R, members, () -> member(false, false)));
        putList(fields, "EnumValues", members);
      }
      case "union" -> {
        if (skip(Kind.EQUALS)) {
          separated(Kind.PIPE, members);
        }
        putList(fields, "Types", members);
      }
      default -> {}
    }
    return !members.isEmpty();
  }

  private void separated(Kind separator, List<Value> into) throws GraphqlError {
    skip(separator);
    do {
      into.add(nameNode());
    } while (skip(separator));
  }

  private List<Value> interfaces() throws GraphqlError {
    List<Value> names = new ArrayList<>();
    if (peek().value().equals("implements")) {
      next();
      separated(Kind.AMP, names);
    }
    return names;
  }

  /**
   * Reads a field, an input field, an argument or a value of an enumeration.
   *
   * @param withArguments whether it is a field with arguments, which has no default
   * @param typed whether it has a type
   */
  private Value member(boolean withArguments, boolean typed) throws GraphqlError {
    ObjectValue.Builder fields = ObjectValue.builder(8);
    Description description = memberDescription();
    describe(fields, description, comments());
    Token place = peek();
    put(fields, "Name", name());
    if (withArguments) {
      putList(fields, "Arguments", argumentDefinitions());
    }
    if (typed) {
      expect(Kind.COLON);
      fields.put("Type", type());
      if (!withArguments && skip(Kind.EQUALS)) {
        fields.put("DefaultValue", value(true));
      }
    }
    putList(fields, "Directives", directives(true));
    return node(fields, place);
  }

  private List<Value> argumentDefinitions() throws GraphqlError {
    List<Value> arguments = new ArrayList<>();
    some(Kind.PAREN_L, Kind.PAREN_R, arguments, () -> member(false, true));
    return arguments;
  }

  private Value directive(Description description) throws GraphqlError {
    ObjectValue.Builder fields = ObjectValue.builder(8);
    head(fields, "directive", description, false);
    expect(Kind.AT);
    Token place = peek();
    put(fields, "Name", name());
    putList(fields, "Arguments", argumentDefinitions());
    boolean repeatable = peek().isName("repeatable");
    if (repeatable) {
      next();
    }
    fields.put("IsRepeatable", BooleanValue.of(repeatable));
    expectKeyword("on");
    List<Value> locations = new ArrayList<>();
    skip(Kind.PIPE);
    do {
      Token location = expect(Kind.NAME);
      if (!LOCATIONS.contains(location.value())) {
        throw unexpected(location);
      }
      locations.add(StringValue.of(location.value()));
    } while (skip(Kind.PIPE));
    putList(fields, "Locations", locations);
    return node(fields, place);
  }
}
