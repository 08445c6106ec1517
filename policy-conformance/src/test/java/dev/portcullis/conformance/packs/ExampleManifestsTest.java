package dev.portcullis.conformance.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.Decision;
import dev.portcullis.api.Document;
import dev.portcullis.api.DocumentBatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The example manifests show what they are there to show. */
class ExampleManifestsTest {
  private static final Path MANIFESTS = StandardLibrary.root().resolve("examples/manifests");
  private static final List<String> GOOD =
      List.of(
          "Dockerfile",
          "namespace.yaml",
          "network-policies.yaml",
          "nightly-report.yaml",
          "shop-api.yaml");

  @Test
  void theGoodOnesPassEverythingAndTheOthersDoNot() {
    DocumentBatch batch = StandardLibrary.ENGINE.documents().read(MANIFESTS);
    Map<String, Set<String>> broken = new TreeMap<>();
    for (Decision decision : StandardLibrary.judge(batch.documents()).decisions()) {
      String file = Path.of(decision.document().source()).getFileName().toString();
      Set<String> policies = broken.computeIfAbsent(file, f -> new TreeSet<>());
      decision.violations().forEach(found -> policies.add(StandardLibrary.policyOf(found)));
      assertThat(decision.errors()).as(file).isEmpty();
    }

    assertThat(batch.diagnostics()).isEmpty();
    assertThat(broken).hasSize(12);
    assertThat(broken)
        .allSatisfy(
            (file, policies) ->
                assertThat(policies.isEmpty()).as(file + policies).isEqualTo(GOOD.contains(file)));
    assertThat(broken.get("malformed-pod.yaml"))
        .contains("pss-privileged", "pss-host-namespaces", "pss-capabilities");
    assertThat(broken.get("worker.yaml")).contains("image-digest-valid", "wl-limits");
    assertThat(broken.get("cluster-list.yaml")).contains("np-allow-all", "image-digest-required");
    assertThat(broken.get("legacy.Dockerfile"))
        .contains("df-user-nonroot", "df-no-latest", "df-secret-literal", "df-no-sudo");
  }

  @Test
  void violationsNameTheLine() {
    Document document =
        StandardLibrary.ENGINE.documents().read(MANIFESTS.resolve("legacy-pod.yaml")).single();

    assertThat(StandardLibrary.judge(document).violations())
        .filteredOn(violation -> StandardLibrary.policyOf(violation).equals("pss-privileged"))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.pointer()).endsWith("/1/securityContext/privileged");
              assertThat(violation.location().orElseThrow().row()).isEqualTo(16);
            });
  }
}
