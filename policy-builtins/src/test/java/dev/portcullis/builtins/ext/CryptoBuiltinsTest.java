package dev.portcullis.builtins.ext;

import static dev.portcullis.builtins.ext.Calls.call;
import static dev.portcullis.builtins.ext.Calls.json;
import static dev.portcullis.builtins.ext.Calls.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CryptoBuiltinsTest {
  private static String resource(String name) {
    try (InputStream in = CryptoBuiltinsTest.class.getResourceAsStream("x509/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String der(String pem) {
    return pem.replaceAll("-----[A-Z ]+-----|\\s", "");
  }

  private static String chain(String names) {
    return Arrays.stream(names.split(" "))
        .map(name -> resource(name + ".crt"))
        .collect(Collectors.joining());
  }

  @Test
  void givesEveryFieldOfACertificate() {
    String certificate = resource("lfull.crt");
    assertThat(json(call("crypto.x509.parse_certificates", text(certificate))))
        .isEqualTo(json(resource("lfull.json")));
    assertThat(json(call("crypto.x509.parse_certificates", text(base64(certificate)))))
        .isEqualTo(json(resource("lfull.json")));
    assertThat(json(call("crypto.x509.parse_certificates", text(der(certificate)))))
        .isEqualTo(json(resource("lfull.json")));
  }

  @Test
  void givesEveryFieldOfARequest() {
    assertThat(json(call("crypto.x509.parse_certificate_request", text(resource("request.csr")))))
        .isEqualTo(json(resource("request.json")));
  }

  @Test
  void givesAKeyPairOnlyIfItIsOne() {
    assertThat(
            json(
                call(
                    "crypto.x509.parse_keypair",
                    text(resource("l1.crt")),
                    text(resource("l1.key")))))
        .isEqualTo(json(resource("keypair.json")));
    assertThat(
            call("crypto.x509.parse_keypair", text(resource("l1.crt")), text(resource("sec1.key"))))
        .isEqualTo("error: tls: private key does not match public key");
    assertThat(
            call(
                "crypto.x509.parse_keypair",
                text(resource("l1.crt")),
                text(resource("ed25519.key"))))
        .isEqualTo("error: tls: private key type does not match public key type");
  }

  @ParameterizedTest
  @CsvSource({
    "root int1 l1, true",
    "root l1, false",
    "int1 l1, true",
    "l1 int1 root, false",
    "root intnc lnc, true",
    "root intnc lbad, false",
    "root lcl, false",
    "root, false",
  })
  void verifiesChains(String names, boolean valid) {
    assertThat(call("crypto.x509.parse_and_verify_certificates", text(chain(names))))
        .startsWith(valid ? "[true, [{" : "[false, []]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "root int1 l1 | {\"DNSName\":\"a.example.com\"}                 | true",
        "root int1 l1 | {\"DNSName\":\"b.w.example.com\"}               | true",
        "root int1 l1 | {\"DNSName\":\"c.b.w.example.com\"}             | false",
        "root int1 l1 | {\"DNSName\":\"10.1.2.3\"}                      | true",
        "root int1 l1 | {\"DNSName\":\"10.1.2.4\"}                      | false",
        "root int1 l1 | {\"CurrentTime\":1}                             | false",
        "root lcl     | {\"KeyUsages\":[\"KeyUsageClientAuth\"]}        | true",
        "root lcl     | {\"KeyUsages\":[\"KeyUsageCodeSigning\"]}       | false",
        "root lcl     | {\"KeyUsages\":[\"KeyUsageAny\"]}               | true",
      })
  void verifiesWithOptions(String names, String options, boolean valid) {
    assertThat(
            call(
                "crypto.x509.parse_and_verify_certificates_with_options",
                text(chain(names)),
                json(options)))
        .startsWith(valid ? "[true, [{" : "[false, []]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"x\":1}                    | invalid key option",
        "{\"CurrentTime\":1.5}        | 'CurrentTime' should be a valid int64 number",
        "{\"DNSName\":1}              | 'DNSName' should be a string",
        "{\"KeyUsages\":[\"a\",\"b\"]} | invalid entries for 'KeyUsages' found: [a b]",
      })
  void rejectsOptions(String options, String message) {
    assertThat(
            call(
                "crypto.x509.parse_and_verify_certificates_with_options",
                text(chain("root l1")),
                json(options)))
        .isEqualTo("error: " + message);
  }

  @Test
  void readsPrivateKeysOfEveryForm() {
    String keys = resource("sec1.key") + "between\n" + resource("ed25519.key");
    String result = call("crypto.parse_private_keys", text(keys));
    assertThat(result).startsWith("[{\"Curve\": {}, \"D\": ").contains("}, \"");
    assertThat(call("crypto.parse_private_keys", text(base64(keys)))).isEqualTo(result);
    assertThat(call("crypto.x509.parse_rsa_private_key", text(keys)))
        .contains("\"crv\": \"P-256\"", "\"kty\": \"EC\"");
    assertThat(call("crypto.parse_private_keys", text(""))).isEqualTo("null");
    assertThat(call("crypto.parse_private_keys", text("none"))).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 100, 300})
  void survivesTruncation(int cut) {
    String certificate = der(resource("lfull.crt"));
    String shorter = certificate.substring(0, (certificate.length() - cut) & ~3);
    assertThat(call("crypto.x509.parse_certificates", text(shorter))).startsWith("error: x509: ");
  }

  @Test
  void rejectsWhatIsNoBase64() {
    assertThat(call("crypto.x509.parse_certificates", text("foobar")))
        .isEqualTo("error: illegal base64 data at input byte 4");
    assertThat(call("crypto.x509.parse_certificate_request", text("YmFkc3RyaW5n")))
        .startsWith("error: asn1: structure error");
  }
}
