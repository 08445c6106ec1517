package dev.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacksCommandTest {
  @Test
  void listsThePacks() {
    Cli run = Cli.run("packs");

    assertThat(run.out()).containsPattern("(?m)^image +5 policies +\\S");
    assertThat(run).isEqualTo(Cli.run("packs", "list"));
    assertThat(run.code()).isZero();
  }

  @Test
  void showsThePoliciesOfAPack() {
    Cli run = Cli.run("packs", "show", "image");

    assertThat(run.out())
        .startsWith("image: Image references\n")
        .contains("image-no-latest (ImageNoLatest/image-no-latest), ")
        .contains("  fix: ");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void showsTheFilesOfAPolicy() {
    Cli run = Cli.run("packs", "show", "--files", "image-no-latest");

    assertThat(run.out())
        .startsWith("---\n# image-no-latest/template.yaml\n")
        .contains("kind: ConstraintTemplate");
  }

  @Test
  void anUnknownPackIsAnErrorThatNamesThePacks() {
    Cli run = Cli.run("packs", "show", "imagine");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("imagine").contains("image, workload");
    assertThat(run.code()).isEqualTo(2);
  }
}
