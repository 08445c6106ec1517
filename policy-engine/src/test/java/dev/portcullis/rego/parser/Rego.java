package dev.portcullis.rego.parser;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.text.SourceText;
import java.util.List;

/** Short ways to parse for tests. */
final class Rego {
  private Rego() {}

  static ParseResult<Module> parse(String text) {
    return RegoParser.parseModule(new SourceText("test.rego", text), ParserOptions.v1());
  }

  static Module module(String rules) {
    return parse("package test\n" + rules).orElseThrow();
  }

  static Module v0(String rules) {
    return RegoParser.parseModule(
            new SourceText("test.rego", "package test\n" + rules), ParserOptions.v0())
        .orElseThrow();
  }

  /** The errors as {@code row: message}. */
  static List<String> errors(String text) {
    return rows(parse(text).diagnostics());
  }

  static List<String> errorsV0(String text) {
    return rows(
        RegoParser.parseModule(new SourceText("test.rego", text), ParserOptions.v0())
            .diagnostics());
  }

  private static List<String> rows(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(d -> d.location().orElseThrow().row() + ": " + d.message())
        .toList();
  }

  /** The text of a query after parsing. */
  static String query(String text) {
    return AstText.of(
        RegoParser.parseBody(new SourceText("query", text), ParserOptions.v1()).orElseThrow());
  }
}
