package dev.portcullis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.Document;
import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.PolicySet;
import dev.portcullis.api.PolicySource;
import dev.portcullis.api.Violation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template and the constraint that the project began with, unchanged. */
class SeedTemplateTest {
  private final PolicyEngine engine = PolicyEngine.create();

  private PolicySet policies(PolicyEngine with) {
    Path folder = SharedData.path("seeds/snippets");
    return with.load(
            PolicySource.path(folder.resolve("004-20-constraint-template.yaml")),
            PolicySource.path(folder.resolve("004-19-constraint.yaml")))
        .requireNoErrors();
  }

  private static String namespace(String labels) {
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {" + labels + "}}\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      textBlock =
          """
          security-level: high, data-classification: public | none
          security-level: high                              | Missing labels: {"data-classification"}
          app: web                                          | Missing labels: {"data-classification", "security-level"}
          """,
      quoteCharacter = '`')
  void namesTheMissingLabels(String labels, String message) {
    Document document = engine.documents().read(namespace(labels), "ns.yaml").single();

    assertThat(policies(engine).evaluate(document).violations())
        .extracting(Violation::message)
        .isEqualTo(message == null ? List.of() : List.of(message));
  }

  @Test
  void alwaysDeniesWithGatekeepersOwnInput() {
    String labels = "security-level: high, data-classification: public";
    PolicyEngine strict = PolicyEngine.builder().strictGatekeeper(true).build();
    Document document = engine.documents().read(namespace(labels), "ns.yaml").single();

    assertThat(policies(strict).evaluate(document).isAllowed()).isFalse();
  }
}
