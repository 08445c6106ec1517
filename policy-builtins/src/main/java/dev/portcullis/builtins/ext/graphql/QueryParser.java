package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parses executable documents. */
final class QueryParser extends TokenReader {
  private QueryParser(String text, Map<Value, Token> places) {
    super(text, places);
  }

  /**
   * Returns the tree of a query.
   *
   * @param places takes where each node stood
   */
  static ObjectValue parse(String text, Map<Value, Token> places) throws GraphqlError {
    return new QueryParser(text, places).document();
  }

  private ObjectValue document() throws GraphqlError {
    List<Value> operations = new ArrayList<>();
    List<Value> fragments = new ArrayList<>();
    while (!peek().is(Kind.EOF)) {
      Token token = peek();
      if (token.isName("fragment")) {
        fragments.add(fragment());
      } else if (token.is(Kind.BRACE_L) || isOperation(token)) {
        operations.add(operation());
      } else {
        throw unexpected(token);
      }
    }
    ObjectValue.Builder fields = ObjectValue.builder(2);
    putList(fields, "Operations", operations);
    putList(fields, "Fragments", fragments);
    return fields.build();
  }

  private static boolean isOperation(Token token) {
    return token.isName("query") || token.isName("mutation") || token.isName("subscription");
  }

  private Value operation() throws GraphqlError {
    Token place = peek();
    ObjectValue.Builder fields = ObjectValue.builder(6);
    boolean shorthand = place.is(Kind.BRACE_L);
    // The comment before a query without a keyword is lost in OPA's tree, so it is in ours.
    putComment(fields, "Comment", shorthand ? List.of() : comments());
    put(fields, "Operation", shorthand ? "query" : next().value());
    put(fields, "Name", !shorthand && peek().is(Kind.NAME) ? next().value() : "");
    if (!shorthand) {
      putList(fields, "VariableDefinitions", variables());
      putList(fields, "Directives", directives(false));
    }
    putList(fields, "SelectionSet", selections());
    return node(fields, place);
  }

  private List<Value> variables() throws GraphqlError {
    List<Value> variables = new ArrayList<>();
    some(Kind.PAREN_L, Kind.PAREN_R, variables, this::variable);
    return variables;
  }

  private Value variable() throws GraphqlError {
    Token place = peek();
    ObjectValue.Builder fields = ObjectValue.builder(6);
    putComment(fields, "Comment", comments());
    expect(Kind.DOLLAR);
    put(fields, "Variable", name());
    expect(Kind.COLON);
    fields.put("Type", type());
    if (skip(Kind.EQUALS)) {
      fields.put("DefaultValue", value(true));
    }
    putList(fields, "Directives", directives(false));
    fields.put("Used", BooleanValue.FALSE);
    return node(fields, place);
  }

  private List<Value> selections() throws GraphqlError {
    if (!peek().is(Kind.BRACE_L)) {
      throw error(peek(), "Expected {, found " + peek().kind().label());
    }
    descend();
    List<Value> selections = new ArrayList<>();
    some(Kind.BRACE_L, Kind.BRACE_R, selections, this::selection);
    ascend();
    return selections;
  }

  private Value selection() throws GraphqlError {
    return peek().is(Kind.SPREAD) ? spread() : field();
  }

  private Value field() throws GraphqlError {
    Token place = peek();
    ObjectValue.Builder fields = ObjectValue.builder(6);
    putComment(fields, "Comment", comments());
    String alias = name();
    put(fields, "Alias", alias);
    put(fields, "Name", skip(Kind.COLON) ? name() : alias);
    putList(fields, "Arguments", arguments(false));
    putList(fields, "Directives", directives(false));
    if (peek().is(Kind.BRACE_L)) {
      putList(fields, "SelectionSet", selections());
    }
    return node(fields, place);
  }

  private Value spread() throws GraphqlError {
    ObjectValue.Builder fields = ObjectValue.builder(4);
    putComment(fields, "Comment", comments());
    next();
    Token place = peek();
    if (place.is(Kind.NAME) && !place.value().equals("on")) {
      put(fields, "Name", name());
      putList(fields, "Directives", directives(false));
      return node(fields, place);
    }
    String condition = "";
    if (place.isName("on")) {
      next();
      condition = name();
    }
    put(fields, "TypeCondition", condition);
    putList(fields, "Directives", directives(false));
    putList(fields, "SelectionSet", selections());
    return node(fields, place);
  }

  private Value fragment() throws GraphqlError {
    Token place = peek();
    ObjectValue.Builder fields = ObjectValue.builder(6);
    putComment(fields, "Comment", comments());
    expectKeyword("fragment");
    if (peek().isName("on")) {
      throw unexpected(peek());
    }
    put(fields, "Name", name());
    putList(fields, "VariableDefinition", variables());
    expectKeyword("on");
    put(fields, "TypeCondition", name());
    putList(fields, "Directives", directives(false));
    putList(fields, "SelectionSet", selections());
    return node(fields, place);
  }
}
