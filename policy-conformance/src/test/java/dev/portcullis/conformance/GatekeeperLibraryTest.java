package dev.portcullis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.api.PolicyEngine;
import dev.portcullis.api.Violation;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueText;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.engine.SuiteRunners;
import dev.portcullis.gatekeeper.suite.Suite;
import dev.portcullis.gatekeeper.suite.SuiteReader;
import dev.portcullis.gatekeeper.suite.SuiteResult;
import dev.portcullis.gatekeeper.suite.SuiteRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the suites of Gatekeeper's library and compares every violation with OPA's. */
class GatekeeperLibraryTest {
  private final SuiteRunner runner = SuiteRunners.of(PolicyEngine.builder().settings());

  @TestFactory
  Stream<DynamicTest> everyCaseGivesOpasViolations() throws IOException {
    Path folder = SharedData.path("gatekeeper-library");
    JsonNode expected =
        new ObjectMapper().readTree(folder.resolve("expected-violations.json").toFile());
    Map<String, Map<String, List<String>>> byPolicy = new TreeMap<>();
    for (JsonNode one : expected.get("cases")) {
      byPolicy
          .computeIfAbsent(one.get("policy").asText(), p -> new TreeMap<>())
          .put(one.get("test").asText() + "/" + one.get("case").asText(), violations(one));
    }
    assertThat(byPolicy).hasSize(32);
    return byPolicy.entrySet().stream()
        .map(
            policy ->
                DynamicTest.dynamicTest(
                    policy.getKey(),
                    () ->
                        run(
                            folder.resolve("library").resolve(policy.getKey()),
                            policy.getValue())));
  }

  private static List<String> violations(JsonNode expected) {
    List<String> result = new ArrayList<>();
    for (JsonNode violation : expected.get("violations")) {
      Value details = JsonReader.STANDARD.read(violation.get("details").toString());
      result.add(violation.get("msg").asText() + " " + ValueText.json(details));
    }
    result.sort(null);
    return result;
  }

  private void run(Path folder, Map<String, List<String>> expected) {
    Suite suite = SuiteReader.read(folder.resolve("suite.yaml")).orElseThrow();
    SuiteResult result = runner.run(suite, SuiteRunner.Filter.ALL);
    Map<String, List<String>> actual = new TreeMap<>();
    for (SuiteResult.TestResult test : result.tests()) {
      assertThat(test.failure()).as(test.test().name()).isEmpty();
      for (SuiteResult.CaseResult one : test.cases()) {
        assertThat(one.errors()).as(one.suiteCase().name()).isEmpty();
        assertThat(one.failure()).as(one.suiteCase().name()).isEmpty();
        actual.put(
            test.test().name() + "/" + one.suiteCase().name(),
            one.violations().stream().map(GatekeeperLibraryTest::text).sorted().toList());
      }
    }
    assertThat(actual).isEqualTo(expected);
  }

  private static String text(Violation violation) {
    return violation.message() + " " + ValueText.json(violation.details());
  }
}
