package dev.portcullis.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuickstartTest {

  @Test
  void printsTheViolationsOfTheManifests() {
    Path root = Path.of(System.getProperty("portcullis.root", "..")).toAbsolutePath();

    assertThat(Quickstart.judge(root.resolve("examples/manifests")))
        .anyMatch(line -> line.contains("legacy-pod.yaml:16:") && line.contains("privileged"))
        .noneMatch(line -> line.contains("shop-api.yaml"));
  }
}
