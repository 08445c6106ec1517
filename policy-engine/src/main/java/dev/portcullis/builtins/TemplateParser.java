package dev.portcullis.builtins;

import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.builtins.TemplateNode.Pipeline;
import dev.portcullis.builtins.TemplateNode.Term;
import dev.portcullis.builtins.TemplateToken.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses a template of Go's {@code text/template}. */
final class TemplateParser {
  /** The name of the template itself, which is part of every error. */
  static final String NAME = "template";

  private static final int DEEPEST = 500;

  private final String input;
  private final List<TemplateToken> tokens;
  private final Map<String, List<TemplateNode>> templates = new HashMap<>();
  private List<String> variables = new ArrayList<>(List.of("$"));
  private int next;
  private int ranges;
  private int depth;

  private TemplateParser(String input) {
    this.input = input;
    tokens = TemplateLexer.tokens(input);
  }

  /**
   * Returns the templates that {@code input} defines, by name; it is itself the one called {@link
   * #NAME}.
   *
   * @throws BuiltinException if it is malformed
   */
  static Map<String, List<TemplateNode>> parse(String input) {
    TemplateParser parser = new TemplateParser(input);
    List<TemplateNode> root = new ArrayList<>();
    while (!parser.peek().is(Kind.END_OF_INPUT)) {
      if (parser.atDefinition()) {
        parser.definition();
      } else {
        parser.item(root);
        if (parser.ended != null) {
          throw parser.error("unexpected {{" + parser.ended + "}}");
        }
      }
    }
    parser.define(NAME, root);
    return parser.templates;
  }

  /** The {@code end} or {@code else} that the last item was, or null. */
  private @Nullable String ended;

  private boolean atDefinition() {
    if (!peek().is(Kind.LEFT)) {
      return false;
    }
    int at = next + 1;
    while (tokens.get(at).is(Kind.SPACE)) {
      at++;
    }
    if (!tokens.get(at).isKeyword("define")) {
      return false;
    }
    next = at + 1;
    return true;
  }

  private void definition() {
    String name = name(nextNonSpace(), "define clause");
    expect(Kind.RIGHT, "define clause");
    define(name, separate("define clause"));
  }

  /** Parses a template within this one, which sees none of its variables. */
  private List<TemplateNode> separate(String context) {
    List<String> outer = variables;
    int outerRanges = ranges;
    variables = new ArrayList<>(List.of("$"));
    ranges = 0;
    List<TemplateNode> body = items();
    if (!"end".equals(ended)) {
      throw error("unexpected {{" + ended + "}} in " + context);
    }
    ended = null;
    variables = outer;
    ranges = outerRanges;
    return body;
  }

  private void define(String name, List<TemplateNode> body) {
    List<TemplateNode> known = templates.get(name);
    if (known == null || isBlank(known)) {
      templates.put(name, body);
    } else if (!isBlank(body)) {
      throw error("template: multiple definition of template " + GoQuote.quote(name));
    }
  }

  private static boolean isBlank(List<TemplateNode> nodes) {
    return nodes.stream()
        .allMatch(node -> node instanceof TemplateNode.Plain plain && plain.text().isBlank());
  }

  private List<TemplateNode> items() {
    List<TemplateNode> nodes = new ArrayList<>();
    while (!peekNonSpace().is(Kind.END_OF_INPUT)) {
      item(nodes);
      if (ended != null) {
        return nodes;
      }
    }
    throw error("unexpected EOF");
  }

  /** Adds the next item, or sets {@link #ended}. */
  private void item(List<TemplateNode> nodes) {
    ended = null;
    TemplateToken token = nextNonSpace();
    switch (token.kind()) {
      case TEXT -> nodes.add(new TemplateNode.Plain(token.text()));
      case LEFT -> {
        if (++depth > DEEPEST) {
          throw error("max expression depth exceeded");
        }
        action(nodes);
        depth--;
      }
      default -> throw unexpected(token, "input");
    }
  }

  private void action(List<TemplateNode> nodes) {
    TemplateToken token = peekNonSpace();
    if (!token.is(Kind.KEYWORD)) {
      nodes.add(new TemplateNode.Action(pipeline("command", Kind.RIGHT)));
      return;
    }
    next++;
    switch (token.text()) {
      case "if" -> nodes.add(choice("if"));
      case "with" -> nodes.add(choice("with"));
      case "range" -> nodes.add(range());
      case "template" -> nodes.add(call());
      case "block" -> nodes.add(block());
      case "break", "continue" -> nodes.add(leave(token.text()));
      case "end" -> {
        expect(Kind.RIGHT, "end");
        ended = "end";
      }
      case "else" -> {
        TemplateToken after = peekNonSpace();
        if (!after.isKeyword("if") && !after.isKeyword("with")) {
          expect(Kind.RIGHT, "else");
        }
        ended = "else";
      }
      default -> throw unexpected(token, "command");
    }
  }

  private TemplateNode leave(String word) {
    TemplateToken token = nextNonSpace();
    if (!token.is(Kind.RIGHT)) {
      throw unexpected(token, "{{" + word + "}}");
    }
    if (ranges == 0) {
      throw error("{{" + word + "}} outside {{range}}");
    }
    return new TemplateNode.Leave(word.equals("break"));
  }

  private TemplateNode choice(String word) {
    int outer = variables.size();
    Pipeline pipeline = pipeline(word, Kind.RIGHT);
    List<TemplateNode> body = items();
    List<TemplateNode> otherwise = List.of();
    if ("else".equals(ended)) {
      if (peekNonSpace().isKeyword(word)) {
        nextNonSpace();
        if (++depth > DEEPEST) {
          throw error("max expression depth exceeded");
        }
        otherwise = List.of(choice(word));
        depth--;
      } else {
        otherwise = otherwise();
      }
    }
    ended = null;
    variables.subList(outer, variables.size()).clear();
    return new TemplateNode.Choice(word.equals("with"), pipeline, body, otherwise);
  }

  private List<TemplateNode> otherwise() {
    List<TemplateNode> nodes = items();
    if (!"end".equals(ended)) {
      throw error("expected end; found {{" + ended + "}}");
    }
    return nodes;
  }

  private TemplateNode range() {
    int outer = variables.size();
    Pipeline pipeline = pipeline("range", Kind.RIGHT);
    ranges++;
    List<TemplateNode> body = items();
    ranges--;
    List<TemplateNode> otherwise = "else".equals(ended) ? otherwise() : List.of();
    ended = null;
    variables.subList(outer, variables.size()).clear();
    return new TemplateNode.Range(pipeline, body, otherwise);
  }

  private TemplateNode call() {
    TemplateToken token = nextNonSpace();
    String name = name(token, "template clause");
    if (peekNonSpace().is(Kind.RIGHT)) {
      nextNonSpace();
      return new TemplateNode.Call(name, null, token.position());
    }
    return new TemplateNode.Call(name, pipeline("template clause", Kind.RIGHT), token.position());
  }

  private TemplateNode block() {
    TemplateToken token = nextNonSpace();
    String name = name(token, "block clause");
    Pipeline pipeline = pipeline("block clause", Kind.RIGHT);
    define(name, separate("block clause"));
    return new TemplateNode.Call(name, pipeline, token.position());
  }

  private String name(TemplateToken token, String context) {
    if (!token.is(Kind.STRING)) {
      throw unexpected(token, context);
    }
    return unquoted(token.text());
  }

  private Pipeline pipeline(String context, Kind end) {
    int position = peekNonSpace().position();
    List<String> declared = new ArrayList<>();
    boolean assigns = false;
    while (peekNonSpace().is(Kind.VARIABLE)) {
      int start = next;
      TemplateToken variable = nextNonSpace();
      TemplateToken after = peekNonSpace();
      if (after.is(Kind.ASSIGN) || after.is(Kind.DECLARE)) {
        nextNonSpace();
        assigns = after.is(Kind.ASSIGN);
        declare(declared, variable);
        break;
      }
      if (!after.is(Kind.CHARACTER) || !after.text().equals(",")) {
        next = start;
        break;
      }
      nextNonSpace();
      declare(declared, variable);
      if (!context.equals("range") || declared.size() > 1) {
        throw error("too many declarations in " + context);
      }
      if (!peekNonSpace().is(Kind.VARIABLE)) {
        throw error("range can only initialize variables");
      }
    }
    List<List<Term>> commands = commands(context, end);
    return new Pipeline(declared, assigns, commands, position);
  }

  private void declare(List<String> declared, TemplateToken variable) {
    declared.add(variable.text());
    variables.add(variable.text());
  }

  private List<List<Term>> commands(String context, Kind end) {
    List<List<Term>> commands = new ArrayList<>();
    while (!peekNonSpace().is(end)) {
      TemplateToken token = peekNonSpace();
      switch (token.kind()) {
        case BOOLEAN, RUNE, DOT, FIELD, IDENTIFIER, NUMBER, NIL, STRING, VARIABLE, OPEN ->
            commands.add(command());
        default -> throw unexpected(token, context);
      }
    }
    nextNonSpace();
    if (commands.isEmpty()) {
      throw error("missing value for " + context);
    }
    for (int i = 1; i < commands.size(); i++) {
      if (TemplateNode.isConstant(commands.get(i).get(0))) {
        throw error("non executable command in pipeline stage " + (i + 1));
      }
    }
    return commands;
  }

  private List<Term> command() {
    List<Term> terms = new ArrayList<>();
    while (true) {
      peekNonSpace();
      Term term = operand();
      if (term != null) {
        terms.add(term);
      }
      TemplateToken token = tokens.get(next);
      switch (token.kind()) {
        case SPACE -> {
          next++;
          continue;
        }
        case RIGHT, CLOSE -> {}
        case PIPE -> next++;
        default -> throw unexpected(token, "operand");
      }
      break;
    }
    if (terms.isEmpty()) {
      throw error("empty command");
    }
    return terms;
  }

  private @Nullable Term operand() {
    Term term = term();
    if (term == null || !peek().is(Kind.FIELD)) {
      return term;
    }
    int position = peek().position();
    List<String> fields = new ArrayList<>();
    while (peek().is(Kind.FIELD)) {
      fields.add(tokens.get(next++).text().substring(1));
    }
    if (term instanceof Term.Field field) {
      return new Term.Field(joined(field.fields(), fields), position);
    }
    if (term instanceof Term.Variable variable) {
      return new Term.Variable(variable.name(), joined(variable.fields(), fields), position);
    }
    if (TemplateNode.isConstant(term)) {
      throw error("unexpected . after term " + GoQuote.quote(term.source()));
    }
    return new Term.Chain(term, fields, position);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private @Nullable Term term() {
    TemplateToken token = peekNonSpace();
    int position = token.position();
    switch (token.kind()) {
      case BOOLEAN, RUNE, DOT, FIELD, IDENTIFIER, NUMBER, NIL, STRING, VARIABLE, OPEN -> next++;
      default -> {
        return null;
      }
    }
    return term(token, position);
  }

  private Term term(TemplateToken token, int position) {
    switch (token.kind()) {
      case IDENTIFIER -> {
        if (!TemplateFunctions.exists(token.text())) {
          throw error("function " + GoQuote.quote(token.text()) + " not defined");
        }
        return new Term.Function(token.text(), position);
      }
      case DOT -> {
        return new Term.Dot(position);
      }
      case NIL -> {
        return new Term.Nil(position);
      }
      case VARIABLE -> {
        if (!variables.contains(token.text())) {
          throw error("undefined variable " + GoQuote.quote(token.text()));
        }
        return new Term.Variable(token.text(), List.of(), position);
      }
      case FIELD -> {
        return new Term.Field(List.of(token.text().substring(1)), position);
      }
      case BOOLEAN -> {
        return literal(TemplateValue.of(token.text().equals("true")), token);
      }
      case NUMBER, RUNE -> {
        return literal(number(token), token);
      }
      case STRING -> {
        return literal(TemplateValue.of(unquoted(token.text())), token);
      }
      default -> {
        if (++depth > DEEPEST) {
          throw error("max expression depth exceeded");
        }
        Pipeline nested = pipeline("parenthesized pipeline", Kind.CLOSE);
        depth--;
        return new Term.Nested(nested);
      }
    }
  }

  private static Term literal(TemplateValue value, TemplateToken token) {
    return new Term.Literal(value, token.text(), token.position());
  }

  private TemplateValue number(TemplateToken token) {
    try {
      return token.is(Kind.RUNE)
          ? new TemplateValue.Whole(GoLiterals.rune(token.text()), "int")
          : GoLiterals.number(token.text());
    } catch (IllegalArgumentException e) {
      throw error(String.valueOf(e.getMessage()));
    }
  }

  private String unquoted(String literal) {
    try {
      return GoLiterals.string(literal);
    } catch (IllegalArgumentException e) {
      throw error("invalid syntax");
    }
  }

  private TemplateToken peek() {
    return tokens.get(next);
  }

  private TemplateToken peekNonSpace() {
    while (tokens.get(next).is(Kind.SPACE)) {
      next++;
    }
    return tokens.get(next);
  }

  private TemplateToken nextNonSpace() {
    TemplateToken token = peekNonSpace();
    if (next < tokens.size() - 1) {
      next++;
    }
    return token;
  }

  private void expect(Kind kind, String context) {
    TemplateToken token = nextNonSpace();
    if (!token.is(kind)) {
      throw unexpected(token, context);
    }
  }

  private BuiltinException unexpected(TemplateToken token, String context) {
    return token.is(Kind.ERROR)
        ? error(token.text(), token.position())
        : error("unexpected " + token.describe() + " in " + context, token.position());
  }

  private BuiltinException error(String message) {
    return error(message, tokens.get(Math.max(0, next - 1)).position());
  }

  private BuiltinException error(String message, int position) {
    long line = 1 + input.substring(0, position).chars().filter(c -> c == '\n').count();
    return BuiltinException.failed("template: " + NAME + ":" + line + ": " + message);
  }
}
