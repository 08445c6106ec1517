package dev.portcullis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.rego.ast.RegoVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * OPA's evaluation suites on every executor. {@code -Dconformance.dir=DIR} runs any folder of the
 * same format instead of {@code ../shared/conformance} (a folder whose name ends in {@code v0} is
 * read as Rego v0), {@code -Dconformance.filter=REGEX} the cases whose name or file matches.
 */
class RegoConformanceTest {
  private static final String EXPECTED_FAILURES = "/conformance-expected-failures.txt";

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "rego-v1, INTERPRETED",
    "rego-v1, COMPILED",
    "rego-v0, INTERPRETED",
    "rego-v0, COMPILED"
  })
  void everyCaseHolds(String suite, ExecutionMode mode) throws IOException {
    Path folder = folder(suite);
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "no conformance suite at " + folder + ": skipped");
    Pattern filter = Pattern.compile(System.getProperty("conformance.filter", ""));
    Map<String, String> expected = expectedFailures();
    RegoVersion version =
        folder.getFileName().toString().endsWith("v0") ? RegoVersion.V0 : RegoVersion.V1;
    ConformanceRunner runner = new ConformanceRunner(version, mode);
    List<String> wrong = new ArrayList<>();
    int passed = 0;
    int failed = 0;
    for (ConformanceCase c : ConformanceCase.load(folder)) {
      if (!filter.matcher(c.note()).find() && !filter.matcher(c.id()).find()) {
        continue;
      }
      String key = folder.getFileName() + "/" + c.id();
      boolean fails = runner.run(c).map(why -> wrong(wrong, expected, key, c, why)).orElse(false);
      if (fails) {
        failed++;
      } else {
        passed++;
        if (expected.containsKey(key)) {
          wrong.add(key + " passes, but is among the expected failures");
        }
      }
    }
    System.out.printf(
        "%s on %s: %d passed, %d failed%n", folder.getFileName(), mode, passed, failed);
    assertThat(wrong).isEmpty();
    assertThat(passed).isPositive();
  }

  private static boolean wrong(
      List<String> wrong, Map<String, String> expected, String key, ConformanceCase c, String why) {
    if (!expected.containsKey(key)) {
      wrong.add(key + " (" + c.note() + "): " + why);
    }
    return true;
  }

  private static Path folder(String suite) {
    String given = System.getProperty("conformance.dir");
    if (given == null) {
      return Path.of(
              System.getProperty("portcullis.root", ".."), "..", "shared", "conformance", suite)
          .normalize();
    }
    Path dir = Path.of(given);
    Path sub = dir.resolve(suite);
    return Files.isDirectory(sub) || isSuite(dir, "rego-v0") || isSuite(dir, "rego-v1")
        ? sub
        : dir.toString().endsWith("v0") == suite.endsWith("v0") ? dir : sub;
  }

  private static boolean isSuite(Path dir, String name) {
    return Files.isDirectory(dir.resolve(name));
  }

  private static Map<String, String> expectedFailures() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    try (InputStream in = RegoConformanceTest.class.getResourceAsStream(EXPECTED_FAILURES)) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        int reason = line.indexOf(" : ");
        if (!line.startsWith("#") && reason > 0) {
          expected.put(line.substring(0, reason), line.substring(reason + 3));
        }
      }
    }
    return expected;
  }
}
