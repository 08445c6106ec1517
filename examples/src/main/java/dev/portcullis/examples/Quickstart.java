package dev.portcullis.examples;

import dev.portcullis.api.DocumentBatch;
import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.PolicySet;
import dev.portcullis.api.PolicySource;
import dev.portcullis.api.Violation;
import java.nio.file.Path;
import java.util.List;

/** Judges a folder of manifests by a pack of the standard library and a policy of one's own. */
public final class Quickstart {
  private static final String POLICY =
      """
      package naming

      deny contains msg if {
        input.kind == "Namespace"
        not startswith(input.metadata.name, "shop")
        msg := sprintf("namespace %q does not start with shop", [input.metadata.name])
      }
      """;

  private Quickstart() {}

  /**
   * Prints the violations.
   *
   * @param args the folder; {@code examples/manifests} if there is none
   */
  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "examples/manifests");
    judge(folder).forEach(line -> System.out.println(line));
  }

  /** Returns one line per violation of the documents in {@code folder}. */
  static List<String> judge(Path folder) {
    PolicyEngine engine = PolicyEngine.create();
    PolicySet policies =
        engine
            .load(PolicySource.pack("pss-baseline"), PolicySource.text("naming.rego", POLICY))
            .requireNoErrors();
    DocumentBatch batch = engine.documents().read(folder);
    return policies.evaluate(batch.documents()).violations().stream()
        .map(Quickstart::describe)
        .toList();
  }

  private static String describe(Violation violation) {
    String place = violation.location().map(found -> found.toString()).orElseGet(violation::source);
    return place + ": " + violation.policyId() + ": " + violation.message();
  }
}
