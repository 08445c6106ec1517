package dev.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvalCommandTest {
  private static final Output NOWHERE =
      new Output(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));

  @TempDir Path folder;

  @Test
  void theResultIsOpasJson() {
    Cli run = Cli.run("eval", "x := 1 + 1");

    assertThat(run.out())
        .isEqualTo(
            """
            {
              "result": [
                {
                  "expressions": [
                    {
                      "value": true,
                      "text": "x := 1 + 1",
                      "location": {
                        "row": 1,
                        "col": 1
                      }
                    }
                  ],
                  "bindings": {
                    "x": 2
                  }
                }
              ]
            }
            """);
    assertThat(run.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1 == 2,            '',             0",
    "1 == 2,            --fail,         0",
    "input.x,           --fail,         1",
    "1 == 1,            --fail,         0",
    "1 == 1,            --fail-defined, 1",
    "x,                 '',             2",
    "nothing(1),        '',             2",
    "to_number('x'),    '',             2",
    "'to_number(\"x\")', '',            0",
    "'to_number(\"x\")', --strict-builtin-errors, 2",
  })
  void exitCodesAreOpas(String query, String flag, int code) {
    Cli run = flag.isEmpty() ? Cli.run("eval", query) : Cli.run("eval", flag, query);

    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void modulesAndInputAreRead() throws IOException {
    Path policy = folder.resolve("p.rego");
    Files.writeString(policy, "package a.b\nallow if input.user == data.owner\n");
    Path data = Files.writeString(folder.resolve("d.json"), "{\"owner\": \"me\"}");
    Path input = Files.writeString(folder.resolve("i.yaml"), "user: me\n");

    Cli run =
        Cli.run(
            "eval",
            "-d",
            policy.toString(),
            "-d",
            data.toString(),
            "-i",
            input.toString(),
            "-f",
            "raw",
            "data.a.b.allow");

    assertThat(run.out()).isEqualTo("true\n");
  }

  @Test
  void familiesOfBuiltinsAreThereWhenTheyAreCalled() {
    assertThat(Cli.run("eval", "-f", "raw", "crypto.hmac.md5(\"a\", \"b\")").code()).isZero();
    assertThat(Cli.run("eval", "-f", "raw", "json.match_schema({}, {})[0]").out())
        .isEqualTo("true\n");
  }

  /** What the quick reader of arguments takes must mean the same to the general reader. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-f pretty [1,2]",
        "-f values 1",
        "--format raw 1",
        "--fail 1==2",
        "--fail-defined --strict-builtin-errors 1==1",
        "-d absent 1",
        "--data absent 1",
        "-b absent 1",
        "--bundle absent 1",
        "-i absent.json 1",
        "--input absent.json 1",
        "--v0-compatible x",
      })
  void plainArgumentsMeanTheSameToBothReaders(String line) {
    String[] plain = ("eval " + line).split(" ");
    String[] general = ("eval --v1-compatible " + line).split(" ");

    assertThat(EvalCommand.plain(NOWHERE, List.of(line.split(" ")))).isPresent();
    assertThat(Cli.run(plain)).isEqualTo(Cli.run(general));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-f",
        "-f strange 1",
        "--help",
        "1 2",
        "-d --fail 1",
        "--timeout=1s 1",
        "@file"
      })
  void otherArgumentsAreLeftToTheGeneralReader(String line) {
    assertThat(EvalCommand.plain(NOWHERE, line.isEmpty() ? List.of() : List.of(line.split(" "))))
        .isEmpty();
  }
}
