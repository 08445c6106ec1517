package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.graphql.Token.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the parsers of queries and schemas share: a token of lookahead, the comments before it,
 * names, values, types and directives. Trees are values in the shape that policies see; where a
 * node stood is kept beside.
 */
class TokenReader {
  private static final int MAX_DEPTH = 500;

  private final Lexer lexer;
  private final Map<Value, Token> places;
  private @Nullable Token peeked;
  private Token previous = new Token(Kind.EOF, "", 1, 1);
  private List<Value> comments = List.of();
  private int depth;

  TokenReader(String text, Map<Value, Token> places) {
    lexer = new Lexer(text);
    this.places = places;
  }

  /** Reads one thing of a list. */
  @FunctionalInterface
  interface Rule {
    Value read() throws GraphqlError;
  }

  /** Returns an empty record of places. */
  static Map<Value, Token> noPlaces() {
    return new IdentityHashMap<>();
  }

  final Token peek() {
    Token token = peeked;
    if (token == null) {
      token = lexer.next();
      List<Value> found = new ArrayList<>();
      while (token.is(Kind.COMMENT)) {
        found.add(ObjectValue.builder(1).put("Value", StringValue.of(token.value())).build());
        token = lexer.next();
      }
      if (!found.isEmpty()) {
        comments = found;
      }
      peeked = token;
    }
    return token;
  }

  final Token next() throws GraphqlError {
    Token token = peek();
    if (token.is(Kind.INVALID)) {
      throw lexer.failure();
    }
    peeked = null;
    comments = List.of();
    previous = token;
    return token;
  }

  final Token previous() {
    return previous;
  }

  /** Returns the comments before the next token. */
  final List<Value> comments() {
    peek();
    return comments;
  }

  final GraphqlError error(Token token, String message) {
    return GraphqlError.at(token.line(), token.column(), message);
  }

  final GraphqlError unexpected(Token token) {
    return error(token, "Unexpected " + token.describe());
  }

  final Token expect(Kind kind) throws GraphqlError {
    Token token = peek();
    if (!token.is(kind)) {
      throw error(token, "Expected " + kind.label() + ", found " + token.kind().label());
    }
    return next();
  }

  final void expectKeyword(String keyword) throws GraphqlError {
    Token token = peek();
    if (!token.isName(keyword)) {
      throw error(token, "Expected " + Token.quoted(keyword) + ", found " + token.describe());
    }
    next();
  }

  final boolean skip(Kind kind) throws GraphqlError {
    if (!peek().is(kind)) {
      return false;
    }
    next();
    return true;
  }

  final void descend() throws GraphqlError {
    if (++depth > MAX_DEPTH) {
      throw error(peek(), "nested too deeply");
    }
  }

  final void ascend() {
    depth--;
  }

  /** Reads an optional list that must not be empty; returns the comments before its end. */
  final List<Value> some(Kind open, Kind close, List<Value> into, Rule rule) throws GraphqlError {
    if (!skip(open)) {
      return List.of();
    }
    while (!peek().is(close)) {
      into.add(rule.read());
    }
    if (into.isEmpty()) {
      throw error(peek(), "expected at least one definition, found " + peek().kind().label());
    }
    List<Value> before = comments;
    next();
    return before;
  }

  final void many(Kind open, Kind close, List<Value> into, Rule rule) throws GraphqlError {
    if (skip(open)) {
      while (!peek().is(close)) {
        into.add(rule.read());
      }
      next();
    }
  }

  final String name() throws GraphqlError {
    return expect(Kind.NAME).value();
  }

  /** Reads a name that stands alone in a list and remembers where it stood. */
  final Value nameNode() throws GraphqlError {
    Token place = peek();
    StringValue node = StringValue.of(name());
    places.put(node, place);
    return node;
  }

  /** Ends a node and remembers where it stood. */
  final ObjectValue node(ObjectValue.Builder fields, Token place) {
    ObjectValue node = fields.build();
    places.put(node, place);
    return node;
  }

  static void putList(ObjectValue.Builder fields, String key, List<? extends Value> values) {
    if (!values.isEmpty()) {
      fields.put(key, ArrayValue.of(values));
    }
  }

  static void putComment(ObjectValue.Builder fields, String key, List<Value> comments) {
    if (!comments.isEmpty()) {
      fields.put(key, ObjectValue.builder(1).put("List", ArrayValue.of(comments)).build());
    }
  }

  static void put(ObjectValue.Builder fields, String key, String text) {
    fields.put(key, StringValue.of(text));
  }

  final Value type() throws GraphqlError {
    descend();
    ObjectValue.Builder fields = ObjectValue.builder(3);
    Token place;
    if (skip(Kind.BRACKET_L)) {
      place = peek();
      put(fields, "NamedType", "");
      fields.put("Elem", type());
      expect(Kind.BRACKET_R);
    } else {
      place = peek();
      put(fields, "NamedType", name());
    }
    fields.put("NonNull", BooleanValue.of(skip(Kind.BANG)));
    ascend();
    return node(fields, place);
  }

  final List<Value> directives(boolean constant) throws GraphqlError {
    List<Value> directives = new ArrayList<>();
    while (skip(Kind.AT)) {
      Token place = peek();
      ObjectValue.Builder fields = ObjectValue.builder(3);
      put(fields, "Name", name());
      putList(fields, "Arguments", arguments(constant));
      put(fields, "Location", "");
      directives.add(node(fields, place));
    }
    return directives;
  }

  final List<Value> arguments(boolean constant) throws GraphqlError {
    List<Value> arguments = new ArrayList<>();
    some(
        Kind.PAREN_L,
        Kind.PAREN_R,
        arguments,
        () -> {
          Token place = peek();
          ObjectValue.Builder fields = ObjectValue.builder(3);
          putComment(fields, "Comment", comments());
          put(fields, "Name", name());
          expect(Kind.COLON);
          fields.put("Value", value(constant));
          return node(fields, place);
        });
    return arguments;
  }

  final Value value(boolean constant) throws GraphqlError {
    Token token = peek();
    switch (token.kind()) {
      case BRACKET_L -> {
        return composite(Kind.BRACKET_L, Kind.BRACKET_R, ValueKind.LIST, constant);
      }
      case BRACE_L -> {
        return composite(Kind.BRACE_L, Kind.BRACE_R, ValueKind.OBJECT, constant);
      }
      case DOLLAR -> {
        if (constant) {
          throw unexpected(token);
        }
        next();
        return scalar(ValueKind.VARIABLE, name(), token);
      }
      case INT, FLOAT, STRING, BLOCK_STRING, NAME -> {
        next();
        return scalar(ValueKind.of(token), token.value(), token);
      }
      default -> throw unexpected(token);
    }
  }

  private Value scalar(ValueKind kind, String raw, Token place) {
    ObjectValue.Builder fields = ObjectValue.builder(3);
    put(fields, "Raw", raw);
    fields.put("Kind", kind.number());
    fields.put("ExpectedTypeHasDefault", BooleanValue.FALSE);
    return node(fields, place);
  }

  private Value composite(Kind open, Kind close, ValueKind kind, boolean constant)
      throws GraphqlError {
    descend();
    Token place = peek();
    List<Value> before = comments();
    List<Value> children = new ArrayList<>();
    many(open, close, children, () -> child(kind == ValueKind.OBJECT, constant));
    ObjectValue.Builder fields = ObjectValue.builder(5);
    put(fields, "Raw", "");
    putList(fields, "Children", children);
    fields.put("Kind", kind.number());
    fields.put("ExpectedTypeHasDefault", BooleanValue.FALSE);
    putComment(fields, "Comment", before);
    ascend();
    return node(fields, place);
  }

  private Value child(boolean named, boolean constant) throws GraphqlError {
    Token place = peek();
    ObjectValue.Builder fields = ObjectValue.builder(3);
    if (named) {
      putComment(fields, "Comment", comments());
      put(fields, "Name", name());
      expect(Kind.COLON);
    } else {
      put(fields, "Name", "");
    }
    fields.put("Value", value(constant));
    return node(fields, place);
  }
}
