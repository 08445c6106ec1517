package dev.portcullis.rego.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseErrorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "x := 1 ; y := 2 ! 2: multiple expressions cannot be used for rule head",
        "1 ! 2: number cannot be used for rule name",
        "x ! 2: var cannot be used for rule name",
        "[1] ! 2: array cannot be used for rule name",
        "input ! 2: refs cannot be used for rule head",
        "not x ! 2: negated expressions cannot be used for rule head",
        "some x ! 2: 'some' declarations cannot be used for rule head",
        "x := 1 with input as 2 ! 2: expressions using with keyword cannot be used for rule head",
        "f() ! 2: rule argument list must take at least one argument",
        "1 + 2 ! 2: rule name conflicts with built-in function",
        "f(x).y := 1 ! 2: invalid rule head: f(x).y",
        "} ! 2: unexpected } token",
        "p if { x := } ! 2: unexpected } token",
        "p if x else { } ! 2: found empty body",
        "p if { x y } ! 2: unexpected identifier token: expected \\n or ; or }",
        "p := ! 2: unexpected eof token: expected rule value term (e.g., p := <VALUE> { ... })",
        "p contains ! 2: unexpected eof token: expected rule key term (e.g., p contains <VALUE> {"
            + " ... })",
        "default p[x] ! 2: illegal default rule (must have a value)",
        "default p := x ! 2: illegal default rule (value cannot contain var)",
        "default p := [input.x] ! 2: illegal default rule (value cannot contain ref)",
        "default f(x, x) := 1 ! 2: illegal default rule (arguments cannot be repeated x)",
        "default f([x]) := 1 ! 2: illegal default rule (arguments cannot contain array)",
        "p[x] if { x } else := 1 ! 2: else keyword cannot be used on rules with variables in head",
        "p contains 1 if { x } else := 1 ! 2: else keyword cannot be used on multi-value rules",
        "p if { x } else ! 2: unexpected eof token: expected else value term or rule body",
        "p { true } ! 2: `if` keyword is required before rule body",
        "f(x) { true } ! 2: `if` keyword is required before function body",
        "p[x] { x := 1 } ! 2: `contains` keyword is required for partial set rules",
        "a.b ! 2: `contains` keyword is required for partial set rules",
        "a.b.c ! 2: rule must have value assignment and/or body declaration",
        "import foo.bar ! 2: unexpected import path, must begin with one of: {data, future, input,"
            + " rego}, got: foo (hint: if this is unexpected, try updating OPA)",
        "import data.x.if ! 2: unexpected import path, must not end with a keyword, got: if (hint:"
            + " import a different path or use an alias)",
        "import future.keywords.nope ! 2: unexpected keyword, must be one of [contains every if in"
            + " not]",
        "import future.keywords.and ! 2: unexpected keyword, must be one of [contains every if in"
            + " not]",
        "import future.x ! 2: invalid import, must be `future.keywords`",
        "import rego.v2 ! 2: invalid import `rego.v2`, must be `rego.v1`",
        "package b ! 2: unexpected package",
        "x := \"a\".b ! 2: illegal ref (head cannot be string)",
        "x := {\"a\": 1, \"b\" 2} ! 2: unexpected number token: non-terminated object",
        "x := [1 2] ! 2: unexpected number token: expected \",\" or \"]\"",
        "x := {1 2} ! 2: unexpected number token: non-terminated set",
        "x := (1 ! 2: non-terminated expression",
        "x := 01 ! 2: unexpected number token: expected number without leading zero",
        "x := 1e40000 ! 2: number too big",
        "x := \"\\q\" ! 2: illegal escape sequence",
        "x := \"abc ! 2: non-terminated string",
        "x := @ ! 2: illegal token",
        "p if { every 1 in x { true } } ! 2: unexpected { token: expected value to be a variable",
        "p if { every x in y } ! 2: unexpected } token: missing body",
        "p if { not some x in y } ! 2: unexpected some keyword: illegal negation of 'some'",
        "p if { some x == y } ! 2: unexpected } token: expected `x in xs` or `x, y in xs`"
            + " expression",
        "p if { x with 1 as 2 } ! 2: unexpected number token: expected ident",
        "p if { x with input 2 } ! 2: unexpected number token: expected as keyword",
      })
  void givesOpasMessages(String line, String error) {
    assertThat(Rego.errors("package a\n" + line)).contains(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "p { some x in y } ! 2: unexpected identifier token: expected \\n"
            + " or ; or } (hint: `import future.keywords.in` for `some x in xs` expressions)",
        "p { every x in y { x } } ! 2: unexpected identifier token: expected \\n"
            + " or ; or } (hint: `import future.keywords.every` for `every x in xs { ... }`"
            + " expressions)",
        "p { x } else { y } { z } ! 2: expected else keyword",
        "p = $\"a{1}\" ! 2: template strings are not supported by current capabilities",
        "import rego.v1 as x ! 2: `rego` imports cannot be aliased",
      })
  void givesOpasMessagesForVersion0(String line, String error) {
    assertThat(Rego.errorsV0("package a\n" + line)).contains(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "'' ! 1: empty module",
        "'# note' ! 1: empty module",
        "'p := 1' ! 1: package expected",
        "'package' ! 1: unexpected eof token",
        "'package a[x]' ! 1: unexpected var token: expecting string",
        "'package 1' ! 1: unexpected number token",
      })
  void wantsAPackage(String text, String error) {
    assertThat(Rego.errors(text)).contains(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "scope: x ! 2: invalid annotation scope 'x'. Use one of 'rule', 'document', 'package', or"
            + " 'subpackages'",
        "scope: package ! 2: annotation scope 'package' must be applied to package (have rule)",
        "entrypoint: true\\n"
            + "# scope: rule ! 2: annotation entrypoint applied to non-document or package scope"
            + " 'rule'",
        "'' ! 2: expected METADATA block, found whitespace",
      })
  void checksMetadata(String yaml, String error) {
    String text = "package a\n# METADATA\n# " + yaml.replace("\\n", "\n") + "\np := 1";
    assertThat(Rego.errors(text)).contains(error);
  }

  @Test
  void collectsTheErrorsOfAllStatements() {
    assertThat(
            Rego.errors(
                """
                package a

                p if { x := }

                q := [1,
                  2

                r { true }

                import foo

                s if {
                  x :=
                }
                """))
        .contains(
            "3: unexpected } token",
            "8: `if` keyword is required before rule body",
            "10: unexpected import path, must begin with one of: {data, future, input, rego},"
                + " got: foo (hint: if this is unexpected, try updating OPA)",
            "14: unexpected } token");
  }

  @Test
  void pointsAtThePlace() {
    List<Diagnostic> diagnostics =
        Rego.parse("package a\n\np if {\n\tx == \"日\" y\n}").diagnostics();
    Diagnostic first = diagnostics.get(0);
    assertThat(first.code()).isEqualTo(DiagnosticCode.REGO_PARSE_ERROR);
    assertThat(first.location().orElseThrow()).hasToString("test.rego:4:11");
    assertThat(first.snippet()).contains("\tx == \"日\" y\n\t          ^");
  }

  @Test
  void boundsTheNumberOfErrors() {
    assertThat(Rego.parse("package a\n" + "p {\n".repeat(10_000)).diagnostics().size())
        .isBetween(1, 100);
  }

  @Test
  void queriesAreNoModules() {
    ParseResult<?> result =
        RegoParser.parseBody(new SourceText("q", "package a"), ParserOptions.v1());
    assertThat(result.failed()).isTrue();
    assertThat(
            RegoParser.parseBody(new SourceText("q", ""), ParserOptions.v1()).orElseThrow().exprs())
        .isEmpty();
  }
}
