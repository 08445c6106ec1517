package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads certificate requests into the shape of Go's {@code x509.CertificateRequest}. */
final class CertificateRequest {
  private static final String EXTENSION_REQUEST = "1.2.840.113549.1.9.14";

  private CertificateRequest() {}

  static Value of(byte[] data) throws Der.Malformed {
    Der request = Der.of(data);
    List<Der> outer = request.elements(Der.SEQUENCE);
    if (outer.size() < 3) {
      throw new Der.Malformed("asn1: structure error: too few elements");
    }
    Der signed = outer.get(0);
    List<Der> fields = signed.elements(Der.SEQUENCE);
    if (fields.size() < 3) {
      throw new Der.Malformed("asn1: structure error: too few elements");
    }
    PublicKeyInfo key = PublicKeyInfo.of(fields.get(2));
    ObjectValue.Builder json = ObjectValue.builder(24);
    json.put("Raw", GoValues.bytes(request.encoded()))
        .put("RawTBSCertificateRequest", GoValues.bytes(signed.encoded()))
        .put("RawSubjectPublicKeyInfo", GoValues.bytes(key.encoded()))
        .put("RawSubject", GoValues.bytes(fields.get(1).encoded()))
        .put("Version", NumberValue.of(fields.get(0).integer()))
        .put("Signature", GoValues.bytes(outer.get(2).bits()))
        .put("SignatureAlgorithm", NumberValue.of(SignatureKind.of(outer.get(1)).number()))
        .put("PublicKeyAlgorithm", NumberValue.of(key.algorithm()))
        .put("PublicKey", key.json())
        .put("Subject", DistinguishedName.of(fields.get(1)))
        .put("ExtraExtensions", NullValue.NULL);
    attributes(json, fields.size() > 3 ? fields.get(3).elements() : List.of());
    return json.build();
  }

  private static void attributes(ObjectValue.Builder json, List<Der> attributes)
      throws Der.Malformed {
    List<Value> sets = new ArrayList<>();
    List<Value> extensions = new ArrayList<>();
    AlternativeNames names = AlternativeNames.NONE;
    for (Der attribute : attributes) {
      List<Der> parts = attribute.elements(Der.SEQUENCE);
      if (parts.size() < 2) {
        throw new Der.Malformed("asn1: structure error: too few elements");
      }
      Value set = attributeSet(parts);
      if (set != null) {
        sets.add(set);
      }
      if (parts.get(0).oidText().equals(EXTENSION_REQUEST)) {
        for (Der extension : requested(parts.get(1))) {
          List<Der> fields = extension.elements(Der.SEQUENCE);
          if (fields.size() < 2) {
            throw new Der.Malformed("asn1: structure error: too few elements");
          }
          byte[] value = fields.get(fields.size() - 1).expect(Der.OCTET_STRING).content();
          boolean critical = fields.size() > 2 && fields.get(1).bool();
          extensions.add(Extensions.json(fields.get(0), critical, value));
          if (fields.get(0).oidText().equals("2.5.29.17")) {
            names = AlternativeNames.of(value);
          }
        }
      }
    }
    json.put("Attributes", GoValues.list(sets)).put("Extensions", GoValues.list(extensions));
    names.putInto(json);
  }

  private static List<Der> requested(Der values) throws Der.Malformed {
    List<Der> sets = values.elements(Der.SET);
    return sets.isEmpty() ? List.of() : sets.get(0).elements(Der.SEQUENCE);
  }

  /**
   * Returns an attribute whose values are sequences of typed values, as those of extension requests
   * are; {@code null} for any other, which Go leaves out.
   */
  private static @Nullable Value attributeSet(List<Der> parts) {
    try {
      List<Value> sets = new ArrayList<>();
      for (Der sequence : parts.get(1).elements(Der.SET)) {
        List<Value> typed = new ArrayList<>();
        for (Der pair : sequence.elements(Der.SEQUENCE)) {
          List<Der> fields = pair.elements(Der.SEQUENCE);
          if (fields.size() < 2) {
            return null;
          }
          typed.add(
              ObjectValue.builder()
                  .put("Type", GoValues.oid(fields.get(0)))
                  .put("Value", any(fields.get(1)))
                  .build());
        }
        sets.add(ArrayValue.of(typed));
      }
      return ObjectValue.builder()
          .put("Type", GoValues.oid(parts.get(0)))
          .put("Value", ArrayValue.of(sets))
          .build();
    } catch (Der.Malformed e) {
      return null;
    }
  }

  private static Value any(Der value) throws Der.Malformed {
    return switch (value.tag()) {
      case Der.BOOLEAN -> BooleanValue.of(value.bool());
      case Der.INTEGER -> NumberValue.of(value.integer());
      case Der.OCTET_STRING -> GoValues.bytes(value.content());
      case Der.OID -> GoValues.oid(value);
      case 12, 18, 19, 20, 22, 30 -> StringValue.of(DistinguishedName.text(value));
      default -> NullValue.NULL;
    };
  }
}
