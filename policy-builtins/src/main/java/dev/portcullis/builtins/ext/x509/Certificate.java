package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A certificate.
 *
 * @param encoded its encoding
 * @param signedPart the part that is signed
 * @param signatureKind how it is signed
 * @param signature the signature
 * @param version 1, 2 or 3
 * @param serialNumber its number
 * @param issuer the issuer's name, encoded
 * @param subject the subject's name, encoded
 * @param validity from when to when it is valid
 * @param publicKey the subject's key
 * @param extensions its extensions
 * @param names the issuer and the subject as values
 */
record Certificate(
    byte[] encoded,
    byte[] signedPart,
    SignatureKind signatureKind,
    byte[] signature,
    int version,
    BigInteger serialNumber,
    byte[] issuer,
    byte[] subject,
    Validity validity,
    PublicKeyInfo publicKey,
    Extensions extensions,
    Names names) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  /**
   * When a certificate is valid.
   *
   * @param from not before
   * @param to not after
   */
  record Validity(Instant from, Instant to) {}

  /**
   * The two names.
   *
   * @param issuer the issuer
   * @param subject the subject
   */
  record Names(Value issuer, Value subject) {}

  /** Reads the certificates that follow one another. */
  static List<Certificate> all(byte[] data) throws Der.Malformed {
    List<Certificate> certificates = new ArrayList<>();
    List<Der> elements;
    try {
      elements = Der.allOf(data);
    } catch (Der.Malformed e) {
      throw new Der.Malformed("malformed certificate");
    }
    for (Der element : elements) {
      certificates.add(of(element));
    }
    return certificates;
  }

  /** Reads a certificate. */
  static Certificate of(Der certificate) throws Der.Malformed {
    List<Der> outer = parts(certificate, 3, "malformed certificate");
    Der signed = outer.get(0);
    List<Der> fields = new ArrayList<>(parts(signed, 6, "malformed tbs certificate"));
    int version = fields.get(0).tag() == 0xA0 ? version(fields.remove(0)) : 1;
    if (fields.size() < 6) {
      throw new Der.Malformed("malformed tbs certificate");
    }
    BigInteger serial = fields.get(0).integer();
    if (serial.signum() < 0) {
      throw new Der.Malformed("negative serial number");
    }
    if (!Arrays.equals(fields.get(1).encoded(), outer.get(1).encoded())) {
      throw new Der.Malformed("inner and outer signature algorithm identifiers don't match");
    }
    List<Der> times = parts(fields.get(3), 2, "malformed validity");
    return new Certificate(
        certificate.encoded(),
        signed.encoded(),
        SignatureKind.of(outer.get(1)),
        outer.get(2).bits(),
        version,
        serial,
        fields.get(2).encoded(),
        fields.get(4).encoded(),
        new Validity(time(times.get(0)), time(times.get(1))),
        PublicKeyInfo.of(fields.get(5)),
        extensions(fields),
        new Names(DistinguishedName.of(fields.get(2)), DistinguishedName.of(fields.get(4))));
  }

  private static List<Der> parts(Der element, int least, String otherwise) throws Der.Malformed {
    List<Der> parts;
    try {
      parts = element.elements(Der.SEQUENCE);
    } catch (Der.Malformed e) {
      throw new Der.Malformed(otherwise);
    }
    if (parts.size() < least) {
      throw new Der.Malformed(otherwise);
    }
    return parts;
  }

  private static int version(Der tagged) throws Der.Malformed {
    List<Der> inner = tagged.elements();
    int version = inner.size() == 1 ? inner.get(0).smallInteger() + 1 : 0;
    if (version < 1 || version > 3) {
      throw new Der.Malformed("invalid version");
    }
    return version;
  }

  private static Extensions extensions(List<Der> fields) throws Der.Malformed {
    for (Der field : fields) {
      if (field.tag() == 0xA3) {
        List<Der> inner = field.elements();
        if (inner.size() != 1) {
          throw new Der.Malformed("malformed extensions");
        }
        return Extensions.of(inner.get(0));
      }
    }
    return Extensions.none();
  }

  private static Instant time(Der time) throws Der.Malformed {
    String text = time.ascii();
    if (time.tag() == Der.UTC_TIME && text.length() > 2) {
      text = (text.compareTo("50") >= 0 ? "19" : "20") + text;
    } else if (time.tag() != Der.GENERALIZED_TIME) {
      throw new Der.Malformed("unsupported time format");
    }
    if (!text.endsWith("Z")) {
      throw new Der.Malformed("malformed UTCTime");
    }
    String digits = text.substring(0, text.length() - 1);
    try {
      return LocalDateTime.parse(digits.length() == 12 ? digits + "00" : digits, TIME)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new Der.Malformed("malformed UTCTime");
    }
  }

  /** Returns whether the subject issued the certificate to itself. */
  boolean isSelfIssued() {
    return Arrays.equals(issuer, subject);
  }

  /**
   * Returns the certificate in the shape of Go's {@code x509.Certificate}.
   *
   * @param uriStrings whether to add the URIs as texts
   */
  Value toValue(boolean uriStrings) {
    ObjectValue.Builder json = ObjectValue.builder(64);
    json.put("Raw", GoValues.bytes(encoded))
        .put("RawTBSCertificate", GoValues.bytes(signedPart))
        .put("RawSubjectPublicKeyInfo", GoValues.bytes(publicKey.encoded()))
        .put("RawSubject", GoValues.bytes(subject))
        .put("RawIssuer", GoValues.bytes(issuer))
        .put("Signature", GoValues.bytes(signature))
        .put("SignatureAlgorithm", NumberValue.of(signatureKind.number()))
        .put("PublicKeyAlgorithm", NumberValue.of(publicKey.algorithm()))
        .put("PublicKey", publicKey.json())
        .put("Version", NumberValue.of(version))
        .put("SerialNumber", NumberValue.of(serialNumber))
        .put("Issuer", names.issuer())
        .put("Subject", names.subject())
        .put("NotBefore", StringValue.of(validity.from().toString()))
        .put("NotAfter", StringValue.of(validity.to().toString()));
    try {
      extensions.putInto(json);
    } catch (Der.Malformed e) {
      throw new IllegalStateException(e);
    }
    if (uriStrings) {
      json.put("URIStrings", GoValues.texts(extensions.names().uris()));
    }
    return json.build();
  }
}
