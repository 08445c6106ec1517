package dev.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @Test
  void helpNamesEveryCommand() {
    Cli run = Cli.run("--help");

    assertThat(run.out()).contains("check", "eval", "packs");
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"check", "eval", "test", "inspect", "capabilities", "parse", "dump", "packs"})
  void helpOfACommandHasExamplesAndExitCodes(String command) {
    Cli run = Cli.run(command, "--help");

    assertThat(run.out()).contains("policy " + command, "Examples:", "Exit codes:");
    assertThat(run.code()).isZero();
  }

  @Test
  void anUnknownCommandIsAnError() {
    Cli run = Cli.run("chekc");

    assertThat(run.err()).contains("chekc");
    assertThat(run.code()).isEqualTo(2);
  }
}
