package dev.portcullis.builtins.ext;

import static dev.portcullis.builtins.ext.Calls.call;
import static dev.portcullis.builtins.ext.Calls.json;
import static dev.portcullis.builtins.ext.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphqlBuiltinsTest {

  @Test
  void givesTheTreeOfAQuery() {
    String query =
        "# c\nquery Q($v: [Int!]! = [1]) @d(a: \"x\") { a: f(o: {k: $v}) { ...F ... on T { b } } }";
    assertThat(json(call("graphql.parse_query", text(query)))).isEqualTo(json(QUERY));
  }

  @Test
  void givesTheTreeOfASchema() {
    String schema =
        "\"\"\"\n"
            + "  Text\n"
            + "    more\n"
            + "\"\"\"\n"
            + "type T implements I & J { f(a: Int = 1): [T!]! @d }\n"
            + "union U = | A | B\n"
            + "extend enum E { X }\n"
            + "directive @d repeatable on FIELD | ENUM\n"
            + "# end";
    assertThat(json(call("graphql.parse_schema", text(schema)))).isEqualTo(json(SCHEMA));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{            | Expected Name, found <EOF> in GraphQL string at location 1:2",
        "{ ...Type }}  | Unexpected } in GraphQL string at location 1:12",
        "notanop       | Unexpected Name \"notanop\" in GraphQL string at location 1:1",
        "{a(b: \"x)}   | Unexpected <Invalid> in GraphQL string at location 1:11",
        "{a(b: ?)}     | Unexpected <Invalid> in GraphQL string at location 1:7",
        "{}            | expected at least one definition, found } in GraphQL string at location"
            + " 1:2",
      })
  void rejectsQueries(String query, String message) {
    assertThat(call("graphql.parse_query", text(query))).isEqualTo("error: " + message);
  }

  @Test
  void endsOnDeepQueries() {
    assertThat(call("graphql.parse_query", text("{a".repeat(20_000))))
        .startsWith("error: nested too deeply");
    assertThat(call("graphql.parse_schema", text("scalar A @a(b: " + "[".repeat(20_000))))
        .startsWith("error: nested too deeply");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type Query { a(b: Int = 1): [String!] @deprecated }            | true",
        "interface I { a: Int } type T implements I { a: Int! }         | true",
        "type A { b: String } extend type A { c: B }                    | false",
        "type A { b: String } extend type A { b: Int }                  | false",
        "type A { b: String } extend input A { c: Int }                 | false",
        "interface I { a: Int! } type T implements I { a: Int }         | false",
        "directive @d(a: Int @d) on ARGUMENT_DEFINITION                 | false",
        "type A { b: String @missing }                                  | false",
        "schema { query: Missing }                                      | false",
        "union U = A | false",
        "type __A { b: Int }                                            | false",
      })
  void tellsValidSchemas(String schema, String valid) {
    assertThat(call("graphql.schema_is_valid", text(schema))).isEqualTo(valid);
    String tree = call("graphql.parse_schema", text(schema));
    assertThat(call("graphql.schema_is_valid", json(tree))).isEqualTo(valid);
  }

  @Test
  void takesOtherTreesForInvalid() {
    assertThat(call("graphql.schema_is_valid", json("{\"Definitions\": 1}"))).isEqualTo("false");
    assertThat(call("graphql.schema_is_valid", json("[]"))).isEqualTo("false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{dog{nam}}|Cannot query field \"nam\" on type \"Dog\". Did you mean \"name\"?~ in GraphQL"
            + " string at location 1:6",
        "{pet{bark}}|Cannot query field \"bark\" on type \"Pet\". Did you mean to use an inline"
            + " fragment on \"Dog\"?~ in GraphQL string at location 1:6",
        "{dog}|Field \"dog\" of type \"Dog\" must have a selection of subfields. Did you mean"
            + " \"dog { ... }\"?~ in GraphQL string at location 1:2",
        "query Q{n(a:$y)}|Variable \"$y\" is not defined by operation \"Q\" in GraphQL string at"
            + " location 1:13",
        "query($x:Int){n(a:$x)}|Variable \"$x\" of type \"Int\" used in position expecting type"
            + " \"Int!\" in GraphQL string at location 1:19",
        "{n(a:99999999999)}|ok",
        "{n(a:99999999999999999999)}|Int cannot represent non 32-bit signed integer value:"
            + " 99999999999999999999~ in GraphQL string at location 1:6",
        "{n(a:RED)}|Int cannot represent non-integer value: RED~ in GraphQL string at location"
            + " 1:6",
        "{dog{...F}} fragment F on Dog{...F}|Cannot spread fragment \"F\" within itself in GraphQL"
            + " string at location 1:34",
        "{dog{...F}} fragment F on Cat{name}|Fragment \"F\" cannot be spread here as objects of"
            + " type \"Dog\" can never be of type \"Cat\" in GraphQL string at location 1:9",
        "{dog{a:name a:bark}}|Fields \"a\" conflict because \"name\" and \"bark\" are different"
            + " fields. Use different aliases on the fields to fetch both if this was intentional"
            + " in GraphQL string at location 1:13",
        "{dog @skip{name}}|Directive \"@skip\" argument \"if\" of type \"Boolean!\" is required,"
            + " but it was not provided in GraphQL string at location 1:7",
        "mutation{a}|Schema does not support operation type \"mutation\"~ in GraphQL string at"
            + " location 1:1",
        "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}|Maximum introspection depth"
            + " exceeded~ in GraphQL string at location 1:2",
      })
  void saysWhatIsWrongWithQueries(String query, String message) {
    String expected = message.equals("ok") ? "true" : "false";
    assertThat(call("graphql.is_valid", text(query), text(DOGS))).isEqualTo(expected);
    assertThat(call("graphql.parse_and_verify", text(query), text(DOGS)))
        .startsWith("[" + expected);
    if (!message.equals("ok")) {
      assertThat(call("graphql.parse", text(query), text(DOGS)))
          .isEqualTo("error: " + message.replace('~', '\n'));
    }
  }

  @Test
  void takesTreesForQueriesAndSchemas() {
    Value query = json(call("graphql.parse_query", text("{dog{name}}")));
    Value schema = json(call("graphql.parse_schema", text(DOGS)));
    assertThat(json(call("graphql.parse", query, schema))).isEqualTo(ArrayValue.of(query, schema));
    Value wrong = json(call("graphql.parse_query", text("{dog{nam}}")));
    assertThat(call("graphql.parse", wrong, schema))
        .isEqualTo(
            "error: GraphQL parse error: input: Cannot query field \"nam\" on type \"Dog\"."
                + " Did you mean \"name\"?\n");
    assertThat(call("graphql.parse", wrong, json("1")))
        .isEqualTo("error: operand 1 must be one of {string, object} but got number");
  }

  @Test
  void endsOnFragmentsThatMultiply() {
    StringBuilder query = new StringBuilder("{__schema{types{...F0}}}");
    for (int i = 0; i < 60; i++) {
      String next = "...F" + (i + 1);
      query.append(" fragment F" + i + " on __Type{ofType{" + next + "} x:ofType{" + next + "}}");
    }
    query.append(" fragment F60 on __Type{name}");
    assertThat(call("graphql.parse", text(query.toString()), text(DOGS)))
        .isEqualTo("error: the query is too complex to validate");
  }

  @Test
  void endsOnFragmentsThatUseThemselves() {
    String query =
        "{dog{dog{dog{name}} ...F}}"
            + " fragment F on Dog{dog{dog{...G} ...F}} fragment G on Dog{dog{dog{...F} ...G}}";
    assertThat(call("graphql.is_valid", text(query), text(DOGS))).isEqualTo("false");
  }

  private static final String DOGS =
      """
      type Query { dog: Dog pet: Pet n(a: Int!): Int }
      interface Pet { name: String }
      type Dog implements Pet { name: String bark: Int dog: Dog }
      type Cat implements Pet { name: String }
      """;

  @Test
  void endsOnDeepTrees() {
    Value literal = json("{}");
    for (int i = 0; i < 5_000; i++) {
      Value child = ObjectValue.of(StringValue.of("Value"), literal);
      literal = ObjectValue.of(StringValue.of("Children"), ArrayValue.of(child));
    }
    Value directive =
        ObjectValue.of(
            StringValue.of("Arguments"),
            ArrayValue.of(ObjectValue.of(StringValue.of("Value"), literal)));
    Value field = ObjectValue.of(StringValue.of("Directives"), ArrayValue.of(directive));
    Value schema = ObjectValue.of(StringValue.of("Schema"), ArrayValue.of(field));
    assertThat(call("graphql.schema_is_valid", schema)).isEqualTo("false");
  }

  private static final String QUERY =
      """
      {
       "Operations": [
        {
         "Comment": {
          "List": [
           {
            "Value": "# c"
           }
          ]
         },
         "Directives": [
          {
           "Arguments": [
            {
             "Name": "a",
             "Value": {
              "ExpectedTypeHasDefault": false,
              "Kind": 3,
              "Raw": "x"
             }
            }
           ],
           "Location": "",
           "Name": "d"
          }
         ],
         "Name": "Q",
         "Operation": "query",
         "SelectionSet": [
          {
           "Alias": "a",
           "Arguments": [
            {
             "Name": "o",
             "Value": {
              "Children": [
               {
                "Name": "k",
                "Value": {
                 "ExpectedTypeHasDefault": false,
                 "Kind": 0,
                 "Raw": "v"
                }
               }
              ],
              "ExpectedTypeHasDefault": false,
              "Kind": 9,
              "Raw": ""
             }
            }
           ],
           "Name": "f",
           "SelectionSet": [
            {
             "Name": "F"
            },
            {
             "SelectionSet": [
              {
               "Alias": "b",
               "Name": "b"
              }
             ],
             "TypeCondition": "T"
            }
           ]
          }
         ],
         "VariableDefinitions": [
          {
           "DefaultValue": {
            "Children": [
             {
              "Name": "",
              "Value": {
               "ExpectedTypeHasDefault": false,
               "Kind": 1,
               "Raw": "1"
              }
             }
            ],
            "ExpectedTypeHasDefault": false,
            "Kind": 8,
            "Raw": ""
           },
           "Type": {
            "Elem": {
             "NamedType": "Int",
             "NonNull": true
            },
            "NamedType": "",
            "NonNull": true
           },
           "Used": false,
           "Variable": "v"
          }
         ]
        }
       ]
      }
      """;

  private static final String SCHEMA =
      """
      {
       "Comment": {
        "List": [
         {
          "Value": "# end"
         }
        ]
       },
       "Definitions": [
        {
         "BuiltIn": false,
         "Description": "Text\\n  more",
         "Fields": [
          {
           "Arguments": [
            {
             "DefaultValue": {
              "ExpectedTypeHasDefault": false,
              "Kind": 1,
              "Raw": "1"
             },
             "Description": "",
             "Name": "a",
             "Type": {
              "NamedType": "Int",
              "NonNull": false
             }
            }
           ],
           "Description": "",
           "Directives": [
            {
             "Location": "",
             "Name": "d"
            }
           ],
           "Name": "f",
           "Type": {
            "Elem": {
             "NamedType": "T",
             "NonNull": true
            },
            "NamedType": "",
            "NonNull": true
           }
          }
         ],
         "Interfaces": [
          "I",
          "J"
         ],
         "Kind": "OBJECT",
         "Name": "T"
        },
        {
         "BuiltIn": false,
         "Description": "",
         "Kind": "UNION",
         "Name": "U",
         "Types": [
          "A",
          "B"
         ]
        }
       ],
       "Directives": [
        {
         "Description": "",
         "IsRepeatable": true,
         "Locations": [
          "FIELD",
          "ENUM"
         ],
         "Name": "d"
        }
       ],
       "Extensions": [
        {
         "BuiltIn": false,
         "Description": "",
         "EnumValues": [
          {
           "Description": "",
           "Name": "X"
          }
         ],
         "Kind": "ENUM",
         "Name": "E"
        }
       ]
      }
      """;
}
