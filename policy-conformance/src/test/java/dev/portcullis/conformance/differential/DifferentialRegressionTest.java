package dev.portcullis.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.conformance.ConformanceCase;
import dev.portcullis.conformance.ConformanceRunner;
import dev.portcullis.rego.ast.RegoVersion;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs on which we and OPA once differed, or that no suite has, with OPA's answers. */
class DifferentialRegressionTest {

  @ParameterizedTest
  @EnumSource(
      value = ExecutionMode.class,
      names = {"INTERPRETED", "COMPILED"})
  void everyCaseHolds(ExecutionMode mode) throws URISyntaxException {
    Path resources = Path.of(getClass().getResource("/differential").toURI());
    ConformanceRunner runner = new ConformanceRunner(RegoVersion.V1, mode);
    List<ConformanceCase> cases = ConformanceCase.load(resources.getParent(), resources);
    List<String> wrong = new ArrayList<>();
    for (ConformanceCase c : cases) {
      runner.run(c).ifPresent(why -> wrong.add(c.id() + " (" + c.note() + "): " + why));
    }
    assertThat(cases).isNotEmpty();
    assertThat(wrong).isEmpty();
  }
}
