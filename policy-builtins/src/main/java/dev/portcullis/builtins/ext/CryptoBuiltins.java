package dev.portcullis.builtins.ext;

import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.Operand;
import dev.portcullis.api.type.RegoType;
import dev.portcullis.builtins.ext.x509.CryptoData;
import java.util.List;

/** The families {@code crypto.x509} and {@code crypto.parse_private_keys}. */
public final class CryptoBuiltins implements BuiltinProvider {
  private static final RegoType NAMED_OBJECT = RegoType.objectOf(RegoType.STRING, RegoType.ANY);
  private static final List<Builtin> ROWS =
      List.of(
          parseCertificates(),
          verifyCertificates(),
          verifyCertificatesWithOptions(),
          parseCertificateRequest(),
          parseKeyPair(),
          parseRsaPrivateKey(),
          parsePrivateKeys());

  @Override
  public List<Builtin> builtins() {
    return ROWS;
  }

  private static Builtin parseCertificates() {
    return Builtin.named("crypto.x509.parse_certificates")
        .doc(
            "Returns zero or more certificates from the given encoded string containing\nDER "
                + "certificate data.\n\nIf the input is empty, the function will return null. The "
                + "input string should be a list of one or more\nconcatenated PEM blocks. The "
                + "whole input of concatenated PEM blocks can optionally be Base64 encoded.")
        .arg(
            "certs",
            RegoType.STRING,
            "base64 encoded DER or PEM data containing one or more certificates or a PEM "
                + "string of one or more certificates")
        .result(
            "output",
            RegoType.arrayOf(NAMED_OBJECT),
            "parsed X.509 certificates represented as objects")
        .body(Operand.TEXT, (context, text) -> CryptoData.certificates(text));
  }

  private static Builtin verifyCertificates() {
    return Builtin.named("crypto.x509.parse_and_verify_certificates")
        .doc(
            "Returns one or more certificates from the given string containing PEM\nor "
                + "base64 encoded DER certificates after verifying the supplied certificates form "
                + "a complete\ncertificate chain back to a trusted root.\n\nThe first certificate "
                + "is treated as the root and the last is treated as the leaf,\nwith all others "
                + "being treated as intermediates.")
        .arg(
            "certs",
            RegoType.STRING,
            "base64 encoded DER or PEM data containing two or more certificates where the "
                + "first is a root CA, the last is a leaf certificate, and all others are "
                + "intermediate CAs")
        .result(
            "output",
            RegoType.tuple(RegoType.BOOLEAN, RegoType.arrayOf(NAMED_OBJECT)),
            "array of `[valid, certs]`: if the input certificate chain could be verified "
                + "then `valid` is `true` and `certs` is an array of X.509 certificates "
                + "represented as objects; if the input certificate chain could not be verified "
                + "then `valid` is `false` and `certs` is `[]`")
        .body(Operand.TEXT, CryptoData::verify);
  }

  private static Builtin verifyCertificatesWithOptions() {
    return Builtin.named("crypto.x509.parse_and_verify_certificates_with_options")
        .doc(
            "Returns one or more certificates from the given string containing PEM\nor "
                + "base64 encoded DER certificates after verifying the supplied certificates form "
                + "a complete\ncertificate chain back to a trusted root. A config option passed as "
                + "the second argument can\nbe used to configure the validation options "
                + "used.\n\nThe first certificate is treated as the root and the last is treated "
                + "as the leaf,\nwith all others being treated as intermediates.")
        .arg(
            "certs",
            RegoType.STRING,
            "base64 encoded DER or PEM data containing two or more certificates where the "
                + "first is a root CA, the last is a leaf certificate, and all others are "
                + "intermediate CAs")
        .arg(
            "options",
            NAMED_OBJECT,
            "object containing extra configs to verify the validity of certificates. "
                + "`options` object supports four fields which maps to same fields in "
                + "[x509.VerifyOptions struct](https://pkg.go.dev/crypto/x509#VerifyOptions). "
                + "`DNSName`, `CurrentTime`: Nanoseconds since the Unix Epoch as a number, "
                + "`MaxConstraintComparisons` and `KeyUsages`. `KeyUsages` is list and can have "
                + "possible values as in: `\"KeyUsageAny\"`, `\"KeyUsageServerAuth\"`, "
                + "`\"KeyUsageClientAuth\"`, `\"KeyUsageCodeSigning\"`, "
                + "`\"KeyUsageEmailProtection\"`, `\"KeyUsageIPSECEndSystem\"`, "
                + "`\"KeyUsageIPSECTunnel\"`, `\"KeyUsageIPSECUser\"`, `\"KeyUsageTimeStamping\"`, "
                + "`\"KeyUsageOCSPSigning\"`, `\"KeyUsageMicrosoftServerGatedCrypto\"`, "
                + "`\"KeyUsageNetscapeServerGatedCrypto\"`, "
                + "`\"KeyUsageMicrosoftCommercialCodeSigning\"`, "
                + "`\"KeyUsageMicrosoftKernelCodeSigning\"` ")
        .result(
            "output",
            RegoType.tuple(RegoType.BOOLEAN, RegoType.arrayOf(NAMED_OBJECT)),
            "array of `[valid, certs]`: if the input certificate chain could be verified "
                + "then `valid` is `true` and `certs` is an array of X.509 certificates "
                + "represented as objects; if the input certificate chain could not be verified "
                + "then `valid` is `false` and `certs` is `[]`")
        .body(Operand.TEXT, Operand.OBJECT, CryptoData::verify);
  }

  private static Builtin parseCertificateRequest() {
    return Builtin.named("crypto.x509.parse_certificate_request")
        .doc(
            "Returns a PKCS #10 certificate signing request from the given PEM-encoded "
                + "PKCS#10 certificate signing request.")
        .arg(
            "csr",
            RegoType.STRING,
            "base64 string containing either a PEM encoded or DER CSR or a string containing "
                + "a PEM CSR")
        .result("output", NAMED_OBJECT, "X.509 CSR represented as an object")
        .body(Operand.TEXT, (context, text) -> CryptoData.request(text));
  }

  private static Builtin parseKeyPair() {
    return Builtin.named("crypto.x509.parse_keypair")
        .doc("Returns a valid key pair")
        .arg("cert", RegoType.STRING, "string containing PEM or base64 encoded DER certificates")
        .arg("pem", RegoType.STRING, "string containing PEM or base64 encoded DER keys")
        .result(
            "output",
            NAMED_OBJECT,
            "if key pair is valid, returns the "
                + "tls.certificate(https://pkg.go.dev/crypto/tls#Certificate) as an object. If the "
                + "key pair is invalid, nil and an error are returned.")
        .body(
            Operand.TEXT,
            Operand.TEXT,
            (context, certificates, key) -> CryptoData.keyPair(certificates, key));
  }

  private static Builtin parseRsaPrivateKey() {
    return Builtin.named("crypto.x509.parse_rsa_private_key")
        .doc("Returns a JWK for signing a JWT from the given PEM-encoded RSA private key.")
        .arg("pem", RegoType.STRING, "base64 string containing a PEM encoded RSA private key")
        .result("output", NAMED_OBJECT, "JWK as an object")
        .body(Operand.TEXT, (context, text) -> CryptoData.jsonWebKey(text));
  }

  private static Builtin parsePrivateKeys() {
    return Builtin.named("crypto.parse_private_keys")
        .doc(
            "Returns zero or more private keys from the given encoded string containing DER "
                + "certificate data.\n\nIf the input is empty, the function will return null. The "
                + "input string should be a list of one or more concatenated PEM blocks. The whole "
                + "input of concatenated PEM blocks can optionally be Base64 encoded.")
        .arg(
            "keys",
            RegoType.STRING,
            "PEM encoded data containing one or more private keys as concatenated blocks. "
                + "Optionally Base64 encoded.")
        .result(
            "output", RegoType.arrayOf(NAMED_OBJECT), "parsed private keys represented as objects")
        .body(Operand.TEXT, (context, text) -> CryptoData.privateKeys(text));
  }
}
