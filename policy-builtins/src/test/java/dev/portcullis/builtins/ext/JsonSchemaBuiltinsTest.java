package dev.portcullis.builtins.ext;

import static dev.portcullis.builtins.ext.Calls.call;
import static dev.portcullis.builtins.ext.Calls.json;
import static dev.portcullis.builtins.ext.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaBuiltinsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"object\"}                 | ",
        "{\"type\":\"foo\"}                    | has a primitive type that is NOT VALID -- given:"
            + " /foo/ Expected valid values are:[array boolean integer number null object string]",
        "{\"minLength\":3,\"maxLength\":2}     | minLength cannot be greater than maxLength",
        "{\"minLength\":-1}                    | minLength must be greater than or equal to 0",
        "{\"pattern\":\"a(?!b)\"}              | pattern must be a valid regex",
        "{\"pattern\":\"((a{100}){100}){100}\"} | pattern must be a valid regex",
        "{\"required\":[\"a\",\"a\"]}          | required items must be unique",
        "{\"enum\":[1,1.0]}                    | enum items must be unique",
        "{\"multipleOf\":0}                    | multipleOf must be strictly greater than 0",
        "{\"exclusiveMinimum\":true}           | exclusiveMinimum cannot be used without minimum",
        "{\"$ref\":\"#/definitions/x\"}        | Object has no key 'definitions'",
        "{\"$ref\":\"http://localhost/x\"}     | remote reference not allowed: http://localhost/x",
        "[]                                    | schema is invalid",
        "1                                     | wrong type, expected string or object",
      })
  void verifiesSchemas(String schema, String message) {
    assertThat(call("json.verify_schema", json(schema)))
        .isEqualTo(
            message == null
                ? "[true, null]"
                : "[false, \"jsonschema: " + message.replace("\"", "\\\"") + "\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1}   | {\"properties\":{\"a\":{\"type\":\"string\"}}}     | a           |"
            + " invalid_type | Invalid type. Expected: string, given: integer",
        "[1.5]       | {\"items\":{\"type\":[\"integer\",\"null\"]}}      | 0           |"
            + " invalid_type | Invalid type. Expected: [integer,null], given: number",
        "{}          | {\"required\":[\"a\"]}                             | (Root)      | required"
            + " | a is required",
        "{\"b\":1}   | {\"additionalProperties\":false}                   | (Root)      |"
            + " additional_property_not_allowed | Additional property b is not allowed",
        "[1,2,2]     | {\"uniqueItems\":true}                             | (Root)      | unique |"
            + " array items[1,2] must be unique",
        "[0.3]       | {\"items\":{\"multipleOf\":0.2}}                   | 0           |"
            + " multiple_of | Must be a multiple of 0.2",
        "[0]         | {\"items\":{\"minimum\":1000000}}                  | 0           |"
            + " number_gte | Must be greater than or equal to 1e+06",
        "[\"x\"]     | {\"items\":{\"enum\":[1.50,\"<\"]}}                | 0           | enum | 0"
            + " must be one of the following: 1.5, \"\\u003c\"",
        "[\"x\"]     | {\"items\":{\"format\":\"ipv4\"}}                  | 0           | format |"
            + " Does not match format 'ipv4'",
        "{\"a\":{}}  | {\"properties\":{\"a\":{\"minProperties\":1}}}     | a           |"
            + " array_min_properties | Must have at least 1 properties",
      })
  void describesWhatDoesNotMatch(
      String document, String schema, String field, String type, String description) {
    String error =
        "{\"desc\": %s, \"error\": %s, \"field\": %s, \"type\": %s}"
            .formatted(
                text(description), text(field + ": " + description), text(field), text(type));
    assertThat(call("json.match_schema", json(document), json(schema)))
        .isEqualTo("[false, [" + error + "]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[12345678901234567891] | {\"items\":{\"maximum\":12345678901234567890}} | false",
        "[0.3]                  | {\"items\":{\"multipleOf\":0.1}}               | true",
        "[1.0]                  | {\"items\":{\"type\":\"integer\"}}             | true",
        "{\"n\":{\"n\":{}}}     |"
            + " {\"properties\":{\"n\":{\"$ref\":\"#\"}},\"additionalProperties\":false} | true",
        "{\"n\":{\"n\":{\"m\":1}}} |"
            + " {\"properties\":{\"n\":{\"$ref\":\"#\"}},\"additionalProperties\":false} | false",
      })
  void isExact(String document, String schema, boolean valid) {
    assertThat(call("json.match_schema", json(document), json(schema)))
        .startsWith("[" + valid + ", ");
  }

  @Test
  void endsOnReferencesInCircles() {
    assertThat(call("json.match_schema", json("{}"), json("{\"allOf\":[{\"$ref\":\"#\"}]}")))
        .isEqualTo("error: document or schema is nested too deeply");
  }

  @Test
  void endsOnDeepSchemas() {
    String deep = "{\"not\":".repeat(5000) + "{}" + "}".repeat(5000);
    assertThat(call("json.verify_schema", text(deep)))
        .isEqualTo("[false, \"jsonschema: schema is nested too deeply\"]");
  }
}
