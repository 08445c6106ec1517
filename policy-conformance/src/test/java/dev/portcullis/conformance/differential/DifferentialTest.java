package dev.portcullis.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.ValueText;
import dev.portcullis.conformance.ConformanceCase;
import dev.portcullis.conformance.ConformanceRunner;
import dev.portcullis.rego.ast.RegoVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Generated programs on every executor and on OPA. {@code -Ddifferential.seconds=N} says how long,
 * {@code -Ddifferential.seed=S} where to begin; a seed always makes the same programs.
 */
@Tag("differential")
class DifferentialTest {
  private static final int MAX_DISAGREEMENTS = 25;

  private final List<ConformanceRunner> executors =
      List.of(
          new ConformanceRunner(RegoVersion.V1, ExecutionMode.INTERPRETED),
          new ConformanceRunner(RegoVersion.V1, ExecutionMode.COMPILED));
  private final Map<String, Integer> outcomes = new TreeMap<>();

  @Test
  void agreesWithOpa() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Oracle.isAvailable(), "needs the Go tool chain to build OPA: skipped");
    Path root = Path.of(System.getProperty("portcullis.root", ".."));
    long seed = Long.getLong("differential.seed", new Random().nextInt());
    long end =
        System.nanoTime() + Duration.ofSeconds(Long.getLong("differential.seconds", 60)).toNanos();
    List<String> disagreements = new ArrayList<>();
    long compared = 0;
    try (Oracle oracle = Oracle.start(root, root.resolve("policy-conformance/target"))) {
      for (long s = seed; System.nanoTime() < end; s++) {
        Program program = Programs.any().generator(1).next(new Random(s)).value();
        Optional<ObjectValue> wanted = oracle.answer(program);
        if (wanted.isEmpty()) {
          continue;
        }
        compared++;
        outcomes.merge(kind(wanted.get()), 1, Integer::sum);
        if (disagreement(wanted.get()).isPresent()) {
          disagreements.add(report(oracle, program, wanted.get(), s));
          System.out.println(disagreements.get(disagreements.size() - 1));
          if (disagreements.size() == MAX_DISAGREEMENTS) {
            break;
          }
        }
      }
    }
    System.out.printf(
        "%d programs compared, %d disagreements (seed %d, %s)%n",
        compared, disagreements.size(), seed, outcomes);
    assertThat(disagreements).isEmpty();
    assertThat(compared).isPositive();
  }

  private String report(Oracle oracle, Program program, ObjectValue wanted, long seed) {
    String manner = manner(disagreement(wanted).orElseThrow());
    Program smallest =
        new Reducer(
                p ->
                    oracle
                        .answer(p)
                        .filter(w -> kind(w).equals(kind(wanted)))
                        .flatMap(this::disagreement)
                        .filter(why -> manner(why).equals(manner))
                        .isPresent())
            .reduce(program);
    ObjectValue reduced = oracle.answer(smallest).orElseThrow();
    return "seed %d: %s%n%s%n%s%n"
        .formatted(
            seed,
            disagreement(reduced).orElse("agrees when asked again"),
            String.join("\n---\n", smallest.modules()),
            ValueText.json(reduced));
  }

  private Optional<String> disagreement(ObjectValue wanted) {
    ConformanceCase c = ConformanceCase.of("generated", wanted);
    return executors.stream().flatMap(e -> e.run(c).stream()).findFirst();
  }

  private static String manner(String why) {
    int colon = why.indexOf(':');
    return why.startsWith("got ") ? "got" : colon < 0 ? why : why.substring(0, colon);
  }

  private static String kind(ObjectValue wanted) {
    if (wanted.get("want_result") instanceof ArrayValue answers) {
      return answers.size() == 0 ? "undefined" : "result";
    }
    return wanted.get("want_errors") instanceof ArrayValue errors
        ? ValueText.json(errors.asList().get(0)).replaceAll(".*: |\"", "")
        : ValueText.json(wanted.get("want_error_code")).replace("\"", "");
  }
}
