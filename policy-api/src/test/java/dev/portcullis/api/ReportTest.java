package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.spi.Positions;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final ObjectValue POD =
      ObjectValue.builder()
          .put("apiVersion", StringValue.of("v1"))
          .put("kind", StringValue.of("Pod"))
          .put(
              "metadata",
              ObjectValue.builder()
                  .put("name", StringValue.of("web"))
                  .put("namespace", StringValue.of("shop"))
                  .build())
          .build();

  private static final Positions LINE_SEVEN =
      new Positions() {
        @Override
        public Optional<Location> ofValue(String pointer) {
          return pointer.isEmpty()
              ? Optional.of(new Location("pods.yaml", 7, 1))
              : Optional.empty();
        }

        @Override
        public Optional<Location> ofKey(String pointer) {
          return Optional.empty();
        }
      };

  private final Document document = Document.parsed("pods.yaml", 2, "yaml", POD, LINE_SEVEN);

  private Violation violation(EnforcementAction action) {
    return new Violation(
        "k8srequiredlabels",
        Optional.of(new ConstraintId("K8sRequiredLabels", "owner")),
        "Missing labels: {\"owner\"}",
        ObjectValue.of(StringValue.of("missing"), StringValue.of("owner")),
        Optional.of(PolicySeverity.HIGH),
        action,
        List.of(action.wireName()),
        document,
        "/metadata/labels",
        document.identity(),
        Optional.of("Add the label."),
        ObjectValue.EMPTY);
  }

  private Decision decision(List<Violation> violations, List<EvaluationError> errors) {
    return new Decision(document, document.identity(), violations, errors);
  }

  @Test
  void jsonHasTheDocumentedFields() {
    EvaluationError error =
        new EvaluationError(
            "main.deny",
            Optional.empty(),
            Diagnostic.error(DiagnosticCode.EVAL_CONFLICT_ERROR, "two values"),
            EnforcementAction.DENY,
            List.of("deny"),
            document,
            document.identity());
    Report report =
        new Report(List.of(decision(List.of(violation(EnforcementAction.WARN)), List.of(error))));

    assertThat(report.toJson())
        .isEqualTo(
            "{\"schemaVersion\":1,\"summary\":{\"documents\":1,\"allowed\":0,\"violations\":1,"
                + "\"denied\":1,\"warned\":1,\"dryrun\":0,\"errors\":1},\"results\":[{"
                + "\"source\":\"pods.yaml\",\"index\":2,\"allowed\":false,"
                + "\"resource\":{\"group\":\"\",\"version\":\"v1\",\"kind\":\"Pod\","
                + "\"namespace\":\"shop\",\"name\":\"web\"},\"violations\":[{"
                + "\"policy\":\"k8srequiredlabels\",\"constraint\":{\"kind\":\"K8sRequiredLabels\",\"name\":\"owner\"},\"message\":\"Missing"
                + " labels: {\\\"owner\\\"}\","
                + "\"details\":{\"missing\":\"owner\"},\"severity\":\"high\","
                + "\"enforcementAction\":\"warn\",\"enforcementActions\":[\"warn\"],"
                + "\"pointer\":\"/metadata/labels\",\"file\":\"pods.yaml\",\"line\":7,\"column\":1,\"remediation\":\"Add"
                + " the label.\",\"metadata\":{}}],\"errors\":[{"
                + "\"policy\":\"main.deny\",\"constraint\":null,\"code\":\"eval_conflict_error\",\"message\":\"two"
                + " values\",\"enforcementAction\":\"deny\","
                + "\"enforcementActions\":[\"deny\"],\"file\":null,\"line\":null,\"column\":null}]}]}");
  }

  @Test
  void onlyDenialsStandInTheWay() {
    assertThat(decision(List.of(violation(EnforcementAction.WARN)), List.of()).isAllowed())
        .isTrue();
    assertThat(decision(List.of(violation(EnforcementAction.DRYRUN)), List.of()).isAllowed())
        .isTrue();
    assertThat(decision(List.of(violation(EnforcementAction.UNRECOGNIZED)), List.of()).isAllowed())
        .isTrue();
    assertThat(decision(List.of(violation(EnforcementAction.DENY)), List.of()).isAllowed())
        .isFalse();
  }

  @Test
  void aPlaceThatIsMissingIsThatOfTheNearestPart() {
    assertThat(violation(EnforcementAction.DENY).location())
        .contains(new Location("pods.yaml", 7, 1));
  }

  @Test
  void wordsOfActionsAreExact() {
    assertThat(EnforcementAction.parse("dryrun")).contains(EnforcementAction.DRYRUN);
    assertThat(EnforcementAction.parse("Deny")).isEmpty();
    assertThat(EnforcementAction.parse("unrecognized")).isEmpty();
  }
}
