package dev.portcullis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code policy check} over real files of every kind: it never crashes, and its summary accounts
 * for every file.
 */
class CheckSamplesTest {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "(?m)^(\\d+) files: (\\d+) read \\(\\d+ documents?\\)"
              + "(?:, (\\d+) empty)?(?:, (\\d+) skipped)?(?:, (\\d+) with errors)?$");

  private record Run(int code, String out, String err) {
    static Run check(String... arguments) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      List<String> all = new ArrayList<>(List.of("check"));
      all.addAll(List.of(arguments));
      int code = Main.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
      return new Run(code, out.toString(), err.toString());
    }
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).count();
    }
  }

  private static void accountsForAll(Run run, Path folder) throws IOException {
    assertThat(run.out() + run.err())
        .doesNotContain("Exception", "\tat ", "fault of the tool", "eval_internal_error");
    Matcher summary = SUMMARY.matcher(run.out());
    assertThat(summary.find()).as("a summary in%n%s", run.out()).isTrue();
    long accounted = 0;
    for (int i = 2; i <= summary.groupCount(); i++) {
      accounted += summary.group(i) == null ? 0 : Long.parseLong(summary.group(i));
    }
    assertThat(Long.parseLong(summary.group(1))).isEqualTo(files(folder)).isEqualTo(accounted);
  }

  @Test
  void everyFileOfTheSamplesIsAccountedFor() throws IOException {
    Path samples = SharedData.path("k8s-samples");

    Run run = Run.check("-p", "strict", samples.toString());

    accountsForAll(run, samples);
    assertThat(run.code()).isBetween(1, 2);
  }

  @Test
  void everyFileOfTheGatekeeperLibraryIsAccountedFor() throws IOException {
    Path library = SharedData.path("gatekeeper-library");

    accountsForAll(Run.check("-p", "pss-restricted", library.toString()), library);
  }

  @Test
  void theGatekeeperLibraryJudgesTheSamples() throws IOException {
    Path library = SharedData.path("gatekeeper-library");
    Path samples = SharedData.path("k8s-samples");

    Run run = Run.check("-p", library.resolve("library").toString(), samples.toString());

    accountsForAll(run, samples);
  }

  @Test
  void resultsAreTheSameEachTime() {
    String samples = SharedData.path("k8s-samples").toString();

    assertThat(Run.check("-p", "image", "-o", "json", samples))
        .isEqualTo(Run.check("-p", "image", "-o", "json", samples));
  }
}
