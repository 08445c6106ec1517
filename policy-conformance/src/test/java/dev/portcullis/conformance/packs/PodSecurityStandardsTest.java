package dev.portcullis.conformance.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.api.Decision;
import dev.portcullis.api.Document;
import dev.portcullis.api.spi.PackFile;
import dev.portcullis.api.spi.PackFile.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Kubernetes' own test pods get the verdict that the Pod Security admission plugin gives them. */
class PodSecurityStandardsTest {
  private static final Path PODS = StandardLibrary.root().resolve("../shared/pss");
  private static final Pattern CONTROLS = Pattern.compile("portcullis\\.dev/controls: (.*)");

  @TestFactory
  Stream<DynamicTest> pods() throws IOException {
    Path index = PODS.resolve("index.json");
    assumeTrue(Files.exists(index), "../shared/pss is not there");
    JsonNode pods = new ObjectMapper().readTree(index.toFile()).path("pods");
    assertThat(pods).hasSize(148);
    return StreamSupport.stream(pods.spliterator(), false)
        .map(pod -> dynamicTest(pod.path("file").asText(), () -> check(pod)));
  }

  private static void check(JsonNode pod) {
    Path file = PODS.resolve(pod.path("file").asText());
    Document document = StandardLibrary.ENGINE.documents().read(file).single();

    Decision decision = StandardLibrary.judge(document);

    List<String> level = StandardLibrary.policies("pss-" + pod.path("level").asText());
    Set<String> broken =
        decision.violations().stream()
            .map(StandardLibrary::policyOf)
            .filter(level::contains)
            .collect(Collectors.toSet());
    assertThat(decision.errors()).isEmpty();
    if (pod.path("allowed").asBoolean()) {
      assertThat(broken).isEmpty();
    } else {
      String control = pod.path("check").asText();
      assertThat(broken).anyMatch(policy -> controls(policy).contains(control));
    }
  }

  private static List<String> controls(String policy) {
    String template =
        StandardLibrary.PACKS.policies(policy).orElseThrow().stream()
            .filter(file -> file.role() == Role.TEMPLATE)
            .map(PackFile::text)
            .findFirst()
            .orElseThrow();
    Matcher matcher = CONTROLS.matcher(template);
    return matcher.find() ? List.of(matcher.group(1).split(" ")) : List.of();
  }
}
