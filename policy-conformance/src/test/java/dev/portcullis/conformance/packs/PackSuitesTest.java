package dev.portcullis.conformance.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.portcullis.api.Decision;
import dev.portcullis.api.Document;
import dev.portcullis.api.Violation;
import dev.portcullis.api.spi.PackFile;
import dev.portcullis.api.spi.PackFile.Role;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every case of every shipped suite holds. */
class PackSuitesTest {

  @TestFactory
  Stream<DynamicTest> suites() {
    return StandardLibrary.policies("strict").stream()
        .map(policy -> dynamicTest(policy, () -> runSuite(policy)));
  }

  private static void runSuite(String policy) {
    Map<String, PackFile> files = new HashMap<>();
    StandardLibrary.PACKS
        .suites(policy)
        .orElseThrow()
        .forEach(file -> files.put(file.name(), file));
    PackFile suite =
        files.values().stream().filter(file -> file.role() == Role.SUITE).findFirst().orElseThrow();

    int cases = 0;
    for (Value test : list(read(suite).value(), "tests")) {
      for (Value one : list(test, "cases")) {
        List<Document> inventory = new ArrayList<>();
        if (((ObjectValue) one).get("inventory") instanceof ArrayValue names) {
          names.forEach(name -> inventory.add(sample(files, policy, name)));
        }
        check(policy, one, sample(files, policy, ((ObjectValue) one).get("object")), inventory);
        cases++;
      }
    }
    assertThat(cases).isPositive();
  }

  private static Document sample(Map<String, PackFile> files, String policy, Value name) {
    PackFile file = files.get(policy + "/" + ((StringValue) name).value());
    assertThat(file).as("%s of %s", name, policy).isNotNull();
    return read(file);
  }

  private static void check(String policy, Value one, Document sample, List<Document> inventory) {
    Decision decision = StandardLibrary.judge(sample, inventory);
    String name = policy + ": " + text(one, "name");
    assertThat(decision.errors()).as(name).isEmpty();
    List<Violation> violations =
        decision.violations().stream()
            .filter(violation -> StandardLibrary.policyOf(violation).equals(policy))
            .toList();

    for (Value assertion : list(one, "assertions")) {
      Value pattern = ((ObjectValue) assertion).get("message");
      Pattern wanted = Pattern.compile(pattern instanceof StringValue s ? s.value() : "");
      long expected = ((NumberValue) ((ObjectValue) assertion).get("violations")).longValue();
      assertThat(violations)
          .as("%s: %s", name, assertion)
          .filteredOn(violation -> wanted.matcher(violation.message()).find())
          .hasSize((int) expected);
    }
    assertThat(violations)
        .as(name)
        .allSatisfy(
            violation -> {
              assertThat(violation.severity()).isPresent();
              assertThat(violation.remediation()).isPresent();
              assertThat(violation.location()).isPresent();
            });
  }

  private static Document read(PackFile file) {
    return StandardLibrary.ENGINE.documents().read(file.text(), file.name()).single();
  }

  private static ArrayValue list(Value object, String key) {
    return (ArrayValue) ((ObjectValue) object).get(key);
  }

  private static String text(Value object, String key) {
    return ((StringValue) ((ObjectValue) object).get(key)).value();
  }
}
