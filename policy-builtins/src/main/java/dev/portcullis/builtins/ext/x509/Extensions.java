package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the extensions of a certificate: what verification asks for, and Go's fields. */
final class Extensions {
  private static final List<String> KEY_USAGES =
      List.of(
          "2.5.29.37.0",
          "1.3.6.1.5.5.7.3.1",
          "1.3.6.1.5.5.7.3.2",
          "1.3.6.1.5.5.7.3.3",
          "1.3.6.1.5.5.7.3.4",
          "1.3.6.1.5.5.7.3.5",
          "1.3.6.1.5.5.7.3.6",
          "1.3.6.1.5.5.7.3.7",
          "1.3.6.1.5.5.7.3.8",
          "1.3.6.1.5.5.7.3.9",
          "1.3.6.1.4.1.311.10.3.3",
          "2.16.840.1.113730.4.1",
          "1.3.6.1.4.1.311.2.1.22",
          "1.3.6.1.4.1.311.61.1.1");

  private final List<Value> all = new ArrayList<>();
  private final List<Der> unhandled = new ArrayList<>();
  private final List<String> crlPoints = new ArrayList<>();
  private final List<String> ocspServers = new ArrayList<>();
  private final List<String> issuerUrls = new ArrayList<>();
  private final List<Integer> extendedUsages = new ArrayList<>();
  private final List<Der> unknownUsages = new ArrayList<>();
  private @Nullable List<Der> policies;
  private final List<Value> policyMappings = new ArrayList<>();
  private byte @Nullable [] subjectKeyId;
  private byte @Nullable [] authorityKeyId;
  private BigInteger inhibitAnyPolicy = BigInteger.ZERO;
  private BigInteger inhibitPolicyMapping = BigInteger.ZERO;
  private BigInteger requireExplicitPolicy = BigInteger.ZERO;
  private final Set<String> zeros = new HashSet<>();
  private int keyUsage;
  private boolean basicConstraints;
  private boolean authority;
  private int maxPathLength;
  private AlternativeNames names = AlternativeNames.NONE;
  private NameConstraints constraints = NameConstraints.NONE;

  /** Reads the sequence of extensions. */
  static Extensions of(Der sequence) throws Der.Malformed {
    Extensions extensions = new Extensions();
    Set<String> seen = new HashSet<>();
    for (Der extension : sequence.elements(Der.SEQUENCE)) {
      List<Der> parts = extension.elements(Der.SEQUENCE);
      boolean marked = parts.size() == 3;
      if (parts.size() < 2 || parts.size() > 3) {
        throw new Der.Malformed("malformed extension");
      }
      Der id = parts.get(0);
      boolean critical = marked && parts.get(1).bool();
      byte[] value = parts.get(parts.size() - 1).expect(Der.OCTET_STRING).content();
      if (!seen.add(id.oidText())) {
        throw new Der.Malformed(
            "certificate contains duplicate extension with OID \"" + id.oidText() + "\"");
      }
      extensions.all.add(json(id, critical, value));
      boolean handled = extensions.read(id.oidText(), critical, value);
      if (critical && !handled) {
        extensions.unhandled.add(id);
      }
    }
    return extensions;
  }

  /** Returns the extensions of a certificate without any. */
  static Extensions none() {
    return new Extensions();
  }

  /** Returns an extension in the shape of Go's {@code pkix.Extension}. */
  static Value json(Der id, boolean critical, byte[] value) throws Der.Malformed {
    return ObjectValue.builder()
        .put("Id", GoValues.oid(id))
        .put("Critical", BooleanValue.of(critical))
        .put("Value", GoValues.bytes(value))
        .build();
  }

  private boolean read(String id, boolean critical, byte[] value) throws Der.Malformed {
    switch (id) {
      case "2.5.29.14" -> {
        requireUncritical(critical, "subject key identifier");
        subjectKeyId = Der.of(value).expect(Der.OCTET_STRING).content();
      }
      case "2.5.29.15" -> keyUsage = usageBits(Der.of(value).bits());
      case "2.5.29.17" -> {
        names = AlternativeNames.of(value);
        return !names.isEmpty();
      }
      case "2.5.29.19" -> basicConstraints(Der.of(value).elements(Der.SEQUENCE));
      case "2.5.29.30" -> {
        constraints = NameConstraints.of(value, critical);
        return constraints.complete();
      }
      case "2.5.29.31" -> crlPoints(Der.of(value).elements(Der.SEQUENCE));
      case "2.5.29.32" -> policies(Der.of(value).elements(Der.SEQUENCE));
      case "2.5.29.33" -> policyMappings(Der.of(value).elements(Der.SEQUENCE));
      case "2.5.29.35" -> {
        requireUncritical(critical, "authority key identifier");
        authorityKeyId(Der.of(value).elements(Der.SEQUENCE));
      }
      case "2.5.29.36" -> policyConstraints(Der.of(value).elements(Der.SEQUENCE));
      case "2.5.29.37" -> extendedUsages(Der.of(value).elements(Der.SEQUENCE));
      case "2.5.29.54" -> inhibitAnyPolicy = policyNumber("any", Der.of(value).integer());
      case "1.3.6.1.5.5.7.1.1" -> {
        requireUncritical(critical, "authority info access");
        authorityInformation(Der.of(value).elements(Der.SEQUENCE));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void requireUncritical(boolean critical, String what) throws Der.Malformed {
    if (critical) {
      throw new Der.Malformed(what + " incorrectly marked critical");
    }
  }

  private static int usageBits(byte[] bits) {
    int usage = 0;
    for (int i = 0; i < 9 && i < 8 * bits.length; i++) {
      if ((bits[i / 8] & 0x80 >> i % 8) != 0) {
        usage |= 1 << i;
      }
    }
    return usage;
  }

  private void basicConstraints(List<Der> parts) throws Der.Malformed {
    basicConstraints = true;
    maxPathLength = -1;
    for (Der part : parts) {
      if (part.tag() == Der.BOOLEAN) {
        authority = part.bool();
      } else {
        maxPathLength = part.smallInteger();
      }
    }
  }

  private void crlPoints(List<Der> points) throws Der.Malformed {
    for (Der point : points) {
      for (Der part : point.elements(Der.SEQUENCE)) {
        List<Der> name = part.isContext(0) ? part.elements() : List.of();
        if (!name.isEmpty() && name.get(0).isContext(0)) {
          crlUris(name.get(0).elements());
        }
      }
    }
  }

  private void crlUris(List<Der> fullName) {
    for (Der uri : fullName) {
      if (!uri.isContext(6)) {
        return;
      }
      crlPoints.add(uri.ascii());
    }
  }

  private void policies(List<Der> information) throws Der.Malformed {
    List<Der> found = new ArrayList<>();
    for (Der policy : information) {
      List<Der> parts = policy.elements(Der.SEQUENCE);
      if (parts.isEmpty()) {
        throw new Der.Malformed("invalid certificate policies");
      }
      found.add(parts.get(0).expect(Der.OID));
    }
    policies = found;
  }

  private void policyMappings(List<Der> mappings) throws Der.Malformed {
    for (Der mapping : mappings) {
      List<Der> parts = mapping.elements(Der.SEQUENCE);
      if (parts.size() < 2) {
        throw new Der.Malformed("invalid policy mappings extension");
      }
      policyMappings.add(
          ObjectValue.builder()
              .put("IssuerDomainPolicy", StringValue.of(parts.get(0).oidText()))
              .put("SubjectDomainPolicy", StringValue.of(parts.get(1).oidText()))
              .build());
    }
  }

  private void policyConstraints(List<Der> parts) {
    for (Der part : parts) {
      BigInteger number = new BigInteger(1, part.content());
      if (part.isContext(0)) {
        requireExplicitPolicy = policyNumber("explicit", number);
      } else if (part.isContext(1)) {
        inhibitPolicyMapping = policyNumber("mapping", number);
      }
    }
  }

  private BigInteger policyNumber(String what, BigInteger number) {
    if (number.signum() == 0) {
      zeros.add(what);
    }
    return number;
  }

  private void authorityKeyId(List<Der> parts) {
    for (Der part : parts) {
      if (part.isContext(0)) {
        authorityKeyId = part.content();
      }
    }
  }

  private void extendedUsages(List<Der> usages) throws Der.Malformed {
    for (Der usage : usages) {
      int number = KEY_USAGES.indexOf(usage.oidText());
      if (number >= 0) {
        extendedUsages.add(number);
      } else {
        unknownUsages.add(usage);
      }
    }
  }

  private void authorityInformation(List<Der> descriptions) throws Der.Malformed {
    for (Der description : descriptions) {
      List<Der> parts = description.elements(Der.SEQUENCE);
      if (parts.size() < 2) {
        throw new Der.Malformed("invalid authority info access");
      }
      String method = parts.get(0).oidText();
      if (parts.get(1).isContext(6)) {
        if (method.equals("1.3.6.1.5.5.7.48.1")) {
          ocspServers.add(parts.get(1).ascii());
        } else if (method.equals("1.3.6.1.5.5.7.48.2")) {
          issuerUrls.add(parts.get(1).ascii());
        }
      }
    }
  }

  boolean hasUnhandled() {
    return !unhandled.isEmpty();
  }

  boolean hasBasicConstraints() {
    return basicConstraints;
  }

  boolean isAuthority() {
    return authority;
  }

  /** Returns the longest path below, -1 if there is no limit. */
  int maxPathLength() {
    return basicConstraints ? maxPathLength : -1;
  }

  /** Returns whether the key may sign certificates as far as its usage says. */
  boolean maySignCertificates() {
    return keyUsage == 0 || (keyUsage & 1 << 5) != 0;
  }

  /** Returns whether the extended usages restrict nothing, or name {@code usage} or any usage. */
  boolean allowsUsage(int usage) {
    return (extendedUsages.isEmpty() && unknownUsages.isEmpty())
        || extendedUsages.contains(0)
        || extendedUsages.contains(usage);
  }

  AlternativeNames names() {
    return names;
  }

  NameConstraints constraints() {
    return constraints;
  }

  /** Adds the fields of Go's {@code x509.Certificate}. */
  void putInto(ObjectValue.Builder json) throws Der.Malformed {
    json.put("Extensions", GoValues.list(all))
        .put("ExtraExtensions", NullValue.NULL)
        .put("UnhandledCriticalExtensions", GoValues.oids(unhandled))
        .put("KeyUsage", NumberValue.of(keyUsage))
        .put("ExtKeyUsage", GoValues.list(extendedUsages.stream().map(NumberValue::of).toList()))
        .put("UnknownExtKeyUsage", GoValues.oids(unknownUsages))
        .put("BasicConstraintsValid", BooleanValue.of(basicConstraints))
        .put("IsCA", BooleanValue.of(authority))
        .put("MaxPathLen", NumberValue.of(maxPathLength))
        .put("MaxPathLenZero", BooleanValue.of(basicConstraints && maxPathLength == 0))
        .put("SubjectKeyId", GoValues.bytes(subjectKeyId))
        .put("AuthorityKeyId", GoValues.bytes(authorityKeyId))
        .put("OCSPServer", GoValues.texts(ocspServers))
        .put("IssuingCertificateURL", GoValues.texts(issuerUrls))
        .put("CRLDistributionPoints", GoValues.texts(crlPoints));
    names.putInto(json);
    constraints.putInto(json);
    putPolicies(json);
  }

  private void putPolicies(ObjectValue.Builder json) throws Der.Malformed {
    List<Value> texts = new ArrayList<>();
    List<Value> numbers = new ArrayList<>();
    List<Der> found = policies;
    if (found != null) {
      for (Der policy : found) {
        texts.add(StringValue.of(policy.oidText()));
        numbers.add(GoValues.oid(policy));
      }
    }
    json.put("Policies", GoValues.list(texts))
        .put("PolicyIdentifiers", found == null ? NullValue.NULL : ArrayValue.of(numbers))
        .put("PolicyMappings", GoValues.list(policyMappings))
        .put("InhibitAnyPolicy", NumberValue.of(inhibitAnyPolicy))
        .put("InhibitAnyPolicyZero", BooleanValue.of(zeros.contains("any")))
        .put("InhibitPolicyMapping", NumberValue.of(inhibitPolicyMapping))
        .put("InhibitPolicyMappingZero", BooleanValue.of(zeros.contains("mapping")))
        .put("RequireExplicitPolicy", NumberValue.of(requireExplicitPolicy))
        .put("RequireExplicitPolicyZero", BooleanValue.of(zeros.contains("explicit")));
  }
}
