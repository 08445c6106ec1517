package dev.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.document.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private static final String POLICY =
      """
      package main

      # METADATA
      # custom:
      #   severity: high
      #   remediation: Name an owner.
      deny contains msg if {
        not input.owner
        msg := "no owner"
      }

      warn contains "old" if input.old

      warn contains "broken" if 1 / input.zero == 1
      """;

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  private String policy() throws IOException {
    return file("policies/main.rego", POLICY);
  }

  @Test
  void allowedDocumentsExitWithZero() throws IOException {
    Cli run = Cli.run("check", "-p", policy(), file("good.yaml", "owner: me\n"));

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo("1 file: 1 read (1 document)\n0 violations; 0 evaluation errors\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void violationsAreGroupedByFileAndDenialsExitWithOne() throws IOException {
    String policy = policy();
    String bad = file("in/bad.yaml", "old: true\n---\nowner: me\n---\ncolor: red\n");
    file("in/main.tf", "");
    file("in/nothing.yaml", "# nothing\n");

    Cli run = Cli.run("check", "-p", policy, folder.resolve("in").toString());

    assertThat(run.out())
        .isEqualTo(
            """
            BAD
              document 1
                BAD:1:1  deny  high  main.deny
                  no owner
                  fix: Name an owner.
                BAD:1:1  warn  -  main.warn
                  old
              document 3
                BAD:5:1  deny  high  main.deny
                  no owner
                  fix: Name an owner.

            skipped
              TF: unsupported format: Terraform

            3 files: 1 read (3 documents), 1 empty, 1 skipped
            3 violations: 2 deny, 1 warn; 0 evaluation errors
            """
                .replace("BAD", bad)
                .replace("TF", folder.resolve("in/main.tf").toString()));
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void warningsAloneExitWithZero() throws IOException {
    Cli run = Cli.run("check", "-p", policy(), file("warned.json", "{\"owner\": 1, \"old\": 1}"));

    assertThat(run.out()).contains("1 violation: 1 warn");
    assertThat(run.code()).isZero();
  }

  @Test
  void anUnreadableDocumentHidesNothingAndExitsWithTwo() throws IOException {
    Cli run =
        Cli.run(
            "check",
            "-p",
            policy(),
            file("torn.yaml", "a: [1\n"),
            file("bad.yaml", "old: false\n"),
            folder.resolve("absent.yaml").toString());

    assertThat(run.out())
        .contains("torn.yaml:2:1  error  ")
        .contains("no owner")
        .contains("absent.yaml:1:1  error  no such file")
        .contains("3 files: 1 read (1 document), 2 with errors");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void aWrongPolicyIsToldAndTheOthersAreEvaluated() throws IOException {
    String template =
        file(
            "policies/template.yaml",
            """
            apiVersion: templates.gatekeeper.sh/v1
            kind: ConstraintTemplate
            metadata: {name: torn}
            spec:
              crd: {spec: {names: {kind: Torn}}}
              targets:
                - target: admission.k8s.gatekeeper.sh
                  rego: |
                    package torn
                    violation[{"msg": m}] { m := nothing }
            """);

    Cli run = Cli.run("check", "-p", policy(), "-p", template, file("bad.yaml", "old: false\n"));

    assertThat(run.err()).contains("template.yaml:10: rego_unsafe_var_error");
    assertThat(run.out()).contains("no owner");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void jsonHasTheReportAndTheFiles() throws IOException {
    Cli run =
        Cli.run(
            "check", "-o", "json", "-p", policy(), file("bad.yaml", "a: \"{\\\\\"\n"), "absent");

    ObjectValue json =
        (ObjectValue) JsonReader.STANDARD.read(run.out().getBytes(StandardCharsets.UTF_8));
    assertThat(json.get(StringValue.of("schemaVersion"))).hasToString("1");
    assertThat(String.valueOf(json.get(StringValue.of("files"))))
        .contains("\"fate\": \"read\"", "\"fate\": \"failed\"");
    assertThat(String.valueOf(json.get(StringValue.of("results")))).contains("no owner");
    assertThat(String.valueOf(json.get(StringValue.of("diagnostics")))).contains("no such file");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void withoutPoliciesTheHintNamesThePacks() {
    Cli run = Cli.run("check", "x.yaml");

    assertThat(run.err()).contains("-p PATH|PACK").contains("pss-restricted");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void packsTakeSettings() throws IOException {
    String pod =
        file(
            "pod.yaml",
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {team: a}}
            """);

    Cli strange = Cli.run("check", "-p", "required-labels", "--set", "nonsense=1", pod);
    assertThat(strange.err()).contains("no policy of the pack has a parameter called");
    assertThat(strange.code()).isEqualTo(2);

    Cli run = Cli.run("check", "-p", "required-labels", "--set", "labels=[{key: team}]", pod);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void settingsNeedAPack() throws IOException {
    Cli run = Cli.run("check", "-p", policy(), "--set", "a=1", file("good.yaml", "owner: me\n"));

    assertThat(run.err()).contains("--set is for packs");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void controlCharactersOfDocumentsDoNotReachTheTerminal() throws IOException {
    String policy = file("p.rego", "package main\ndeny contains input.text\n");

    Cli run = Cli.run("check", "-p", policy, file("d.json", "{\"text\": \"\\u001b[2Jgone\"}"));

    assertThat(run.out()).contains("\\u001b[2Jgone").doesNotContain("\u001b");
  }
}
