package dev.portcullis.gatekeeper.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
  private static Value json(String text) {
    return JsonReader.STANDARD.read(text.replace('\'', '"'));
  }

  private static Schema schema(String text) {
    SchemaReader.Result read = SchemaReader.read(json(text), false);
    assertThat(read.problems()).isEmpty();
    return read.schema();
  }

  private static List<String> problems(String schema, String value) {
    return SchemaValidator.validate(schema(schema), json(value)).stream()
        .map(SchemaProblem::toString)
        .toList();
  }

  private static List<String> schemaProblems(String schema) {
    return SchemaReader.read(json(schema), false).problems().stream()
        .map(SchemaProblem::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          string  | 1     | must be of type string, is the number 1
          integer | 1.5   | must be of type integer, is the number 1.5
          number  | '1'   | must be of type number, is string
          boolean | null  | must be of type boolean, is null
          array   | {}    | must be of type array, is object
          object  | []    | must be of type object, is array
          """,
      quoteCharacter = '`')
  void typesAreChecked(String type, String value, String message) {
    assertThat(problems("{'type': '" + type + "'}", value)).containsExactly(message);
  }

  @Test
  void anIntegerMayBeWrittenWithAFraction() {
    assertThat(problems("{'type': 'integer'}", "2.0")).isEmpty();
  }

  @Test
  void nullIsAcceptedWhereTheSchemaSaysSo() {
    assertThat(problems("{'type': 'string', 'nullable': true}", "null")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'type': 'string', 'enum': ['a', 'b']}               | 'c'       | must be one of ["a", "b"], is "c"
          {'type': 'string', 'pattern': '^a+$'}                | 'b'       | must match ^a+$
          {'type': 'string', 'maxLength': 1}                   | 'ab'      | must have at most 1 characters, has 2
          {'type': 'string', 'format': 'ipv4'}                 | '1.2.3'   | must have the format ipv4
          {'type': 'integer', 'minimum': 2}                    | 1         | must be greater than or equal to 2
          {'type': 'integer', 'maximum': 2, 'exclusiveMaximum': true} | 2  | must be less than 2
          {'type': 'number', 'multipleOf': 0.1}                | 0.25      | must be a multiple of 0.1
          {'type': 'integer', 'format': 'int32'}               | 3000000000 | must have the format int32
          {'type': 'array', 'minItems': 1, 'items': {'type': 'string'}} | []  | must have at least 1 items, has 0
          {'type': 'object', 'maxProperties': 0, 'additionalProperties': {'type': 'string'}} | {'a': 'b'} | must have at most 0 fields, has 1
          """,
      quoteCharacter = '`')
  void rulesAreChecked(String schema, String value, String message) {
    assertThat(problems(schema, value)).containsExactly(message);
  }

  @Test
  void everyProblemIsReportedWithItsPlace() {
    String schema =
        "{'type': 'object', 'required': ['b'], 'properties': {'a': {'type': 'array', 'items':"
            + " {'type': 'string'}}, 'b': {'type': 'string'}}}";

    assertThat(problems(schema, "{'a': ['x', 1], 'c': 2}"))
        .containsExactly(
            "b: is required", "a.1: must be of type string, is the number 1", "c: unknown field");
  }

  @Test
  void unknownFieldsAreKeptWhereTheSchemaSaysSo() {
    assertThat(
            problems(
                "{'type': 'object', 'x-kubernetes-preserve-unknown-fields': true}", "{'a': 1}"))
        .isEmpty();
    assertThat(problems("{'type': 'object'}", "{'a': 1}")).containsExactly("a: unknown field");
  }

  @Test
  void combinationsAreChecked() {
    String any =
        "{'type': 'object', 'properties': {'a': {'type': 'string'}, 'b': {'type': 'string'}},"
            + " 'anyOf': [{'required': ['a']}, {'required': ['b']}]}";
    assertThat(problems(any, "{'b': 'x'}")).isEmpty();
    assertThat(problems(any, "{}"))
        .containsExactly("must match at least one of the schemas of anyOf");

    String one = any.replace("anyOf", "oneOf");
    assertThat(problems(one, "{'a': 'x', 'b': 'x'}"))
        .containsExactly("must match exactly one of the schemas of oneOf");

    String not = "{'type': 'string', 'not': {'enum': ['x']}}";
    assertThat(problems(not, "'x'")).containsExactly("must not match the schema of not");
  }

  @Test
  void integersAndStringsCanBeAcceptedTogether() {
    String schema = "{'x-kubernetes-int-or-string': true}";

    assertThat(problems(schema, "1")).isEmpty();
    assertThat(problems(schema, "'50%'")).isEmpty();
    assertThat(problems(schema, "true"))
        .containsExactly("must be an integer or a string, is boolean");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'properties': {}}                             | must have a type
          {'type': 'object', 'properties': {'a': {}}}    | properties.a: must have a type
          {'type': 'text'}                               | type: must be one of
          {'type': 'array', 'uniqueItems': true}         | uniqueItems: must not be true
          {'type': 'object', '$ref': '#/x'}              | $ref: is not allowed
          {'type': 'string', 'pattern': '('}             | pattern: is no regular expression
          {'type': 'string', 'pattern': '((a{100}){100}){100}'} | pattern: is no regular expression
          {'type': 'object', 'properties': {'a': {'type': 'string'}}, 'additionalProperties': true} | additionalProperties: cannot stand beside properties
          {'type': 'object', 'anyOf': [{'properties': {'a': {}}}]} | properties.a: must stand outside
          {'type': 'object', 'allOf': [{'type': 'object'}]} | allOf.0.type: must stand outside
          {'type': 'string', 'default': 1}               | default: does not fit the schema
          """,
      quoteCharacter = '`')
  void schemasThatAreNotStructuralAreRefused(String schema, String beginning) {
    assertThat(schemaProblems(schema)).anyMatch(problem -> problem.startsWith(beginning));
  }

  @Test
  void legacySchemasNeedNoTypesAndKeepUnknownFields() {
    SchemaReader.Result read =
        SchemaReader.read(json("{'properties': {'a': {'items': {}}}}"), true);

    assertThat(read.problems()).isEmpty();
    assertThat(SchemaValidator.validate(read.schema(), json("{'a': [{'x': 1}], 'b': 2}")))
        .isEmpty();
  }

  @Test
  void defaultsFillWhatIsAbsent() {
    Schema schema =
        schema(
            "{'type': 'object', 'properties': {'a': {'type': 'integer', 'default': 7}, 'o':"
                + " {'type': 'object', 'properties': {'x': {'type': 'string', 'default': 'd'}}},"
                + " 'l': {'type': 'array', 'items': {'type': 'object', 'properties': {'y': {'type':"
                + " 'boolean', 'default': true}}}}}}");

    assertThat(SchemaDefaults.apply(schema, json("{}"))).isEqualTo(json("{'a': 7}"));
    assertThat(SchemaDefaults.apply(schema, json("{'a': 1, 'o': {}, 'l': [{}, {'y': false}]}")))
        .isEqualTo(json("{'a': 1, 'o': {'x': 'd'}, 'l': [{'y': true}, {'y': false}]}"));
  }

  @Test
  void aNullThatIsNotAcceptedCountsAsAbsent() {
    Schema schema =
        schema(
            "{'type': 'object', 'properties': {'a': {'type': 'integer', 'default': 7}, 'b':"
                + " {'type': 'integer'}, 'c': {'type': 'integer', 'nullable': true, 'default':"
                + " 1}}}");

    assertThat(SchemaDefaults.apply(schema, json("{'a': null, 'b': null, 'c': null}")))
        .isEqualTo(json("{'a': 7, 'c': null}"));
  }

  @Test
  void nestedCombinationsAreReadInLinearTime() {
    StringBuilder text = new StringBuilder("{'type': 'object'}");
    for (int i = 0; i < 60; i++) {
      text =
          new StringBuilder(
              "{'type': 'object', 'properties': {'a': "
                  + text
                  + "}, 'allOf': [{'properties': {'a': {}}}]}");
    }
    assertThat(SchemaReader.read(json(text.toString()), false).problems()).isEmpty();
  }
}
