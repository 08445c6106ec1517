package dev.portcullis.conformance.packs;

import dev.portcullis.api.Decision;
import dev.portcullis.api.Document;
import dev.portcullis.api.EvaluationOptions;
import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.PolicySet;
import dev.portcullis.api.PolicySource;
import dev.portcullis.api.Report;
import dev.portcullis.api.Violation;
import dev.portcullis.api.spi.PackDescriptor;
import dev.portcullis.api.spi.PackProvider;
import dev.portcullis.stdlib.PackRepository;
import java.nio.file.Path;
import java.util.List;

/** The packs as an engine has loaded them, once for all tests. */
final class StandardLibrary {
  static final PackProvider PACKS = new PackRepository();
  static final PolicyEngine ENGINE = PolicyEngine.create();
  private static final PolicySet EVERYTHING =
      ENGINE.load(PolicySource.pack("strict")).requireNoErrors();

  private StandardLibrary() {}

  /** Returns the root of the project. */
  static Path root() {
    Path here = Path.of(System.getProperty("portcullis.root", "")).toAbsolutePath();
    return here.endsWith("policy-conformance") ? here.getParent() : here;
  }

  /** Returns the ids of a pack's policies. */
  static List<String> policies(String pack) {
    return PACKS.packs().stream()
        .filter(found -> found.name().equals(pack))
        .map(PackDescriptor::policies)
        .findFirst()
        .orElseThrow();
  }

  /** Returns what all policies say about a document. */
  static Decision judge(Document document) {
    return EVERYTHING.evaluate(document);
  }

  /** Returns what all policies say about a document among others. */
  static Decision judge(Document document, List<Document> inventory) {
    return EVERYTHING.evaluate(document, EvaluationOptions.DEFAULT.withContext(inventory));
  }

  /** Returns what all policies say about documents that know each other. */
  static Report judge(List<Document> documents) {
    return EVERYTHING.evaluate(documents);
  }

  /** Returns the id of the policy whose constraint a violation is of. */
  static String policyOf(Violation violation) {
    return violation.constraint().orElseThrow().name();
  }
}
