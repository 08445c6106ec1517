package dev.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCommandTest {
  private static final String TESTS =
      """
      package a

      import data.limits

      test_ok if limits.low == 1

      test_wrong if {
        print("low is", limits.low)
        limits.low == 2
      }

      todo_test_later if true

      test_cases[name] if {
        some name, v in {"a": 1, "b": 2}
        v == 1
      }
      """;

  @TempDir Path folder;

  private Cli run(String... arguments) throws IOException {
    Files.writeString(folder.resolve("a_test.rego"), TESTS);
    Files.createDirectories(folder.resolve("limits"));
    Files.writeString(folder.resolve("limits/data.json"), "{\"low\": 1}");
    String[] all = new String[arguments.length + 2];
    all[0] = "test";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[all.length - 1] = folder.toString();
    return Cli.run(all);
  }

  private String plain(String out) {
    return out.replace(folder + "/", "").replaceAll("\\([0-9.]+(ns|µs|ms|s)\\)", "(TIME)");
  }

  @Test
  void failuresAreShownAndCounted() throws IOException {
    Cli run = run();

    assertThat(plain(run.out()))
        .isEqualTo(
            """
            a_test.rego:7:
            data.a.test_wrong: FAIL (TIME)

              low is 1

            a_test.rego:12:
            data.a.todo_test_later: SKIPPED
            a_test.rego:14:
            data.a.test_cases: FAIL (TIME)
              b: FAIL
            --------------------------------------------------------------------------------
            PASS: 2/5
            FAIL: 2/5
            SKIPPED: 1/5
            """);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void verboseShowsWhatPasses() throws IOException {
    assertThat(plain(run("-v", "-r", "ok|cases").out()))
        .isEqualTo(
            """
            a_test.rego:5:
            data.a.test_ok: PASS (TIME)
            a_test.rego:14:
            data.a.test_cases: FAIL (TIME)
              a: PASS
              b: FAIL
            --------------------------------------------------------------------------------
            PASS: 2/3
            FAIL: 1/3
            """);
  }

  @Test
  void jsonHasOpasFields() throws IOException {
    assertThat(plain(run("-f", "json", "-r", "wrong").out()).replaceAll("duration\": \\d+", "D"))
        .isEqualTo(
            """
            [
              {
                "location": {
                  "file": "a_test.rego",
                  "row": 7,
                  "col": 1
                },
                "package": "data.a",
                "name": "test_wrong",
                "fail": true,
                "D,
                "output": "bG93IGlzIDEK"
              }
            ]
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "-r=test_ok,                       0",
    "-r=nothing,                       0",
    "--fail-on-empty -r=nothing,       1",
    "-r=later,                         2",
    "-z -r=later,                      0",
    "-r=wrong,                         2",
    "-r=(,                             1",
    "--ignore=data.json -r=test_ok,    2",
    "--count=3 -r=test_ok,             0",
  })
  void exitCodesAreOpas(String arguments, int code) throws IOException {
    assertThat(run(arguments.split(" ")).code()).isEqualTo(code);
  }

  @Test
  void whatCannotBeCompiledIsToldWithoutRunningATest() throws IOException {
    Files.writeString(folder.resolve("b.rego"), "package b\np if x\n");

    Cli run = run();

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("1 error occurred:", "b.rego:2: rego_unsafe_var_error");
    assertThat(run.code()).isEqualTo(1);
  }
}
