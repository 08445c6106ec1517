package dev.portcullis.builtins.ext.x509;

import dev.portcullis.builtins.ext.crypto.Der;
import dev.portcullis.builtins.ext.crypto.Signatures;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a certificate is signed.
 *
 * @param number Go's number of the algorithm, 0 if unknown
 * @param jdkName the JDK's name; empty if the algorithm is unknown or too weak to be accepted
 * @param pss the parameters of RSASSA-PSS
 */
record SignatureKind(int number, String jdkName, @Nullable PSSParameterSpec pss) {
  private static final String PSS = "1.2.840.113549.1.1.10";

  private static final Map<String, SignatureKind> BY_OID =
      Map.ofEntries(
          Map.entry("1.2.840.113549.1.1.2", weak(1)),
          Map.entry("1.2.840.113549.1.1.4", weak(2)),
          Map.entry("1.2.840.113549.1.1.5", weak(3)),
          Map.entry("1.3.14.3.2.29", weak(3)),
          Map.entry("1.2.840.113549.1.1.11", plain(4, "SHA256withRSA")),
          Map.entry("1.2.840.113549.1.1.12", plain(5, "SHA384withRSA")),
          Map.entry("1.2.840.113549.1.1.13", plain(6, "SHA512withRSA")),
          Map.entry("1.2.840.10040.4.3", weak(7)),
          Map.entry("2.16.840.1.101.3.4.3.2", weak(8)),
          Map.entry("1.2.840.10045.4.1", weak(9)),
          Map.entry("1.2.840.10045.4.3.2", plain(10, "SHA256withECDSA")),
          Map.entry("1.2.840.10045.4.3.3", plain(11, "SHA384withECDSA")),
          Map.entry("1.2.840.10045.4.3.4", plain(12, "SHA512withECDSA")),
          Map.entry("1.3.101.112", plain(16, "Ed25519")));

  private static SignatureKind weak(int number) {
    return new SignatureKind(number, "", null);
  }

  private static SignatureKind plain(int number, String name) {
    return new SignatureKind(number, name, null);
  }

  /** Reads an AlgorithmIdentifier. */
  static SignatureKind of(Der identifier) throws Der.Malformed {
    List<Der> parts = identifier.elements(Der.SEQUENCE);
    if (parts.isEmpty()) {
      throw new Der.Malformed("malformed algorithm identifier");
    }
    String oid = parts.get(0).oidText();
    if (oid.equals(PSS)) {
      return parts.size() < 2 ? weak(0) : pss(parts.get(1));
    }
    return BY_OID.getOrDefault(oid, weak(0));
  }

  /** Only the combinations in use are known: one digest for both, a salt of its length. */
  private static SignatureKind pss(Der parameters) throws Der.Malformed {
    String digest = "";
    int salt = 20;
    for (Der field : parameters.elements(Der.SEQUENCE)) {
      List<Der> inner = field.elements();
      if (field.isContext(0) && !inner.isEmpty()) {
        digest = inner.get(0).elements(Der.SEQUENCE).get(0).oidText();
      } else if (field.isContext(2) && !inner.isEmpty()) {
        salt = inner.get(0).smallInteger();
      }
    }
    return switch (digest + "/" + salt) {
      case "2.16.840.1.101.3.4.2.1/32" -> pss(13, "SHA-256", salt);
      case "2.16.840.1.101.3.4.2.2/48" -> pss(14, "SHA-384", salt);
      case "2.16.840.1.101.3.4.2.3/64" -> pss(15, "SHA-512", salt);
      default -> weak(0);
    };
  }

  private static SignatureKind pss(int number, String digest, int salt) {
    return new SignatureKind(
        number,
        "RSASSA-PSS",
        new PSSParameterSpec(
            digest,
            "MGF1",
            new MGF1ParameterSpec(digest),
            salt,
            PSSParameterSpec.TRAILER_FIELD_BC));
  }

  /** Returns whether the signature is the key's; signatures that are too weak never are. */
  boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    try {
      return !jdkName.isEmpty() && Signatures.jdk(jdkName, pss, key, message, signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
