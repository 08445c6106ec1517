package dev.portcullis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages name is there. */
class DocumentationTest {
  private static final Path ROOT =
      Path.of(System.getProperty("portcullis.root", "..")).toAbsolutePath().normalize();
  private static final Path ENGINE = ROOT.resolve("policy-engine/src/main/java/dev/portcullis");

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern PROJECT_PATH =
      Pattern.compile("(docs|examples|policy-[a-z]+)(/[\\w.-]+)+/?");
  private static final Pattern ENGINE_PATH =
      Pattern.compile("(rego|document|gatekeeper|engine|analysis|dev/portcullis)(/\\w+)+/?");
  private static final Pattern CLASS =
      Pattern.compile("([A-Z]+[a-z][A-Za-z0-9]+)(\\.\\w+(\\(\\))?)?");
  private static final Set<String> CLASSES_OF_OTHERS = Set.of("ServiceLoader");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              docs.filter(page -> page.toString().endsWith(".md")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    List<String> dead =
        found(LINK, Files.readString(page))
            .filter(link -> !link.contains("://"))
            .filter(link -> !Files.exists(page.resolveSibling(link)))
            .toList();

    assertThat(dead).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pathsAreThere(Path page) throws IOException {
    List<String> missing =
        found(CODE, Files.readString(page)).filter(text -> !exists(text)).distinct().toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void theArchitectureNamesClassesThatExist() throws IOException {
    Set<String> classes;
    try (Stream<Path> files = Files.walk(ROOT)) {
      classes =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }
    List<String> named = new ArrayList<>();
    for (String text : found(CODE, page("docs/architecture.md")).toList()) {
      if (CLASS.matcher(text).matches()) {
        named.add(text.split("\\.")[0]);
      }
    }
    named.removeAll(CLASSES_OF_OTHERS);

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(classes).containsAll(named);
  }

  @Test
  void theArchitectureNamesEveryStageOfRego() throws IOException {
    String page = page("docs/architecture.md");
    try (Stream<Path> stages = Files.list(ENGINE.resolve("rego"))) {
      assertThat(stages.map(stage -> "`rego/" + stage.getFileName() + "`"))
          .allSatisfy(stage -> assertThat(page).contains(stage));
    }
  }

  @Test
  void theTenLinesStandInTheExample() throws IOException {
    String readme = page("README.md");
    int start = readme.indexOf("```java\n") + "```java\n".length();
    String lines = readme.substring(start, readme.indexOf("```", start));

    assertThat(lines.strip().lines().count()).isLessThanOrEqualTo(10);
    assertThat(oneLine(page("examples/src/main/java/dev/portcullis/examples/Quickstart.java")))
        .contains(oneLine(lines));
  }

  @Test
  void ciRunsWhatTheReadmeSays() throws IOException {
    assertThat(page("README.md").lines()).contains("    mvn -B verify");
    assertThat(page(".ci/run").lines()).endsWith("mvn -B verify");
  }

  private static boolean exists(String text) {
    if (PROJECT_PATH.matcher(text).matches()) {
      return Files.exists(ROOT.resolve(text));
    }
    if (!ENGINE_PATH.matcher(text).matches()) {
      return true;
    }
    String path =
        text.replaceFirst("^dev/portcullis/", "").replaceFirst("^analysis/", "rego/analysis/");
    return Files.exists(ENGINE.resolve(path)) || Files.exists(ENGINE.resolve(path + ".java"));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static String page(String path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }
}
