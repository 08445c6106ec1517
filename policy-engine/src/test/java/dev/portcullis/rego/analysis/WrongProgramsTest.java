package dev.portcullis.rego.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.builtins.CoreBuiltins;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The errors of the oracle are among ours, at the same rows; what it accepts we accept. */
class WrongProgramsTest {
  private record Program(String mode, String text, List<String> expected) {}

  @TestFactory
  Stream<DynamicTest> findsWhatTheOracleFinds() throws IOException {
    List<Program> programs = programs();
    assertThat(programs).hasSizeGreaterThan(300);
    return programs.stream()
        .map(p -> DynamicTest.dynamicTest(p.mode + ": " + p.text.strip(), () -> check(p)));
  }

  private static void check(Program program) {
    ParserOptions parser = program.mode.equals("v0") ? ParserOptions.v0() : ParserOptions.v1();
    Module module =
        RegoParser.parseModule(new SourceText("test.rego", program.text), parser).orElseThrow();
    AnalysisOptions options =
        new AnalysisOptions(
            CoreBuiltins.all(), program.mode.equals("strict"), Map.of(), Set.of(), Set.of());
    Analysis analysis = Analyzer.analyze(List.of(module), options);
    Set<String> found = new HashSet<>();
    analysis
        .diagnostics()
        .forEach(
            d -> {
              String code = d.code().wireName();
              found.add(code + " " + d.location().orElseThrow().row());
              found.add(code + " 0");
            });
    if (program.expected.equals(List.of("accepted"))) {
      assertThat(analysis.diagnostics()).isEmpty();
      assertThat(analysis.program()).isPresent();
    } else {
      assertThat(found).containsAll(program.expected);
      assertThat(analysis.program()).isEmpty();
    }
  }

  private static List<Program> programs() throws IOException {
    List<Program> programs = new ArrayList<>();
    String mode = "";
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (String line : (resource() + "=== end\n").lines().toList()) {
      if (line.startsWith("=== ")) {
        if (!mode.isEmpty()) {
          programs.add(new Program(mode, text.toString(), List.copyOf(expected)));
        }
        mode = line.substring(4);
        text.setLength(0);
        expected.clear();
      } else if (line.startsWith("--- ")) {
        expected.add(line.substring(4));
      } else if (!mode.isEmpty()) {
        text.append(line).append('\n');
      }
    }
    return programs;
  }

  private static String resource() throws IOException {
    try (InputStream in = WrongProgramsTest.class.getResourceAsStream("wrong-programs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
