package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.text.Span;
import dev.portcullis.rego.token.TokenKind;
import dev.portcullis.rego.token.TokenList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses what stands alone rather than in a module: queries and imports. */
final class QueryParser {
  private final TokenCursor cursor;
  private final LiteralParser literals;
  private final ImportParser imports;
  private final Problems problems;

  QueryParser(TokenList tokens, ParserOptions options, Problems problems) {
    this.problems = problems;
    this.cursor = new TokenCursor(tokens, options);
    this.literals = new LiteralParser(cursor);
    this.imports = new ImportParser(cursor, literals);
    imports.activateDefaults(problems);
    cursor.advance();
  }

  @Nullable Body parse() {
    List<Expr> exprs = new ArrayList<>();
    int end = cursor.start();
    while (!cursor.at(TokenKind.EOF) && !cursor.hasFaults()) {
      String unexpected = moduleStatement();
      if (!unexpected.isEmpty()) {
        problems.error(cursor.start(), "expected body but got " + unexpected);
        return null;
      }
      Body body = literals.query(true, TokenKind.EOF);
      if (body == null) {
        break;
      }
      exprs.addAll(body.exprs());
      end = body.span().end();
    }
    problems.addAll(cursor.takeFaults());
    Span span = cursor.span(exprs.isEmpty() ? end : exprs.get(0).span().start(), end);
    Body whole = new Body(span, exprs);
    Optional<Span> tooDeep = NestingLimit.violation(whole);
    tooDeep.ifPresent(s -> problems.error(s.start(), Messages.TOO_DEEP));
    return problems.any() ? null : whole;
  }

  private String moduleStatement() {
    if (cursor.refFollows()) {
      return "";
    }
    return switch (cursor.kind()) {
      case PACKAGE -> "package";
      case IMPORT -> "import";
      default -> "";
    };
  }

  Module.@Nullable Import parseImport() {
    Module.Import parsed = imports.parse();
    if (!cursor.hasFaults() && !cursor.at(TokenKind.EOF)) {
      cursor.unexpected();
    }
    problems.addAll(cursor.takeFaults());
    return parsed;
  }
}
