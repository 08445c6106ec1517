package dev.portcullis.builtins.ext;

import static dev.portcullis.builtins.ext.Calls.call;
import static dev.portcullis.builtins.ext.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsBuiltinsTest {
  private static final String CONFIG =
      """
      {"aws_service":"s3","aws_access_key":"MYAWSACCESSKEYGOESHERE",\
      "aws_secret_access_key":"MYAWSSECRETACCESSKEYGOESHERE","aws_region":"us-east-1"}\
      """;

  @Test
  void signsARequest() {
    String signed =
        call(
            "providers.aws.sign_req",
            json(
                "{\"method\":\"get\",\"url\":\"https://example.com/a"
                    + " b?x=1\",\"headers\":{\"foo\":\"bar\"}}"),
            json(CONFIG),
            json("1451574245000000000"));
    assertThat(json(signed)).isEqualTo(json(EXPECTED));
  }

  private static final String EXPECTED =
      """
      {
        "headers": {
          "Authorization": "AWS4-HMAC-SHA256 Credential=MYAWSACCESSKEYGOESHERE/20151231/us-east-1/s3/aws4_request,SignedHeaders=foo;host;x-amz-content-sha256;x-amz-date,Signature=8aeaf73a5c483cda3031f4ac373ccdeb29568a91a2984100451d42ed1943d3e8",
          "foo": "bar",
          "host": "example.com",
          "x-amz-content-sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "x-amz-date": "20151231T150405Z"
        },
        "method": "get",
        "url": "https://example.com/a b?x=1"
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                             | 1      | operand 1 missing required request"
            + " parameters(s): {\"method\", \"url\"}",
        "{\"method\":1,\"url\":1}         | 1      | operand 1 invalid values for required request"
            + " parameters(s): {\"method\", \"url\"}",
        "{\"method\":\"\",\"url\":\"\"}     | 1e100  | operand 3 could not convert time_ns value"
            + " into a unix timestamp",
        "{\"method\":\"\",\"url\":\"\",\"x\":1} | 1  | operand 1 invalid request parameters(s):"
            + " {\"x\"}",
      })
  void rejectsRequests(String request, String time, String message) {
    assertThat(call("providers.aws.sign_req", json(request), json(CONFIG), json(time)))
        .isEqualTo("error: " + message);
  }

  @Test
  void rejectsConfigurations() {
    assertThat(
            call(
                "providers.aws.sign_req",
                json("{\"method\":\"\",\"url\":\"\"}"),
                json("{\"aws_service\":\"s3\",\"aws_region\":\"r\"}"),
                json("1")))
        .isEqualTo(
            "error: operand 2 missing required AWS config parameters(s): {\"aws_access_key\","
                + " \"aws_secret_access_key\"}");
  }
}
