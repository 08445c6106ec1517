package dev.portcullis.rego.parser;

import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.token.TokenKind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parses imports and lets those of keywords and versions take effect. */
final class ImportParser {
  private static final String FUTURE = "future";
  private static final String REGO = "rego";

  private final TokenCursor cursor;
  private final LiteralParser literals;
  private final Map<String, TokenKind> importable;

  ImportParser(TokenCursor cursor, LiteralParser literals) {
    this.cursor = cursor;
    this.literals = literals;
    this.importable = new TreeMap<>(TokenKind.V1_KEYWORDS);
    importable.put("not", TokenKind.NOT);
    if (cursor.options().has(ParserOptions.LOGICAL_OPERATORS)) {
      importable.putAll(TokenKind.FUTURE_KEYWORDS);
    }
  }

  /** Makes the keywords of the options hold. */
  void activateDefaults(Problems problems) {
    if (cursor.options().version() != RegoVersion.V0) {
      TokenKind.V1_KEYWORDS.forEach(cursor::addKeyword);
    }
    for (String keyword : cursor.options().futureKeywords()) {
      TokenKind kind = importable.get(keyword);
      if (kind == null) {
        problems.error(0, "unknown future keyword: " + keyword);
      } else {
        activate(keyword, kind);
      }
    }
  }

  private void activate(String keyword, TokenKind kind) {
    cursor.addKeyword(keyword, kind);
    if (kind == TokenKind.NOT) {
      literals.allowNotBodies();
    }
  }

  static boolean isRegoV1(Term.Ref path) {
    return path.startsWith(REGO)
        && path.path().size() == 1
        && path.path().get(0) instanceof Term.Scalar s
        && s.value().equals(StringValue.of("v1"));
  }

  /** Parses an import; null without a fault if none stands here. */
  Module.@Nullable Import parse() {
    if (!cursor.at(TokenKind.IMPORT) || cursor.refFollows()) {
      return null;
    }
    int start = cursor.start();
    cursor.advance();
    if (!cursor.at(TokenKind.IDENT) && !cursor.isKeywordAllowedInRef()) {
      cursor.unexpected();
      return null;
    }
    cursor.takeAsIdent();
    Term.Ref path = path();
    if (path == null) {
      return null;
    }
    Optional<String> alias = Optional.empty();
    if (cursor.accept(TokenKind.AS)) {
      alias = alias();
      if (alias.isEmpty()) {
        return null;
      }
    } else {
      checkLastName(path);
    }
    takeEffect(path, alias.isPresent());
    return new Module.Import(cursor.spanFrom(start), path, alias);
  }

  /** Parses the path with no keyword but the oldest, so that keywords can be imported twice. */
  private Term.@Nullable Ref path() {
    Set<String> future = new HashSet<>(TokenKind.V1_KEYWORDS.keySet());
    future.addAll(TokenKind.FUTURE_KEYWORDS.keySet());
    Map<String, TokenKind> kept = cursor.swapKeywords(cursor.keywordsWithout(future));
    Term term;
    try {
      term = literals.terms().afresh(literals.terms()::term);
    } finally {
      cursor.swapKeywords(kept);
    }
    if (term instanceof Term.Ref ref) {
      for (Term step : ref.path()) {
        if (!Terms.isString(step)) {
          cursor.fault(
              step.span().start(),
              "unexpected " + Terms.kindName(step) + " token: expecting string");
          return null;
        }
      }
      return checkRoot(ref);
    }
    if (term instanceof Term.Var name) {
      return checkRoot(new Term.Ref(name.span(), name, List.of()));
    }
    cursor.fault("expected path");
    return null;
  }

  private Term.@Nullable Ref checkRoot(Term.Ref path) {
    if (path.startsWith("data")
        || path.startsWith("input")
        || path.startsWith(FUTURE)
        || path.startsWith(REGO)) {
      return path;
    }
    cursor.hint("if this is unexpected, try updating OPA");
    cursor.fault(
        path.span().start(),
        "unexpected import path, must begin with one of: {data, future, input, rego}, got: "
            + AstText.of(path.head()));
    return null;
  }

  private Optional<String> alias() {
    if (cursor.at(TokenKind.IDENT) && literals.terms().term() instanceof Term.Var name) {
      return Optional.of(name.name());
    }
    cursor.unexpected(Messages.EXPECTED_VAR);
    return Optional.empty();
  }

  /** The last name is what the import is known by, so it must not be a keyword. */
  private void checkLastName(Term.Ref path) {
    if (path.startsWith(FUTURE)) {
      return;
    }
    List<Term> steps = path.path();
    Term last = steps.isEmpty() ? path.head() : steps.get(steps.size() - 1);
    String name = steps.isEmpty() ? ((Term.Var) last).name() : Terms.stringOf(last);
    if (TokenCursor.isKeyword(name, cursor.options().version())) {
      cursor.hint("import a different path or use an alias");
      cursor.fault(
          last.span().start(), "unexpected import path, must not end with a keyword, got: " + name);
    }
  }

  private void takeEffect(Term.Ref path, boolean aliased) {
    if (path.startsWith(REGO)) {
      regoVersion(path, aliased);
    } else if (path.startsWith(FUTURE)) {
      futureKeywords(path, aliased);
    }
  }

  private void regoVersion(Term.Ref path, boolean aliased) {
    int place = path.span().start();
    if (!cursor.options().has(ParserOptions.REGO_V1)) {
      cursor.fault(place, "invalid import, `rego.v1` is not supported by current capabilities");
    } else if (!isRegoV1(path)) {
      cursor.fault(place, "invalid import `" + AstText.of(path) + "`, must be `rego.v1`");
    } else if (cursor.options().version() != RegoVersion.V1) {
      if (aliased) {
        cursor.fault(place, "`rego` imports cannot be aliased");
      }
      TokenKind.V1_KEYWORDS.forEach(cursor::addKeyword);
    }
  }

  private void futureKeywords(Term.Ref path, boolean aliased) {
    int place = path.span().start();
    List<Term> steps = path.path();
    if (steps.isEmpty() || !Terms.stringOf(steps.get(0)).equals("keywords")) {
      cursor.fault(place, "invalid import, must be `future.keywords`");
    } else if (aliased) {
      cursor.fault(place, "`future` imports cannot be aliased");
    } else if (steps.size() == 2) {
      String keyword = Terms.stringOf(steps.get(1));
      TokenKind kind = importable.get(keyword);
      if (kind == null) {
        cursor.fault(
            place,
            "unexpected keyword, must be one of [" + String.join(" ", importable.keySet()) + "]");
      } else {
        activate(keyword, kind);
      }
    } else {
      importable.forEach(cursor::addKeyword);
    }
  }
}
