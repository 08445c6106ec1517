package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.spi.BuiltinContext;
import dev.portcullis.api.spi.BuiltinException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import dev.portcullis.builtins.ext.text.GoBase64;
import dev.portcullis.builtins.ext.text.GoNumbers;
import dev.portcullis.builtins.ext.text.Pem;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what policies hand over as PEM or base64, and verifies it. */
public final class CryptoData {
  private static final String BEGIN = "-----BEGIN";
  private static final ArrayValue UNVERIFIED = ArrayValue.of(BooleanValue.FALSE, ArrayValue.EMPTY);
  private static final Map<String, Integer> USAGES =
      Map.ofEntries(
          Map.entry("KeyUsageAny", 0),
          Map.entry("KeyUsageServerAuth", 1),
          Map.entry("KeyUsageClientAuth", 2),
          Map.entry("KeyUsageCodeSigning", 3),
          Map.entry("KeyUsageEmailProtection", 4),
          Map.entry("KeyUsageIPSECEndSystem", 5),
          Map.entry("KeyUsageIPSECTunnel", 6),
          Map.entry("KeyUsageIPSECUser", 7),
          Map.entry("KeyUsageTimeStamping", 8),
          Map.entry("KeyUsageOCSPSigning", 9),
          Map.entry("KeyUsageMicrosoftServerGatedCrypto", 10),
          Map.entry("KeyUsageNetscapeServerGatedCrypto", 11),
          Map.entry("KeyUsageMicrosoftCommercialCodeSigning", 12),
          Map.entry("KeyUsageMicrosoftKernelCodeSigning", 13));

  private CryptoData() {}

  /** Returns the certificates that {@code text} holds. */
  public static Value certificates(String text) {
    return ArrayValue.of(read(text).stream().map(c -> c.toValue(true)).toList());
  }

  /** Returns whether the certificates form a chain, and the chain. */
  public static Value verify(BuiltinContext context, String text) {
    return verify(text, new ChainVerifier(now(context), "", Set.of(1)), true);
  }

  /** Returns whether the certificates form a chain under the options, and the chain. */
  public static Value verify(BuiltinContext context, String text, ObjectValue options) {
    try {
      read(text);
    } catch (BuiltinException e) {
      return UNVERIFIED;
    }
    return verify(text, verifier(context, options), false);
  }

  private static Value verify(String text, ChainVerifier verifier, boolean uriStrings) {
    List<Certificate> chain;
    try {
      chain = verifier.verify(read(text));
    } catch (BuiltinException e) {
      return UNVERIFIED;
    }
    return chain == null
        ? UNVERIFIED
        : ArrayValue.of(
            BooleanValue.TRUE,
            ArrayValue.of(chain.stream().map(c -> c.toValue(uriStrings)).toList()));
  }

  private static Instant now(BuiltinContext context) {
    return instant(context.timeNanos());
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
  }

  private static ChainVerifier verifier(BuiltinContext context, ObjectValue options) {
    Instant at = now(context);
    String host = "";
    Set<Integer> usages = new HashSet<>();
    for (Value key : options.keysInOrder()) {
      Value value = options.get(key);
      if (!(key instanceof StringValue name) || value == null) {
        continue;
      }
      switch (name.value()) {
        case "DNSName" -> {
          if (!(value instanceof StringValue dns)) {
            throw BuiltinException.failed("'DNSName' should be a string");
          }
          host = trimQuotes(dns.value());
        }
        case "CurrentTime" -> at = instant(integer(value, "CurrentTime", "int64 number"));
        case "MaxConstraintComparisons" -> integer(value, "MaxConstraintComparisons", "number");
        case "KeyUsages" -> usages.addAll(usages(value));
        default -> throw BuiltinException.failed("invalid key option");
      }
    }
    return new ChainVerifier(at, host, usages.isEmpty() ? Set.of(1) : usages);
  }

  private static long integer(Value value, String option, String kind) {
    if (!(value instanceof NumberValue number)) {
      throw BuiltinException.failed("'" + option + "' should be a number");
    }
    return GoNumbers.int64(number)
        .orElseThrow(() -> BuiltinException.failed("'" + option + "' should be a valid " + kind));
  }

  private static Set<Integer> usages(Value value) {
    List<Value> names;
    if (value instanceof ArrayValue array) {
      names = array.asList();
    } else if (value instanceof SetValue set) {
      names = set.sorted().asList();
    } else {
      throw BuiltinException.failed("'KeyUsages' should be an Array or Set");
    }
    Set<Integer> usages = new HashSet<>();
    List<String> invalid = new ArrayList<>();
    for (Value element : names) {
      if (element instanceof StringValue text) {
        String name = trimQuotes(text.value());
        Integer usage = USAGES.get(name);
        if (usage == null) {
          invalid.add(name);
        } else {
          usages.add(usage);
        }
      }
    }
    if (!invalid.isEmpty()) {
      throw BuiltinException.failed(
          "invalid entries for 'KeyUsages' found: [" + String.join(" ", invalid) + "]");
    }
    return usages;
  }

  private static String trimQuotes(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == '"') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '"') {
      to--;
    }
    return text.substring(from, to);
  }

  private static List<Certificate> read(String text) {
    try {
      if (text.startsWith(BEGIN)) {
        return ofPem(text);
      }
      byte[] decoded = base64(text);
      String inner = StringValue.ofUtf8(decoded).value();
      return inner.startsWith(BEGIN) ? ofPem(inner) : Certificate.all(decoded);
    } catch (Der.Malformed e) {
      throw BuiltinException.failed("x509: " + e.getMessage());
    }
  }

  private static List<Certificate> ofPem(String text) throws Der.Malformed {
    List<Certificate> certificates = new ArrayList<>();
    for (Pem.Block block : Pem.decodeAll(text)) {
      if (!block.type().equals("CERTIFICATE")) {
        throw BuiltinException.failed(
            "PEM block type is '" + block.type() + "', expected CERTIFICATE");
      }
      certificates.addAll(Certificate.all(block.bytes()));
    }
    return certificates;
  }

  private static byte[] base64(String text) {
    try {
      return GoBase64.decodeStandard(StringValue.of(text).toUtf8());
    } catch (GoBase64.Corrupt e) {
      throw BuiltinException.failed(e.getMessage());
    }
  }

  /** Returns the certificate request that {@code text} holds. */
  public static Value request(String text) {
    byte[] bytes = StringValue.of(text).toUtf8();
    if (!text.startsWith("-----BEGIN CERTIFICATE REQUEST-----")) {
      bytes = base64(text);
    }
    Pem.Block block = Pem.decode(StringValue.ofUtf8(bytes).value());
    if (block != null && !block.type().equals("CERTIFICATE REQUEST")) {
      throw BuiltinException.failed("invalid PEM-encoded certificate signing request");
    }
    try {
      return CertificateRequest.of(block == null ? bytes : block.bytes());
    } catch (Der.Malformed e) {
      String why = e.getMessage();
      throw BuiltinException.failed(why.startsWith("asn1:") ? why : "asn1: " + why);
    }
  }

  /** Returns the private keys that {@code text} holds; {@code null} as a value if it is empty. */
  public static Value privateKeys(String text) {
    return text.isEmpty()
        ? NullValue.NULL
        : ArrayValue.of(keys(text).stream().map(PrivateKeyData::toGo).toList());
  }

  /** Returns the first private key that {@code text} holds as a JSON Web Key. */
  public static Value jsonWebKey(String text) {
    if (text.isEmpty()) {
      throw BuiltinException.failed("input PEM data was empty");
    }
    String pem = text.startsWith(BEGIN) ? text : StringValue.ofUtf8(base64(text)).value();
    List<PrivateKeyData> keys = keys(pem);
    return keys.isEmpty() ? NullValue.NULL : keys.get(0).toJwk();
  }

  private static List<PrivateKeyData> keys(String text) {
    String pem = text;
    try {
      pem = StringValue.ofUtf8(GoBase64.decodeStandard(StringValue.of(text).toUtf8())).value();
    } catch (GoBase64.Corrupt e) {
      // The text is PEM itself.
      pem = text;
    }
    List<PrivateKeyData> keys = new ArrayList<>();
    for (Pem.Block block : Pem.decodeAll(pem)) {
      try {
        switch (block.type()) {
          case "RSA PRIVATE KEY" -> keys.add(PrivateKeyData.pkcs1(block.bytes()));
          case "PRIVATE KEY" -> keys.add(PrivateKeyData.pkcs8(block.bytes()));
          case "EC PRIVATE KEY" -> keys.add(PrivateKeyData.sec1(block.bytes(), ""));
          default -> {}
        }
      } catch (Der.Malformed e) {
        throw BuiltinException.failed("x509: " + e.getMessage());
      }
    }
    return keys;
  }

  /** Returns a certificate chain with its private key in the shape of Go's {@code tls}. */
  public static Value keyPair(String certificates, String key) {
    List<byte[]> chain = new ArrayList<>();
    for (Pem.Block block : Pem.decodeAll(pem(certificates, "CERTIFICATE"))) {
      if (block.type().equals("CERTIFICATE")) {
        chain.add(block.bytes());
      }
    }
    if (chain.isEmpty()) {
      throw BuiltinException.failed("tls: failed to find any PEM data in certificate input");
    }
    PrivateKeyData privateKey = keyOf(pem(key, "PRIVATE KEY"));
    try {
      Certificate leaf = Certificate.of(Der.of(chain.get(0)));
      requireMatch(leaf.publicKey().key(), privateKey.publicKey());
      return ObjectValue.builder(6)
          .put("Certificate", ArrayValue.of(chain.stream().map(GoValues::bytes).toList()))
          .put("PrivateKey", privateKey.toGo())
          .put("SupportedSignatureAlgorithms", NullValue.NULL)
          .put("OCSPStaple", NullValue.NULL)
          .put("SignedCertificateTimestamps", NullValue.NULL)
          .put("Leaf", leaf.toValue(false))
          .build();
    } catch (Der.Malformed e) {
      throw BuiltinException.failed("x509: " + e.getMessage());
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failed("tls: private key does not match public key");
    }
  }

  private static void requireMatch(@Nullable PublicKey certified, PublicKey own) {
    if (certified == null) {
      throw BuiltinException.failed("tls: unknown public key algorithm");
    }
    if (!certified.getAlgorithm().equals(own.getAlgorithm())) {
      throw BuiltinException.failed("tls: private key type does not match public key type");
    }
    if (!Arrays.equals(certified.getEncoded(), own.getEncoded())) {
      throw BuiltinException.failed("tls: private key does not match public key");
    }
  }

  private static String pem(String text, String type) {
    if (text.startsWith(BEGIN)) {
      return text;
    }
    byte[] decoded = base64(text);
    String inner = StringValue.ofUtf8(decoded).value();
    return inner.startsWith(BEGIN) ? inner : Pem.encode(type, decoded);
  }

  private static PrivateKeyData keyOf(String pem) {
    for (Pem.Block block : Pem.decodeAll(pem)) {
      if (block.type().equals("PRIVATE KEY") || block.type().endsWith(" PRIVATE KEY")) {
        return anyForm(block.bytes());
      }
    }
    throw BuiltinException.failed("tls: failed to find any PEM data in key input");
  }

  private static PrivateKeyData anyForm(byte[] bytes) {
    try {
      return PrivateKeyData.pkcs1(bytes);
    } catch (Der.Malformed notPkcs1) {
      try {
        return PrivateKeyData.pkcs8(bytes);
      } catch (Der.Malformed notPkcs8) {
        return sec1(bytes);
      }
    }
  }

  private static PrivateKeyData sec1(byte[] bytes) {
    try {
      return PrivateKeyData.sec1(bytes, "");
    } catch (Der.Malformed e) {
      throw BuiltinException.failed("tls: failed to parse private key");
    }
  }
}
