package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NullValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The subject's other names.
 *
 * @param dns DNS names
 * @param emails mail addresses
 * @param addresses IP addresses
 * @param uris URIs
 */
record AlternativeNames(
    List<String> dns, List<String> emails, List<byte[]> addresses, List<String> uris) {
  static final AlternativeNames NONE =
      new AlternativeNames(List.of(), List.of(), List.of(), List.of());

  /** Reads the extension's value. */
  static AlternativeNames of(byte[] value) throws Der.Malformed {
    AlternativeNames names =
        new AlternativeNames(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Der name : Der.of(value).elements(Der.SEQUENCE)) {
      switch (name.tag()) {
        case 0x81 -> names.emails.add(ia5(name, "rfc822Name"));
        case 0x82 -> names.dns.add(ia5(name, "dNSName"));
        case 0x86 -> {
          String uri = ia5(name, "uniformResourceIdentifier");
          parse(uri);
          names.uris.add(uri);
        }
        case 0x87 -> names.addresses.add(address(name));
        default -> {}
      }
    }
    return names;
  }

  private static String ia5(Der name, String what) throws Der.Malformed {
    String text = name.ascii();
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      throw new Der.Malformed("SAN " + what + " is malformed");
    }
    return text;
  }

  private static byte[] address(Der name) throws Der.Malformed {
    byte[] address = name.content();
    if (address.length != 4 && address.length != 16) {
      throw new Der.Malformed("cannot parse IP address of length " + address.length);
    }
    return address;
  }

  private static URI parse(String text) throws Der.Malformed {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new Der.Malformed("cannot parse URI \"" + text + "\"");
    }
  }

  boolean isEmpty() {
    return dns.isEmpty() && emails.isEmpty() && addresses.isEmpty() && uris.isEmpty();
  }

  /** Adds the fields of Go's types. */
  void putInto(ObjectValue.Builder json) throws Der.Malformed {
    List<Value> urls = new ArrayList<>();
    for (String uri : uris) {
      urls.add(url(uri));
    }
    json.put("DNSNames", GoValues.texts(dns))
        .put("EmailAddresses", GoValues.texts(emails))
        .put("IPAddresses", GoValues.texts(addresses.stream().map(IpText::of).toList()))
        .put("URIs", GoValues.list(urls));
  }

  /** Returns the shape of Go's {@code url.URL}. */
  private static Value url(String text) throws Der.Malformed {
    URI uri = parse(text);
    boolean opaque = uri.isOpaque();
    String authority = part(uri.getRawAuthority());
    int at = authority.lastIndexOf('@');
    return ObjectValue.builder(11)
        .put("Scheme", StringValue.of(part(uri.getScheme())))
        .put("Opaque", StringValue.of(opaque ? part(uri.getRawSchemeSpecificPart()) : ""))
        .put("User", at < 0 ? NullValue.NULL : ObjectValue.EMPTY)
        .put("Host", StringValue.of(authority.substring(at + 1)))
        .put("Path", StringValue.of(part(uri.getPath())))
        .put("RawPath", StringValue.EMPTY)
        .put("OmitHost", BooleanValue.FALSE)
        .put("ForceQuery", BooleanValue.of("".equals(uri.getRawQuery())))
        .put("RawQuery", StringValue.of(part(uri.getRawQuery())))
        .put("Fragment", StringValue.of(part(uri.getFragment())))
        .put("RawFragment", StringValue.EMPTY)
        .build();
  }

  private static String part(@org.jspecify.annotations.Nullable String part) {
    return part == null ? "" : part;
  }
}
