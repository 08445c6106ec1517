package dev.portcullis.builtins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Compares the rows with the builtins that {@code opa capabilities} of OPA 1.19 lists. */
class CapabilitiesJsonTest {
  private static final Value DESCRIPTION = StringValue.of("description");
  private static final Value CATEGORIES = StringValue.of("categories");

  @Test
  void everyRowDeclaresWhatOpaDeclares() throws IOException {
    List<Value> wanted = new ArrayList<>();
    for (Value entry : opa()) {
      if (CoreBuiltins.all().containsKey(name(entry))) {
        wanted.add(withoutProse(entry));
      }
    }
    List<Value> found = new ArrayList<>();
    for (Value entry : CapabilitiesJson.builtins(CoreBuiltins.all().values())) {
      found.add(withoutProse(entry));
    }
    assertThat(found).containsExactlyElementsOf(wanted);
  }

  @Test
  void everyRowSaysWhatItDoes() {
    assertThat(CoreBuiltins.all().values())
        .filteredOn(builtin -> !builtin.has(Builtin.Trait.DEPRECATED))
        .extracting(Builtin::doc)
        .doesNotContain("");
  }

  @Test
  void noRowIsUnknownToOpa() throws IOException {
    Set<String> names = new TreeSet<>();
    opa().forEach(entry -> names.add(name(entry)));
    assertThat(names).containsAll(CoreBuiltins.all().keySet());
  }

  private static ArrayValue opa() throws IOException {
    try (InputStream in = CapabilitiesJsonTest.class.getResourceAsStream("capabilities.json")) {
      assertThat(in).isNotNull();
      return (ArrayValue) TestValues.value(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String name(Value entry) {
    return ((StringValue) java.util.Objects.requireNonNull(entry.get(StringValue.of("name"))))
        .value();
  }

  /** Descriptions are our own, and rows have no categories. */
  private static Value withoutProse(Value value) {
    if (value instanceof ArrayValue array) {
      return ArrayValue.of(
          array.asList().stream().map(CapabilitiesJsonTest::withoutProse).toList());
    }
    if (value instanceof ObjectValue object) {
      ObjectValue.Builder kept = ObjectValue.builder();
      object.forEach(
          (key, inner) -> {
            if (!key.equals(DESCRIPTION) && !key.equals(CATEGORIES)) {
              kept.put(key, withoutProse(inner));
            }
          });
      return kept.build();
    }
    return value;
  }
}
