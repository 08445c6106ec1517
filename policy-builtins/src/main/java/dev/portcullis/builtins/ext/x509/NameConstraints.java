package dev.portcullis.builtins.ext.x509;

import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.builtins.ext.crypto.Der;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * The names that a certificate authority may certify.
 *
 * @param permitted the subtrees of which a name must be in one, if any of its kind are given
 * @param excluded the subtrees in which no name may be
 * @param critical whether the extension is critical
 * @param complete whether every kind of name in it is known
 */
record NameConstraints(Subtrees permitted, Subtrees excluded, boolean critical, boolean complete) {
  static final NameConstraints NONE =
      new NameConstraints(Subtrees.NONE, Subtrees.NONE, false, true);

  /**
   * Subtrees of names by kind.
   *
   * @param dns domains
   * @param ranges IP address and mask, concatenated
   * @param emails mailboxes or domains
   * @param uris domains of URIs
   */
  record Subtrees(List<String> dns, List<byte[]> ranges, List<String> emails, List<String> uris) {
    static final Subtrees NONE = new Subtrees(List.of(), List.of(), List.of(), List.of());

    void putInto(ObjectValue.Builder json, String prefix) {
      List<Value> networks = new ArrayList<>();
      for (byte[] range : ranges) {
        int half = range.length / 2;
        networks.add(
            ObjectValue.builder()
                .put("IP", StringValue.of(IpText.of(Arrays.copyOf(range, half))))
                .put("Mask", GoValues.bytes(Arrays.copyOfRange(range, half, range.length)))
                .build());
      }
      json.put(prefix + "DNSDomains", GoValues.texts(dns))
          .put(prefix + "IPRanges", GoValues.list(networks))
          .put(prefix + "EmailAddresses", GoValues.texts(emails))
          .put(prefix + "URIDomains", GoValues.texts(uris));
    }
  }

  /** Reads the extension's value. */
  static NameConstraints of(byte[] value, boolean critical) throws Der.Malformed {
    Subtrees permitted = Subtrees.NONE;
    Subtrees excluded = Subtrees.NONE;
    boolean complete = true;
    for (Der part : Der.of(value).elements(Der.SEQUENCE)) {
      Subtrees trees =
          new Subtrees(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (Der subtree : part.elements()) {
        complete &= add(trees, subtree);
      }
      if (part.isContext(0)) {
        permitted = trees;
      } else if (part.isContext(1)) {
        excluded = trees;
      } else {
        throw new Der.Malformed("invalid NameConstraints extension");
      }
    }
    return new NameConstraints(permitted, excluded, critical, complete);
  }

  private static boolean add(Subtrees trees, Der subtree) throws Der.Malformed {
    List<Der> parts = subtree.elements(Der.SEQUENCE);
    if (parts.isEmpty()) {
      throw new Der.Malformed("invalid NameConstraints extension");
    }
    Der base = parts.get(0);
    switch (base.tag()) {
      case 0x81 -> trees.emails.add(base.ascii());
      case 0x82 -> trees.dns.add(base.ascii());
      case 0x86 -> trees.uris.add(base.ascii());
      case 0x87 -> {
        int length = base.content().length;
        if (length != 8 && length != 32) {
          throw new Der.Malformed("IP constraint contained value of length " + length);
        }
        trees.ranges.add(base.content());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  void putInto(ObjectValue.Builder json) {
    json.put("PermittedDNSDomainsCritical", BooleanValue.of(critical && !isEmpty()));
    permitted.putInto(json, "Permitted");
    excluded.putInto(json, "Excluded");
  }

  private boolean isEmpty() {
    return permitted.equals(Subtrees.NONE) && excluded.equals(Subtrees.NONE);
  }

  /** Returns whether every name may be certified. */
  boolean allow(AlternativeNames names) {
    return allow(names.dns(), permitted.dns, excluded.dns, NameConstraints::inDomain)
        && allow(names.emails(), permitted.emails, excluded.emails, NameConstraints::inMailbox)
        && allow(names.addresses(), permitted.ranges, excluded.ranges, NameConstraints::inRange)
        && allow(names.uris(), permitted.uris, excluded.uris, NameConstraints::uriInDomain);
  }

  private static <N> boolean allow(
      List<N> names, List<N> permitted, List<N> excluded, BiPredicate<N, N> within) {
    for (N name : names) {
      boolean allowed =
          permitted.isEmpty() || permitted.stream().anyMatch(tree -> within.test(name, tree));
      if (!allowed || excluded.stream().anyMatch(tree -> within.test(name, tree))) {
        return false;
      }
    }
    return true;
  }

  private static boolean inDomain(String name, String domain) {
    String lower = name.toLowerCase(Locale.ROOT);
    String suffix = domain.toLowerCase(Locale.ROOT);
    if (suffix.startsWith(".")) {
      return lower.endsWith(suffix) && lower.length() > suffix.length();
    }
    return suffix.isEmpty() || lower.equals(suffix) || lower.endsWith("." + suffix);
  }

  private static boolean inMailbox(String mailbox, String constraint) {
    if (constraint.indexOf('@') >= 0) {
      return mailbox.equalsIgnoreCase(constraint);
    }
    return hostMatches(mailbox.substring(mailbox.lastIndexOf('@') + 1), constraint);
  }

  private static boolean uriInDomain(String uri, String constraint) {
    String host = URI.create(uri).getHost();
    return host != null && hostMatches(host, constraint);
  }

  /** Mail and URI constraints name a host, or with a dot in front every host of a domain. */
  private static boolean hostMatches(String host, String constraint) {
    return constraint.startsWith(".")
        ? inDomain(host, constraint)
        : constraint.isEmpty() || host.equalsIgnoreCase(constraint);
  }

  private static boolean inRange(byte[] address, byte[] range) {
    if (2 * address.length != range.length) {
      return false;
    }
    for (int i = 0; i < address.length; i++) {
      if ((address[i] & range[address.length + i]) != (range[i] & range[address.length + i])) {
        return false;
      }
    }
    return true;
  }
}
