package dev.portcullis.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Calls with the results that OPA 1.19 gives for them. A line of a table is the builtin's name, its
 * arguments as JSON (with {@code {"$set": […]}} for sets), and the result in Rego's notation,
 * {@code undefined}, {@code error TEXT} or {@code type error TEXT}, separated by tabs.
 */
class OracleTablesTest {
  private static final List<String> TABLES =
      List.of(
          "arithmetic",
          "documents",
          "encoding",
          "formatting",
          "glob",
          "json",
          "net",
          "regex",
          "strings",
          "templates",
          "time",
          "url",
          "yaml");

  @TestFactory
  Stream<DynamicContainer> tables() {
    return TABLES.stream().map(table -> DynamicContainer.dynamicContainer(table, rows(table)));
  }

  private static Stream<DynamicTest> rows(String table) {
    List<String> lines = lines(table);
    return IntStream.range(0, lines.size())
        .mapToObj(
            i -> DynamicTest.dynamicTest((i + 1) + " " + lines.get(i), () -> check(lines.get(i))));
  }

  private static void check(String line) {
    String[] cells = line.split("\t", -1);
    Builtin builtin = CoreBuiltins.all().get(cells[0]);
    assertThat(builtin).as(cells[0]).isNotNull();
    assertThat(outcome(builtin, TestValues.array(cells[1]))).as(line).isEqualTo(cells[2]);
  }

  private static String outcome(Builtin builtin, Value[] arguments) {
    try {
      Value result = builtin.body().call(new TestContext(), arguments);
      return result == null ? "undefined" : result.toString();
    } catch (BuiltinException e) {
      return (e.code() == DiagnosticCode.EVAL_TYPE_ERROR ? "type error " : "error ")
          + e.getMessage();
    }
  }

  private static List<String> lines(String table) {
    try (InputStream in = OracleTablesTest.class.getResourceAsStream(table + ".tsv")) {
      assertThat(in).as(table).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
