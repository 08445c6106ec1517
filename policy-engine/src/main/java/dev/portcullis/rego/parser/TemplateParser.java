package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses template strings. */
final class TemplateParser {
  private static final String IN_TEMPLATE = " in template-string expression";

  private final TokenCursor cursor;
  private final LiteralParser literals;

  TemplateParser(TokenCursor cursor, LiteralParser literals) {
    this.cursor = cursor;
    this.literals = literals;
  }

  /** Parses the template string at the cursor and stops at its last token. */
  @Nullable Term parse(boolean raw) {
    int start = cursor.start();
    if (!cursor.options().has(ParserOptions.TEMPLATE_STRINGS)) {
      cursor.fault("template strings are not supported by current capabilities");
      return null;
    }
    List<Term.TemplatePart> parts = new ArrayList<>();
    while (isText(cursor.kind())) {
      String text = text(raw);
      if (text == null) {
        cursor.fault("illegal template-string part: " + cursor.text());
        return null;
      }
      if (!text.isEmpty()) {
        parts.add(new Term.TemplatePart.Text(text));
      }
      if (cursor.at(TokenKind.TEMPLATE_END) || cursor.at(TokenKind.RAW_TEMPLATE_END)) {
        return new Term.TemplateString(cursor.span(start, cursor.end()), raw, parts);
      }
      cursor.advance();
      Expr expr = interpolation();
      if (expr == null) {
        return null;
      }
      parts.add(new Term.TemplatePart.Interpolation(expr));
      cursor.advance();
    }
    cursor.fault("expected template-string part");
    return null;
  }

  private static boolean isText(TokenKind kind) {
    return switch (kind) {
      case TEMPLATE_PART, TEMPLATE_END, RAW_TEMPLATE_PART, RAW_TEMPLATE_END -> true;
      default -> false;
    };
  }

  /** The text of the current token without its delimiters and escapes. */
  private @Nullable String text(boolean raw) {
    String written = cursor.text();
    int from = written.startsWith("$") ? 2 : 1;
    // A brace that does not end the text has a backslash of its own before it.
    String inner = written.substring(from, written.length() - 1).replace("\\{", "{");
    return raw ? inner : Literals.unescape(inner);
  }

  private @Nullable Expr interpolation() {
    Expr expr = literals.literal();
    if (expr == null) {
      cursor.fault("invalid template-string expression");
      return null;
    }
    String what = forbidden(expr);
    if (what != null) {
      cursor.fault(expr.span().start(), "unexpected " + what + IN_TEMPLATE);
      return null;
    }
    if (!cursor.at(TokenKind.RIGHT_BRACE)) {
      cursor.fault("expected } to end template string expression");
      return null;
    }
    return expr;
  }

  private static @Nullable String forbidden(Expr expr) {
    if (expr.negated() && expr.statement() instanceof Expr.TermStatement) {
      return "negation ('not')";
    }
    if (expr.statement() instanceof Expr.Every) {
      return "'every'";
    }
    if (expr.statement() instanceof Expr.SomeIn || expr.statement() instanceof Expr.SomeDecl) {
      return "'some'";
    }
    if (expr.statement() instanceof Expr.TermStatement s && s.term() instanceof Term.Call call) {
      return switch (call.name().orElse("")) {
        case "eq" -> "unification ('=')";
        case "assign" -> "assignment (':=')";
        default -> null;
      };
    }
    return null;
  }
}
