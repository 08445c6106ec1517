package dev.portcullis.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs what most runs of the command line do, so that the launcher's class-data archive holds the
 * classes that they need.
 */
final class ArchiveTraining {
  private static final String POLICY =
      """
      package main

      deny contains msg if {
        some container in input.spec.containers
        not startswith(container.image, "registry.example.com/")
        msg := sprintf("%s is not allowed", [container.image])
      }

      test_deny if count(deny) == 1 with input as {"spec": {"containers": [{"image": "a"}]}}
      """;

  private static final String DOCUMENT =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        containers:
          - {name: web, image: "web:latest"}
      """;

  private ArchiveTraining() {}

  /** Runs the commands; what they write goes nowhere. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("policy");
    Path policy = folder.resolve("policy.rego");
    Path document = folder.resolve("document.yaml");
    try {
      Files.writeString(policy, POLICY);
      Files.writeString(document, DOCUMENT);
      String input = document.toString();
      run("eval", "-d", policy.toString(), "-i", input, "data.main.deny");
      run("eval", "-f", "pretty", "x := [y | some y in [1, 2.5]; y + 1 > 1]; {\"a\": 1} == {1}");
      run("test", policy.toString());
      run("check", "-p", policy.toString(), "-p", "required-labels", input);
    } finally {
      Files.deleteIfExists(policy);
      Files.deleteIfExists(document);
      Files.deleteIfExists(folder);
    }
  }

  private static void run(String... arguments) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.run(nowhere, nowhere, arguments);
  }
}
