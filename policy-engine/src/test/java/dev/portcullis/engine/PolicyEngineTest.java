package dev.portcullis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.api.CacheStatistics;
import dev.portcullis.api.Decision;
import dev.portcullis.api.Document;
import dev.portcullis.api.EnforcementAction;
import dev.portcullis.api.EnforcementPoint;
import dev.portcullis.api.EvaluationError;
import dev.portcullis.api.EvaluationOptions;
import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.PolicySet;
import dev.portcullis.api.PolicySource;
import dev.portcullis.api.Report;
import dev.portcullis.api.Violation;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.value.NumberValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyEngineTest {
  private static final String TEMPLATE =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata:
        name: owned
        annotations:
          portcullis.dev/severity: high
          portcullis.dev/remediation: Name an owner.
          portcullis.dev/references: https://example.org
      spec:
        crd:
          spec:
            names: {kind: Owned}
            validation:
              openAPIV3Schema:
                type: object
                properties:
                  label: {type: string, default: owner}
        targets:
          - target: admission.k8s.gatekeeper.sh
            rego: |
              package owned
              violation[{"msg": msg, "details": {"label": input.parameters.label}}] {
                not input.review.object.metadata.labels[input.parameters.label]
                msg := concat(" ", ["no label", input.parameters.label])
              }
      """;

  private static String constraint(String name, String spec) {
    return "apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: Owned\nmetadata: {name: "
        + name
        + "}\nspec: "
        + spec
        + "\n";
  }

  private final PolicyEngine engine = PolicyEngine.create();

  private PolicySet load(String... files) {
    PolicySource[] sources = new PolicySource[files.length];
    for (int i = 0; i < files.length; i++) {
      String name = files[i].startsWith("package") ? "p" + i + ".rego" : "p" + i + ".yaml";
      sources[i] = PolicySource.text(name, files[i]);
    }
    return engine.load(sources);
  }

  private List<Document> documents(String yaml) {
    return engine.documents().read(yaml, "objects.yaml").documents();
  }

  private Document document(String yaml) {
    return engine.documents().read(yaml, "objects.yaml").single();
  }

  private static String pod(String name, String namespace) {
    return "apiVersion: v1\nkind: Pod\nmetadata: {name: "
        + name
        + ", namespace: "
        + namespace
        + "}\n";
  }

  @Test
  void aViolationCarriesEverythingThatIsKnown() {
    PolicySet policies =
        load(TEMPLATE, constraint("all", "{parameters: {label: owner}}")).requireNoErrors();

    Report report = policies.evaluate(documents("# first\n" + pod("web", "shop")));

    assertThat(report.violations()).hasSize(1);
    Violation violation = report.violations().get(0);
    assertThat(violation.policyId()).isEqualTo("owned");
    assertThat(violation.constraint().orElseThrow()).hasToString("Owned/all");
    assertThat(violation.message()).isEqualTo("no label owner");
    assertThat(violation.details()).hasToString("{\"label\": \"owner\"}");
    assertThat(violation.severity().orElseThrow()).hasToString("HIGH");
    assertThat(violation.enforcementAction()).isEqualTo(EnforcementAction.DENY);
    assertThat(violation.remediation()).contains("Name an owner.");
    assertThat(violation.metadata()).hasToString("{\"references\": \"https://example.org\"}");
    assertThat(violation.location()).contains(new Location("objects.yaml", 2, 1));
    assertThat(violation.resource().orElseThrow()).hasToString("Pod shop/web");
    assertThat(report.isAllowed()).isFalse();
  }

  @Test
  void defaultsOfTheSchemaReachThePolicyOnlyThroughGivenParameters() {
    PolicySet policies =
        load(TEMPLATE, constraint("defaulted", "{parameters: {}}"), constraint("absent", "{}"));

    assertThat(policies.requireNoErrors().evaluate(documents(pod("web", "shop"))).violations())
        .extracting(v -> v.constraint().orElseThrow().name())
        .containsExactly("defaulted");
  }

  @Test
  void loadingTheSameAgainCompilesOnce() {
    PolicySet first = load(TEMPLATE, constraint("all", "{}"));
    PolicySet again = load(TEMPLATE, constraint("all", "{}"));
    PolicySet other = load(TEMPLATE, constraint("other", "{}"));

    assertThat(again).isSameAs(first);
    assertThat(other).isNotSameAs(first);
    CacheStatistics statistics = engine.cacheStatistics().get("policySets");
    assertThat(statistics.hits()).isEqualTo(1);
    assertThat(statistics.misses()).isEqualTo(2);
    assertThat(statistics.size()).isEqualTo(2);
    assertThat(engine.cacheStatistics().get("modules").hits()).isPositive();
    assertThat(engine.cacheStatistics()).containsKeys("regexes", "globs");
  }

  @Test
  void aBadPolicyDoesNotDisturbTheOthers() {
    String bad = TEMPLATE.replace("owned", "broken").replace("Owned", "Broken");
    bad = bad.replace("not input.review", "not nothing.review");
    PolicySet policies =
        load(
            TEMPLATE,
            bad,
            constraint("all", "{parameters: {}}"),
            constraint("lost", "{}").replace("Owned", "Broken"),
            "package main\ndeny contains \"x\" if {",
            "package other\ndeny contains \"always\" if true");

    assertThat(policies.evaluate(document(pod("web", "shop"))).violations())
        .extracting(Violation::message)
        .containsExactly("always", "no label owner");
    assertThat(policies.diagnostics())
        .extracting(Diagnostic::code)
        .contains(
            DiagnosticCode.REGO_UNSAFE_VAR_ERROR,
            DiagnosticCode.CONSTRAINT_ERROR,
            DiagnosticCode.REGO_PARSE_ERROR);
    assertThatThrownBy(policies::requireNoErrors).isInstanceOf(PolicyException.class);
  }

  @Test
  void errorsInRegoStandAtTheirLineOfTheYamlFile() {
    PolicySet policies =
        load(TEMPLATE.replace("msg := concat(\" \", [", "msg := concat(\" \", [nowhere, "));

    assertThat(policies.diagnostics())
        .filteredOn(d -> d.message().contains("nowhere"))
        .extracting(d -> d.location().orElseThrow())
        .contains(new Location("p0.yaml", 24, 18));
  }

  @Test
  void documentsOfABatchAreInTheInventoryAndAmongTheNamespaces() {
    String unique =
        TEMPLATE.replace(
            "not input.review.object.metadata.labels[input.parameters.label]",
            "other := data.inventory.namespace[_][_].Pod[_]; other.metadata.name =="
                + " input.review.object.metadata.name; other.metadata.namespace !="
                + " input.review.object.metadata.namespace");
    String selector =
        constraint(
            "selected",
            "{parameters: {}, match: {kinds: [{kinds: [Pod]}], namespaceSelector: {matchLabels: {a:"
                + " b}}}}");
    String namespaces =
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: one, labels: {a: b}}\n---\n"
            + "apiVersion: v1\nkind: Namespace\nmetadata: {name: two}\n---\n";
    PolicySet policies = load(unique, selector).requireNoErrors();

    Report report =
        policies.evaluate(documents(namespaces + pod("web", "one") + "---\n" + pod("web", "two")));

    assertThat(report.errors()).isEmpty();
    assertThat(report.violations())
        .extracting(v -> v.resource().orElseThrow().toString())
        .containsExactly("Pod one/web");
  }

  @Test
  void anUnknownNamespaceIsAnErrorThatFailsClosedAndHidesNothing() {
    PolicySet policies =
        load(
            TEMPLATE,
            constraint("all", "{parameters: {}}"),
            constraint("selected", "{match: {namespaceSelector: {matchLabels: {a: b}}}}"));

    Decision decision = policies.evaluate(document(pod("web", "nowhere")));

    assertThat(decision.violations()).hasSize(1);
    assertThat(decision.errors())
        .extracting(EvaluationError::message)
        .containsExactly(
            "the constraint has a namespaceSelector, and the Namespace nowhere is not known");
    assertThat(decision.isAllowed()).isFalse();

    List<Document> known =
        documents("apiVersion: v1\nkind: Namespace\nmetadata: {name: nowhere}\n");
    assertThat(
            policies
                .evaluate(
                    document(pod("web", "nowhere")), EvaluationOptions.DEFAULT.withContext(known))
                .errors())
        .isEmpty();
  }

  @Test
  void anEvaluationErrorIsAResultOfItsOwn() {
    String conflict =
        TEMPLATE.replace(
            "msg := concat(\" \", [\"no label\", input.parameters.label])",
            "msg := f(1) }\n        f(x) = \"a\" { x == 1 }\n        f(x) = \"b\" { x == 1");
    PolicySet policies =
        load(conflict, constraint("all", "{parameters: {}}"), "package main\ndeny contains \"x\"");

    Decision decision = policies.requireNoErrors().evaluate(document(pod("web", "shop")));

    assertThat(decision.errors()).hasSize(1);
    assertThat(decision.errors().get(0).error().code())
        .isEqualTo(DiagnosticCode.EVAL_CONFLICT_ERROR);
    assertThat(decision.violations()).extracting(Violation::message).containsExactly("x");
    assertThat(decision.isAllowed()).isFalse();
  }

  @Test
  void scopedConstraintsAreEvaluatedAtTheirPointsOnly() {
    String scoped =
        constraint(
            "scoped",
            "{parameters: {}, enforcementAction: scoped, scopedEnforcementActions: [{action: warn,"
                + " enforcementPoints: [{name: audit.gatekeeper.sh}]}, {action: deny,"
                + " enforcementPoints: [{name: audit.gatekeeper.sh}, {name: vap.k8s.io}]}]}");
    PolicySet policies = load(TEMPLATE, scoped).requireNoErrors();
    Document pod = document(pod("web", "shop"));

    assertThat(policies.evaluate(pod).violations()).isEmpty();
    Violation atAudit =
        policies
            .evaluate(pod, EvaluationOptions.DEFAULT.withEnforcementPoint(EnforcementPoint.AUDIT))
            .violations()
            .get(0);
    assertThat(atAudit.enforcementAction()).isEqualTo(EnforcementAction.DENY);
    assertThat(atAudit.enforcementActions()).containsExactly("warn", "deny");
  }

  @Test
  void theRequestIsThereUnlessGatekeepersOwnInputIsAskedFor() {
    String template = TEMPLATE.replace("input.review.object", "input.request.object");
    String constraint = constraint("all", "{parameters: {}}");
    String labelled = pod("web", "shop").replace("}", ", labels: {owner: me}}");

    assertThat(load(template, constraint).evaluate(document(labelled)).violations()).isEmpty();

    PolicyEngine strict = PolicyEngine.builder().strictGatekeeper(true).build();
    PolicySet policies =
        strict.load(PolicySource.text("t.yaml", template), PolicySource.text("c.yaml", constraint));
    assertThat(policies.requireNoErrors().evaluate(document(labelled)).violations()).hasSize(1);
  }

  @Test
  void theConfigKeepsNamespacesFromTheProcessesItNames() {
    String config =
        "apiVersion: config.gatekeeper.sh/v1alpha1\nkind: Config\nmetadata: {name: config}\n"
            + "spec: {match: [{excludedNamespaces: [kube-*], processes: [webhook]}]}\n";
    PolicySet policies = load(TEMPLATE, constraint("all", "{parameters: {}}"), config);
    Document pod = document(pod("dns", "kube-system"));

    assertThat(policies.requireNoErrors().evaluate(pod).violations()).isEmpty();
    assertThat(
            policies
                .evaluate(
                    pod, EvaluationOptions.DEFAULT.withEnforcementPoint(EnforcementPoint.AUDIT))
                .violations())
        .hasSize(1);
  }

  @Test
  void plainRulesGiveStringsOrObjectsAndKnowExceptions() {
    PolicySet policies =
        load(
            """
            package main
            deny contains {"msg": "pod", "severity": "critical", "kind": input.kind} if input.kind == "Pod"
            warn contains "careful"
            warn_more contains "excepted"
            violation := ["listed"]
            exception contains ["more"]
            deny_nothing if false
            helper contains "no message"
            """);

    assertThat(policies.requireNoErrors().evaluate(document(pod("web", "shop"))).violations())
        .extracting(
            v -> v.policyId() + " " + v.message() + " " + v.enforcementAction() + " " + v.details())
        .containsExactly(
            "main.deny pod DENY {\"kind\": \"Pod\", \"severity\": \"critical\"}",
            "main.violation listed DENY {}",
            "main.warn careful WARN {}");
  }

  @Test
  void plainRulesThatGiveNoMessagesFailClosed() {
    PolicySet policies = load("package main\ndeny contains 7", "package truth\ndeny if true");

    Decision decision = policies.requireNoErrors().evaluate(document(pod("web", "shop")));

    assertThat(decision.errors())
        .extracting(EvaluationError::policyId)
        .containsExactly("main.deny");
    assertThat(decision.violations())
        .extracting(Violation::message)
        .containsExactly("truth.deny is true");
  }

  @Test
  void modulesOfBothVersionsStandSideBySide() {
    PolicySet policies =
        load("package old\ndeny[\"v0\"] { true }", "package new\ndeny contains \"v1\" if true");

    assertThat(policies.requireNoErrors().evaluate(document(pod("web", "shop"))).violations())
        .extracting(Violation::message)
        .containsExactly("v1", "v0");
  }

  @Test
  void queriesSeeModulesDataAndInput() {
    PolicySet policies =
        engine.load(
            PolicySource.text("a.rego", "package a\nb := data.limits.most + input.x"),
            PolicySource.text("data.json", "{\"limits\": {\"most\": 2}}"));

    assertThat(
            policies
                .requireNoErrors()
                .query("data.a.b", engine.documents().fromJava(Map.of("x", 3)).value())
                .value())
        .contains(NumberValue.of(5));
    assertThat(policies.query("x := data.nothing", null).answers()).isEmpty();
    assertThatThrownBy(() -> policies.query("x := ", null)).isInstanceOf(PolicyException.class);
  }

  @Test
  void sourcesThatAreNotThereAreReported() {
    PolicySet policies =
        engine.load(
            PolicySource.path(Path.of("no-such-folder")),
            PolicySource.pack("no-such-pack"),
            PolicySource.text("notes.txt", "hello"));

    assertThat(policies.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder(
            DiagnosticCode.IO_ERROR, DiagnosticCode.PACK_ERROR, DiagnosticCode.IO_ERROR);
  }

  @Test
  void anAdmissionReviewIsReviewedAsItsRequest() {
    PolicySet policies = load(TEMPLATE, constraint("all", "{parameters: {}}"));
    String review =
        "apiVersion: admission.k8s.io/v1\nkind: AdmissionReview\nrequest:\n  operation: %s\n  %s:"
            + " {apiVersion: v1, kind: Pod, metadata: {name: web}}\n";

    Violation deleted =
        policies.evaluate(document(review.formatted("DELETE", "oldObject"))).violations().get(0);
    assertThat(deleted.resource().orElseThrow().name()).contains("web");
    assertThat(deleted.location().orElseThrow().row()).isEqualTo(5);

    Decision refused = policies.evaluate(document(review.formatted("DELETE", "object")));
    assertThat(refused.errors())
        .extracting(EvaluationError::message)
        .containsExactly("a DELETE request must have the oldObject");
    assertThat(refused.isAllowed()).isFalse();
  }
}
