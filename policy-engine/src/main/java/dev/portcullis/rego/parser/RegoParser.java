package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.SourceText;
import dev.portcullis.rego.token.Lexer;
import dev.portcullis.rego.token.TokenList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rego text to syntax trees. Errors are collected over the whole text; OPA's are among them. Texts
 * whose brackets nest deep are parsed on a thread with a stack of its own, so no text overflows the
 * caller's.
 */
public final class RegoParser {
  /** Nesting up to here is safe on the smallest stacks that threads commonly have. */
  private static final int SAFE_NESTING = 60;

  private static final long STACK_BYTES = 64L << 20;

  private RegoParser() {}

  /** Parses a module. */
  public static ParseResult<Module> parseModule(SourceText source, ParserOptions options) {
    return parse(source, (tokens, problems) -> new ModuleParser(tokens, options, problems).parse());
  }

  /** Parses a query; an empty one gives a body without expressions. */
  public static ParseResult<Body> parseBody(SourceText source, ParserOptions options) {
    return parse(source, (tokens, problems) -> new QueryParser(tokens, options, problems).parse());
  }

  /** Parses a term. */
  public static ParseResult<Term> parseTerm(SourceText source, ParserOptions options) {
    return parse(
        source,
        (tokens, problems) -> {
          Body body = new QueryParser(tokens, options, problems).parse();
          return body == null ? null : soleTerm(body, problems);
        });
  }

  /** Parses an import written with or without the word {@code import}. */
  public static ParseResult<Module.Import> parseImport(SourceText source, ParserOptions options) {
    SourceText whole =
        source.text().stripLeading().startsWith("import ")
            ? source
            : new SourceText(source.name(), "import " + source.text());
    return parse(
        whole, (tokens, problems) -> new QueryParser(tokens, options, problems).parseImport());
  }

  private static @Nullable Term soleTerm(Body body, Problems problems) {
    List<Expr> exprs = body.exprs();
    if (exprs.size() == 1
        && exprs.get(0).with().isEmpty()
        && !exprs.get(0).negated()
        && exprs.get(0).statement() instanceof Expr.TermStatement s) {
      return s.term();
    }
    problems.error(
        body.span().start(), exprs.size() == 1 ? "expected term" : "expected exactly one term");
    return null;
  }

  private static <T> ParseResult<T> parse(
      SourceText source, BiFunction<TokenList, Problems, @Nullable T> parser) {
    TokenList tokens = Lexer.lex(source);
    Problems problems = new Problems(source);
    T result =
        tokens.nesting() <= SAFE_NESTING
            ? parser.apply(tokens, problems)
            : onDeepStack(() -> parser.apply(tokens, problems));
    return new ParseResult<>(
        problems.any() ? Optional.empty() : Optional.ofNullable(result), problems.sorted());
  }

  private static <T> @Nullable T onDeepStack(java.util.function.Supplier<@Nullable T> parse) {
    return DeepStack.call(STACK_BYTES, parse);
  }
}
