package dev.portcullis.stdlib;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.spi.PackDescriptor;
import dev.portcullis.api.spi.PackFile;
import dev.portcullis.api.spi.PackFile.Role;
import dev.portcullis.api.spi.PackProvider;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackRepositoryTest {
  private final PackRepository repository = new PackRepository();

  @Test
  void isFoundAsAService() {
    assertThat(PackProvider.installed()).hasAtLeastOneElementOfType(PackRepository.class);
  }

  @Test
  void theIndexNamesEveryFileAndNoOther() throws Exception {
    Set<String> indexed = new TreeSet<>();
    for (PackDescriptor pack : repository.packs()) {
      repository.policies(pack.name()).orElseThrow().forEach(file -> indexed.add(file.name()));
      repository.suites(pack.name()).orElseThrow().forEach(file -> indexed.add(file.name()));
    }

    assertThat(indexed).isEqualTo(filesBelow("policies"));
  }

  @Test
  void everyPackHasPoliciesAndEveryPolicyAPack() {
    assertThat(repository.packs())
        .allSatisfy(pack -> assertThat(pack.policies()).as(pack.name()).isNotEmpty());
    assertThat(repository.packs()).extracting(PackDescriptor::name).doesNotHaveDuplicates();
  }

  @Test
  void theRestrictedLevelHoldsReplacementsNotBoth() {
    assertThat(pack("pss-restricted").policies())
        .contains("pss-privileged", "pss-volume-types", "pss-seccomp-restricted")
        .doesNotContain("pss-host-path-volumes", "pss-seccomp", "pss-capabilities");
    assertThat(pack("pss-baseline").policies())
        .contains("pss-privileged", "pss-host-path-volumes")
        .doesNotContain("pss-volume-types");
  }

  @Test
  void templatesHoldTheirLibrariesAndKeepTheirLines() throws Exception {
    for (PackFile file : templates()) {
      List<String> source = Files.readAllLines(root().resolve("policies").resolve(file.name()));
      List<String> assembled = file.text().lines().toList();
      int libs = source.indexOf("            libs:");
      int kept = libs < 0 ? source.size() : libs;

      assertThat(assembled.subList(0, kept)).as(file.name()).isEqualTo(source.subList(0, kept));
      assertThat(file.text()).as(file.name()).doesNotContain("- lib/");
      assertThat(imports(file.text()))
          .as(file.name())
          .allSatisfy(name -> assertThat(file.text()).contains("package " + name.substring(5)));
    }
  }

  @Test
  void templatesSayWhatTheyAreAbout() {
    assertThat(templates())
        .allSatisfy(
            file -> {
              String about = "    portcullis.dev/";
              assertThat(file.text())
                  .as(file.name())
                  .contains(about + "policy: " + file.policy() + "\n")
                  .contains(about + "title: ")
                  .contains(about + "description: ")
                  .contains(about + "remediation: ")
                  .contains(about + "references: ")
                  .containsPattern(about + "severity: (critical|high|medium|low)\n");
            });
  }

  @Test
  void everyPolicyHasSamplesThatPassAndThatFail() {
    for (PackDescriptor pack : repository.packs()) {
      for (String id : pack.policies()) {
        List<String> samples =
            repository.suites(id).orElseThrow().stream()
                .filter(file -> file.role() == Role.SAMPLE)
                .map(PackFile::name)
                .toList();

        assertThat(samples).as(id).anyMatch(name -> name.startsWith(id + "/samples/pass-"));
        assertThat(samples).as(id).anyMatch(name -> name.startsWith(id + "/samples/fail-"));
      }
    }
  }

  @Test
  void aPolicyCanBeLoadedAlone() {
    assertThat(repository.policies("image-no-latest").orElseThrow())
        .extracting(PackFile::name)
        .containsExactly("image-no-latest/template.yaml", "image-no-latest/constraint.yaml");
  }

  @Test
  void hasNothingUnderUnknownNames() {
    assertThat(repository.policies("no-such-pack")).isEmpty();
    assertThat(repository.suites("no-such-pack")).isEmpty();
  }

  private PackDescriptor pack(String name) {
    return repository.packs().stream()
        .filter(pack -> pack.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<PackFile> templates() {
    return repository.packs().stream()
        .flatMap(pack -> repository.policies(pack.name()).orElseThrow().stream())
        .filter(file -> file.role() == Role.TEMPLATE)
        .distinct()
        .toList();
  }

  private static List<String> imports(String text) {
    return Pattern.compile("^ *import (data\\.lib\\.[a-z_]+)$", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static Path root() throws URISyntaxException {
    URL index = PackRepository.class.getResource("index.json");
    return Path.of(index.toURI()).getParent();
  }

  private static Set<String> filesBelow(String folder) throws IOException, URISyntaxException {
    Path base = root().resolve(folder);
    try (Stream<Path> files = Files.walk(base)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> base.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
