package dev.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionCommandsTest {
  @TempDir Path folder;
  private String file = "";

  @BeforeEach
  void writeFiles() throws IOException {
    file =
        Files.writeString(
                folder.resolve("p.rego"),
                """
                # METADATA
                # title: Numbers
                package a.b

                # METADATA
                # entrypoint: true
                p if input.x == 1
                """)
            .toString();
    Files.createDirectories(folder.resolve("c"));
    Files.writeString(folder.resolve("c/data.json"), "{}");
  }

  @Test
  void inspectListsPackagesAndData() {
    Cli run = Cli.run("inspect", folder.toString());

    assertThat(run.out()).contains("│ data.a.b  │ " + file).contains("│ data.c ");
    assertThat(run.out()).doesNotContain("Numbers");
    assertThat(run.code()).isZero();
  }

  @Test
  void inspectListsAnnotations() {
    Cli run = Cli.run("inspect", "-a", file);

    assertThat(run.out())
        .contains("Numbers\n=======\n", "Package:  a.b\n", "Rule:     p\n", "Scope: document\n");
    assertThat(Cli.run("inspect", "-a", "-f", "json", file).out())
        .contains("\"row\": 7", "\"value\": \"p\"", "\"entrypoint\": true");
  }

  @Test
  void capabilitiesAreOpasJson() {
    Cli run = Cli.run("capabilities");

    assertThat(run.out()).contains("\"name\": \"io.jwt.decode\"", "\"name\": \"sprintf\"");
    assertThat(run.out())
        .endsWith(
            """
              "features": [
                "keywords_in_refs",
                "rego_v1",
                "template_strings"
              ],
              "future_keywords": [
                "not"
              ]
            }
            """);
  }

  @Test
  void parseShowsTheTree() {
    assertThat(Cli.run("parse", file).out()).startsWith("{\n").contains("\"value\": \"input\"");
  }

  @ParameterizedTest
  @CsvSource({"tokens, IDENT package", "ast, package", "program, data.a.b.p", "plan, data.a.b"})
  void dumpShowsAStage(String stage, String part) {
    Cli run = Cli.run("dump", "--stage", stage, file);

    assertThat(run.out()).contains(part);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"parse, 1", "inspect, 1", "dump, 2"})
  void whatDoesNotParseIsAnError(String command, int code) throws IOException {
    String torn = Files.writeString(folder.resolve("torn.rego"), "package a\np if {").toString();

    Cli run = Cli.run(command, torn);

    assertThat(run.err()).contains("torn.rego:2: rego_parse_error");
    assertThat(run.code()).isEqualTo(code);
  }
}
