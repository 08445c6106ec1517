package dev.portcullis.rego.parser;

import dev.portcullis.rego.ast.Annotations;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.text.SourceText;
import dev.portcullis.rego.text.Span;
import dev.portcullis.rego.token.TokenKind;
import dev.portcullis.rego.token.TokenList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses the statements of a module, each for itself, and puts the module together. */
final class ModuleParser {
  private final SourceText source;
  private final ParserOptions options;
  private final TokenList tokens;
  private final TokenCursor cursor;
  private final LiteralParser literals;
  private final RuleParser ruleParser;
  private final ImportParser importParser;
  private final Problems problems;

  private @Nullable Span packageSpan;
  private Term.@Nullable Ref packagePath;
  private final List<Module.Import> imports = new ArrayList<>();
  private final List<RuleDraft> rules = new ArrayList<>();
  private final List<Target> targets = new ArrayList<>();

  /**
   * A statement that annotations may stand before.
   *
   * @param rule the index of its rule; negative for a package clause or an import
   */
  record Target(Span span, String kind, int rule) {}

  ModuleParser(TokenList tokens, ParserOptions options, Problems problems) {
    this.source = tokens.source();
    this.options = options;
    this.tokens = tokens;
    this.problems = problems;
    this.cursor = new TokenCursor(tokens, options);
    this.literals = new LiteralParser(cursor);
    this.ruleParser = new RuleParser(cursor, literals);
    this.importParser = new ImportParser(cursor, literals);
    importParser.activateDefaults(problems);
  }

  @Nullable Module parse() {
    cursor.advance();
    if (cursor.at(TokenKind.EOF) && !cursor.hasFaults()) {
      problems.error(0, "empty module");
      return null;
    }
    while (!cursor.at(TokenKind.EOF)) {
      int first = cursor.index();
      statement();
      if (cursor.index() == first && !cursor.hasFaults()) {
        cursor.unexpected();
      }
      if (cursor.hasFaults()) {
        problems.addAll(cursor.takeFaults());
        cursor.recover(first);
      }
    }
    problems.addAll(cursor.takeFaults());
    return assemble();
  }

  private void statement() {
    TokenCursor.Mark mark = cursor.mark();
    if (packageClause() || cursor.hasFaults()) {
      return;
    }
    cursor.reset(mark);
    Module.Import parsed = importParser.parse();
    if (parsed != null) {
      imports.add(parsed);
      target(parsed.span(), "import", -1);
    }
    if (parsed != null || cursor.hasFaults()) {
      return;
    }
    cursor.reset(mark);
    List<RuleDraft> drafts = ruleParser.parse();
    if (drafts != null) {
      drafts.forEach(this::rule);
    }
    if (drafts != null || cursor.hasFaults()) {
      return;
    }
    cursor.reset(mark);
    Body body = literals.query(true, TokenKind.EOF);
    if (body != null) {
      ruleWithoutBody(body);
    }
  }

  private void target(Span span, String kind, int rule) {
    if (targets.isEmpty() && packageSpan == null) {
      problems.error(span.start(), "package expected");
    }
    targets.add(new Target(span, kind, rule));
  }

  private void rule(RuleDraft draft) {
    Optional<Span> tooDeep = NestingLimit.violation(draft.rule());
    if (tooDeep.isPresent()) {
      problems.error(tooDeep.get().start(), Messages.TOO_DEEP);
      return;
    }
    target(draft.rule().span(), "rule", rules.size());
    rules.add(draft);
  }

  private void ruleWithoutBody(Body body) {
    ExprRules.Reading reading = ExprRules.read(body);
    if (reading.rule().isPresent()) {
      rule(reading.rule().get());
    } else {
      target(body.span(), "rule", rules.size());
      problems.error(body.exprs().get(0).span().start(), reading.problem());
    }
  }

  private boolean packageClause() {
    if (!cursor.at(TokenKind.PACKAGE) || cursor.refFollows()) {
      return false;
    }
    int start = cursor.start();
    cursor.advance();
    Term.Ref path = PackagePath.parse(cursor, literals.terms());
    if (path == null) {
      return false;
    }
    Span span = cursor.spanFrom(start);
    if (packageSpan != null || !targets.isEmpty()) {
      problems.error(start, "unexpected package");
    } else {
      packageSpan = span;
      packagePath = path;
      target(span, "package", -1);
    }
    return true;
  }

  private @Nullable Module assemble() {
    RegoVersion version = version();
    if (version != RegoVersion.V0) {
      for (RuleDraft draft : rules) {
        for (RuleDraft part : draft.withElse()) {
          V1RuleCheck.check(part).forEach(p -> problems.error(part.rule().span().start(), p));
        }
      }
    }
    List<Rule> parsed = rules.stream().map(RuleDraft::rule).toList();
    List<Module.Comment> comments = comments();
    List<Annotations> annotations =
        options.annotations() && packageSpan != null
            ? new AnnotationBlocks(comments, problems).attach(targets)
            : List.of();
    if (problems.any() || packageSpan == null || packagePath == null) {
      return null;
    }
    return new Module(
        source, version, packageSpan, packagePath, imports, parsed, comments, annotations);
  }

  private RegoVersion version() {
    boolean importsV1 = imports.stream().anyMatch(i -> ImportParser.isRegoV1(i.path()));
    return options.version() == RegoVersion.V0 && importsV1
        ? RegoVersion.V0_COMPAT_V1
        : options.version();
  }

  private List<Module.Comment> comments() {
    List<Module.Comment> comments = new ArrayList<>();
    for (Span span : tokens.comments()) {
      comments.add(new Module.Comment(span, source.text().substring(span.start() + 1, span.end())));
    }
    return comments;
  }
}
