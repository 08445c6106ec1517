package dev.portcullis.gatekeeper.suite;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.source.SyntaxException;
import dev.portcullis.document.yaml.Yaml12;
import dev.portcullis.gatekeeper.schema.SchemaPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads suites. They are YAML 1.2: {@code yes} and {@code no} are strings, which is what an
 * assertion means by them.
 */
public final class SuiteReader {
  private static final String GROUP = "test.gatekeeper.sh/";

  private final Path file;

  private SuiteReader(Path file) {
    this.file = file;
  }

  /** Returns whether {@code value} says that it is a suite. */
  public static boolean accepts(Value value) {
    return value instanceof ObjectValue object
        && text(object.get("kind")).equals("Suite")
        && text(object.get("apiVersion")).startsWith(GROUP);
  }

  /**
   * Reads the suite that a file holds.
   *
   * @return empty if the file holds something else
   * @throws PolicyException if the file cannot be read, is no YAML, or holds a suite that is wrong
   */
  public static Optional<Suite> read(Path file) {
    SuiteReader reader = new SuiteReader(file);
    try {
      Value value = Yaml12.read(Files.readAllBytes(file));
      return accepts(value) ? Optional.of(reader.suite((ObjectValue) value)) : Optional.empty();
    } catch (IOException e) {
      throw reader.failure(DiagnosticCode.IO_ERROR, "cannot be read: " + e.getMessage());
    } catch (SyntaxException e) {
      throw new PolicyException(List.of(e.toDiagnostic(file.toString())));
    }
  }

  private PolicyException failure(DiagnosticCode code, String message) {
    Location place = new Location(file.toString(), 1, 1);
    return new PolicyException(List.of(Diagnostic.error(code, message, place)));
  }

  private PolicyException wrong(String message) {
    return failure(DiagnosticCode.DOCUMENT_PARSE_ERROR, message);
  }

  private Suite suite(ObjectValue object) {
    List<Suite.Test> tests = new ArrayList<>();
    for (ObjectValue test : objects(object, "tests")) {
      tests.add(test(test));
    }
    String name =
        object.get("metadata") instanceof ObjectValue metadata ? text(metadata.get("name")) : "";
    return new Suite(file, name, flag(object, "skip"), tests);
  }

  private Suite.Test test(ObjectValue object) {
    List<Suite.Case> cases = new ArrayList<>();
    for (ObjectValue one : objects(object, "cases")) {
      cases.add(suiteCase(one));
    }
    return new Suite.Test(
        text(object.get("name")),
        text(object.get("template")),
        text(object.get("constraint")),
        Optional.of(text(object.get("expansion"))).filter(path -> !path.isEmpty()),
        flag(object, "invalid"),
        flag(object, "skip"),
        cases);
  }

  private Suite.Case suiteCase(ObjectValue object) {
    List<String> inventory = new ArrayList<>();
    if (object.get("inventory") instanceof ArrayValue paths) {
      paths.forEach(path -> inventory.add(text(path)));
    }
    List<Suite.Assertion> assertions = new ArrayList<>();
    for (ObjectValue assertion : objects(object, "assertions")) {
      assertions.add(assertion(assertion));
    }
    return new Suite.Case(
        text(object.get("name")),
        text(object.get("object")),
        inventory,
        flag(object, "skip"),
        assertions);
  }

  private Suite.Assertion assertion(ObjectValue object) {
    Value expected = object.get("violations");
    Optional<Pattern> message = message(object.get("message"));
    if (expected == null || isWord(expected, "yes", BooleanValue.TRUE)) {
      return new Suite.Assertion(1, Integer.MAX_VALUE, "yes", message);
    } else if (isWord(expected, "no", BooleanValue.FALSE)) {
      return new Suite.Assertion(0, 0, "no", message);
    } else if (expected instanceof NumberValue number
        && number.isLong()
        && number.longValue() >= 0
        && number.longValue() <= Integer.MAX_VALUE) {
      int count = (int) number.longValue();
      return new Suite.Assertion(count, count, number.text(), message);
    }
    throw wrong("violations must be yes, no or a number, is " + expected);
  }

  /** JSON has no words for yes and no: there the booleans stand for them. */
  private static boolean isWord(Value value, String word, BooleanValue bool) {
    return value.equals(StringValue.of(word)) || value == bool;
  }

  private Optional<Pattern> message(@Nullable Value pattern) {
    if (!(pattern instanceof StringValue text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SchemaPattern.compile(text.value()));
    } catch (PatternSyntaxException e) {
      throw wrong("message is no regular expression: " + e.getMessage());
    }
  }

  private List<ObjectValue> objects(ObjectValue object, String field) {
    Value given = object.get(field);
    List<ObjectValue> result = new ArrayList<>();
    if (given instanceof ArrayValue array) {
      for (Value item : array) {
        if (!(item instanceof ObjectValue one)) {
          throw wrong("the items of " + field + " must be objects");
        }
        result.add(one);
      }
    } else if (given != null) {
      throw wrong(field + " must be a list");
    }
    return result;
  }

  private static boolean flag(ObjectValue object, String field) {
    return object.get(field) == BooleanValue.TRUE;
  }

  private static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.value() : "";
  }
}
