package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.Span;
import dev.portcullis.rego.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses rules that have a body, {@code contains} or {@code default}. What has none of these, such
 * as {@code p := 1}, is left to be parsed as an expression ({@link ExprRules}).
 */
final class RuleParser {
  private final TokenCursor cursor;
  private final LiteralParser literals;
  private final TermParser terms;

  /** A head being read. */
  private static final class HeadDraft {
    final int start;
    Term.Ref ref;
    @Nullable List<Term> arguments;
    @Nullable Term key;
    @Nullable Term value;
    boolean valueWritten;
    boolean assigned;
    boolean usesContains;

    HeadDraft(int start, Term.Ref ref) {
      this.start = start;
      this.ref = ref;
    }

    boolean isFunction() {
      return arguments != null && !arguments.isEmpty();
    }

    Rule.Head finish(Span span) {
      Term writtenOrTrue = value != null || key != null ? value : Generated.trueTerm(span);
      return new Rule.Head(
          span,
          writtenOrTrue == null ? Rule.Kind.MULTI_VALUE : Rule.Kind.SINGLE_VALUE,
          ref,
          isFunction() ? Optional.ofNullable(arguments).map(List::copyOf) : Optional.empty(),
          writtenOrTrue == null ? Optional.ofNullable(key) : Optional.empty(),
          Optional.ofNullable(writtenOrTrue),
          valueWritten,
          assigned);
    }
  }

  RuleParser(TokenCursor cursor, LiteralParser literals) {
    this.cursor = cursor;
    this.literals = literals;
    this.terms = literals.terms();
  }

  /**
   * Parses a rule, with its chained bodies as rules of their own. Null without a fault if no such
   * rule stands here.
   */
  @Nullable List<RuleDraft> parse() {
    int start = cursor.start();
    cursor.takeKeywordAsRefHead();
    boolean isDefault = cursor.accept(TokenKind.DEFAULT);
    if (isDefault) {
      cursor.takeKeywordAsRefHead();
    }
    if (!cursor.at(TokenKind.IDENT)) {
      return null;
    }
    HeadDraft head = head(isDefault);
    if (head == null) {
      return null;
    }
    Span headSpan = cursor.spanFrom(head.start);
    if (isDefault) {
      return defaultRule(start, head, headSpan);
    }
    boolean usesIf = cursor.at(TokenKind.IF);
    resolveKind(head, usesIf);
    Body body;
    if (usesIf) {
      cursor.advance();
      body = bodyAfterIf();
    } else if (cursor.at(TokenKind.LEFT_BRACE)) {
      body = literals.bracedBody();
    } else if (head.usesContains) {
      Rule rule =
          new Rule(
              headSpan,
              head.finish(headSpan),
              Generated.trueBody(headSpan),
              false,
              Optional.empty(),
              false);
      return List.of(new RuleDraft(rule, false, true, List.of()));
    } else {
      return null;
    }
    if (body == null) {
      return null;
    }
    return withElseAndChain(start, head, head.finish(headSpan), body, usesIf);
  }

  private @Nullable Body bodyAfterIf() {
    TokenCursor.Mark mark = cursor.mark();
    int start = cursor.start();
    Expr expr = literals.literal();
    if (expr != null && !isSetLiteral(expr)) {
      return new Body(cursor.spanFrom(start), List.of(expr));
    }
    cursor.reset(mark);
    return literals.bracedBody();
  }

  /** A set is never false, so {@code if { true }} is meant as a body. */
  private static boolean isSetLiteral(Expr expr) {
    return expr.statement() instanceof Expr.TermStatement s && s.term() instanceof Term.SetTerm;
  }

  /** Before {@code if} and {@code contains} came, {@code p[x] { … }} was a partial set. */
  private static void resolveKind(HeadDraft head, boolean usesIf) {
    boolean oneStep = head.ref.path().size() == 1;
    if (!usesIf && !head.usesContains && !head.isFunction() && oneStep && head.value == null) {
      head.key = head.ref.path().get(0);
      head.ref = new Term.Ref(head.ref.span(), head.ref.head(), List.of());
    }
  }

  // Heads

  private @Nullable HeadDraft head(boolean isDefault) {
    int start = cursor.start();
    Term name = terms.finishHead(terms.variable());
    if (name == null) {
      cursor.unexpected("expected rule head name");
      return null;
    }
    HeadDraft head = named(start, name);
    if (head == null) {
      return null;
    }
    switch (cursor.kind()) {
      case CONTAINS -> contains(head);
      case UNIFY -> {
        cursor.advance();
        head.value = terms.infix();
        head.valueWritten = true;
        if (head.value == null) {
          cursor.unexpected(expected(head, "rule value term", "[<nil>] = <VALUE> { ... }"));
        }
      }
      case ASSIGN -> {
        cursor.advance();
        head.assigned = true;
        head.valueWritten = true;
        head.value = terms.infix();
        if (head.value == null) {
          cursor.unexpected(expectedValue(head, isDefault));
        }
      }
      default -> {}
    }
    return head;
  }

  private @Nullable HeadDraft named(int start, Term name) {
    if (name instanceof Term.Var) {
      return new HeadDraft(start, new Term.Ref(name.span(), name, List.of()));
    }
    if (name instanceof Term.Ref ref && ref.head() instanceof Term.Var) {
      return new HeadDraft(start, ref);
    }
    if (name instanceof Term.Call call) {
      if (!(call.operator().head() instanceof Term.Var)) {
        cursor.unexpected("rule head ref " + AstText.of(call.operator()) + " invalid");
        return null;
      }
      HeadDraft head = new HeadDraft(start, call.operator());
      head.arguments = call.arguments();
      return head;
    }
    return null;
  }

  private void contains(HeadDraft head) {
    if (head.isFunction()) {
      cursor.unexpected(
          "the contains keyword can only be used with multi-value rule definitions (e.g., "
              + AstText.of(head.ref)
              + " contains <VALUE> { ... })");
    }
    cursor.advance();
    head.usesContains = true;
    head.key = terms.infix();
    if (head.key == null) {
      cursor.unexpected(expected(head, "rule key term", " contains <VALUE> { ... }"));
    }
  }

  private static String expectedValue(HeadDraft head, boolean isDefault) {
    if (head.isFunction()) {
      return expected(head, "function value term", "(...) := <VALUE> { ... }");
    }
    return isDefault
        ? "expected default rule value term (e.g., default " + AstText.of(head.ref) + " := <VALUE>)"
        : expected(head, "rule value term", " := <VALUE> { ... }");
  }

  private static String expected(HeadDraft head, String what, String example) {
    return "expected " + what + " (e.g., " + AstText.of(head.ref) + example + ")";
  }

  // Default rules

  private @Nullable List<RuleDraft> defaultRule(int start, HeadDraft head, Span headSpan) {
    TokenCursor.Mark before = cursor.mark();
    if (head.value == null && head.ref.path().size() == 1 && !head.isFunction()) {
      cursor.fault(start, "illegal default rule (must have a value)");
    }
    if (head.value != null) {
      new DefaultRuleCheck(cursor, start).value(head.value);
    }
    if (!cursor.hasFaultsSince(before) && head.arguments != null) {
      new DefaultRuleCheck(cursor, start).arguments(head.arguments);
    }
    if (cursor.hasFaultsSince(before)) {
      return null;
    }
    Span span = cursor.spanFrom(start);
    Rule rule =
        new Rule(
            span, head.finish(headSpan), Generated.trueBody(span), false, Optional.empty(), true);
    return List.of(new RuleDraft(rule, false, false, List.of()));
  }

  // else and chained bodies

  private @Nullable List<RuleDraft> withElseAndChain(
      int start, HeadDraft draft, Rule.Head head, Body body, boolean usesIf) {
    List<RuleDraft> drafts = new ArrayList<>();
    Optional<Rule> otherwise = Optional.empty();
    List<RuleDraft> elses = List.of();
    int end = cursor.previousEnd();
    if (cursor.at(TokenKind.ELSE) && !cursor.takeKeywordAsRefHead()) {
      if (!elseAllowed(draft, usesIf)) {
        return null;
      }
      List<RuleDraft> chain = elseChain(head);
      if (chain == null) {
        return null;
      }
      elses = chain;
      otherwise = Optional.of(chain.get(0).rule());
      end = cursor.previousEnd();
    }
    Rule first = new Rule(cursor.span(start, end), head, body, true, otherwise, false);
    drafts.add(new RuleDraft(first, usesIf, draft.usesContains, elses));
    while (cursor.at(TokenKind.LEFT_BRACE)) {
      if (!elses.isEmpty()) {
        cursor.fault("expected else keyword");
        return null;
      }
      int next = cursor.start();
      Body nextBody = literals.bracedBody();
      if (nextBody == null) {
        return null;
      }
      Span span = cursor.spanFrom(next);
      Rule chained =
          new Rule(span, withNewWildcards(head, span), nextBody, true, Optional.empty(), false);
      drafts.add(new RuleDraft(chained, usesIf, draft.usesContains, List.of()));
    }
    return drafts;
  }

  private boolean elseAllowed(HeadDraft head, boolean usesIf) {
    boolean ground = head.ref.path().stream().allMatch(Ground::is);
    if (!ground) {
      cursor.fault("else keyword cannot be used on rules with variables in head");
      return false;
    }
    if (head.key != null || isPartialObject(head, usesIf)) {
      cursor.fault("else keyword cannot be used on multi-value rules");
      return false;
    }
    return true;
  }

  /** OPA takes {@code p["x"] = v { … }} without {@code if} for a partial rule. */
  private static boolean isPartialObject(HeadDraft head, boolean usesIf) {
    List<Term> path = head.ref.path();
    return !head.isFunction() && path.size() == 1 && (!usesIf || path.get(0) instanceof Term.Ref);
  }

  private record ElseDraft(
      Span span, Rule.Head head, Body body, boolean bodyWritten, boolean usesIf) {}

  /** Parses the rules of {@code else}, the first of which holds the others. */
  private @Nullable List<RuleDraft> elseChain(Rule.Head head) {
    List<ElseDraft> drafts = new ArrayList<>();
    while (cursor.at(TokenKind.ELSE)) {
      if (drafts.size() >= NestingLimit.ELSE_CHAIN) {
        cursor.fault(Messages.TOO_DEEP);
        return null;
      }
      ElseDraft draft = elseRule(head);
      if (draft == null) {
        return null;
      }
      drafts.add(draft);
      if (!draft.bodyWritten) {
        break;
      }
    }
    List<RuleDraft> chain = new ArrayList<>();
    Optional<Rule> rest = Optional.empty();
    for (int i = drafts.size() - 1; i >= 0; i--) {
      ElseDraft d = drafts.get(i);
      Rule rule = new Rule(d.span, d.head, d.body, d.bodyWritten, rest, false);
      rest = Optional.of(rule);
      chain.add(0, new RuleDraft(rule, d.usesIf, false, List.of()));
    }
    return chain;
  }

  private @Nullable ElseDraft elseRule(Rule.Head head) {
    int start = cursor.start();
    Span keyword = cursor.span();
    Rule.Head renewed = withNewWildcards(head, keyword);
    cursor.advance();
    Term value = null;
    boolean assigned = head.assigned();
    switch (cursor.kind()) {
      case LEFT_BRACE, IF -> {}
      case ASSIGN, UNIFY -> {
        assigned = cursor.at(TokenKind.ASSIGN);
        cursor.advance();
        value = terms.infix();
        if (value == null) {
          return null;
        }
      }
      default -> {
        cursor.unexpected("expected else value term or rule body");
        return null;
      }
    }
    Span headSpan = cursor.spanFrom(start);
    Rule.Head ownHead =
        new Rule.Head(
            headSpan,
            Rule.Kind.SINGLE_VALUE,
            renewed.ref(),
            renewed.arguments(),
            Optional.empty(),
            Optional.of(value == null ? Generated.trueTerm(keyword) : value),
            value != null,
            assigned);
    boolean usesIf = cursor.accept(TokenKind.IF);
    if (!usesIf && !cursor.at(TokenKind.LEFT_BRACE)) {
      Span span = cursor.spanFrom(start);
      return new ElseDraft(span, ownHead, Generated.trueBody(span), false, false);
    }
    Body body = elseBody();
    return body == null ? null : new ElseDraft(cursor.spanFrom(start), ownHead, body, true, usesIf);
  }

  private @Nullable Body elseBody() {
    if (cursor.at(TokenKind.LEFT_BRACE)) {
      return literals.bracedBody();
    }
    if (cursor.at(TokenKind.EOF)) {
      cursor.unexpected("rule body expected");
      return null;
    }
    int start = cursor.start();
    Expr expr = literals.literal();
    return expr == null ? null : new Body(cursor.spanFrom(start), List.of(expr));
  }

  private Rule.Head withNewWildcards(Rule.Head head, Span span) {
    Optional<List<Term>> arguments =
        head.arguments().map(list -> list.stream().map(this::withNewWildcard).toList());
    return new Rule.Head(
        span,
        head.kind(),
        head.ref(),
        arguments,
        head.key(),
        head.value(),
        head.valueWritten(),
        head.assigned());
  }

  private Term withNewWildcard(Term argument) {
    return argument instanceof Term.Var v && v.isWildcard()
        ? cursor.newWildcard(v.span())
        : argument;
  }
}
