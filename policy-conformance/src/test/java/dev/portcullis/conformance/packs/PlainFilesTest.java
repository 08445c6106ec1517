package dev.portcullis.conformance.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.Document;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files that are no Kubernetes objects meet the policies that are for them. */
class PlainFilesTest {

  @Test
  void workflows() {
    assertThat(
            broken(
                ".github/workflows/scan.yml",
                """
                on: [push]
                jobs:
                  scan:
                    runs-on: ubuntu-latest
                    steps:
                      - uses: actions/checkout@v4
                      - uses: aquasecurity/trivy-action@master
                """))
        .containsExactlyInAnyOrder(
            "gha-pin-sha", "gha-permissions", "gha-persist-credentials", "gha-scan-gates");
  }

  @Test
  void compositeActions() {
    assertThat(
            broken(
                "action.yml",
                """
                runs:
                  using: composite
                  steps:
                    - run: echo ${{ inputs.name }}
                      shell: bash
                """))
        .containsExactly("gha-template-injection");
  }

  @Test
  void pipelines() {
    assertThat(
            broken(
                "build/.gitlab-ci.yml",
                """
                container_scan:
                  stage: security
                  image: docker:24-cli
                  services:
                    - docker:24-dind
                  script:
                    - |
                      trivy image \\
                        --exit-code 1 \\
                        $IMAGE_TAG || true
                """))
        .containsExactlyInAnyOrder(
            "gl-gate-neutralised", "gl-image-pin", "gl-dind", "gl-undeclared-stage");
  }

  @Test
  void dockerfiles() {
    assertThat(broken("Dockerfile", "FROM node\nENV API_KEY=secret123\n"))
        .contains("df-no-latest", "df-user-nonroot", "df-secret-literal");
  }

  @Test
  void otherFilesMeetNone() {
    assertThat(broken("values.yaml", "image: nginx:latest\nprivileged: true\n")).isEmpty();
  }

  private static Set<String> broken(String name, String text) {
    Document document = StandardLibrary.ENGINE.documents().read(text, name).single();
    return StandardLibrary.judge(document).violations().stream()
        .map(StandardLibrary::policyOf)
        .collect(Collectors.toSet());
  }
}
