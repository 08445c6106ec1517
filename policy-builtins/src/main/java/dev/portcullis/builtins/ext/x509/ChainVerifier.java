package dev.portcullis.builtins.ext.x509;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Builds the chain from a leaf to a root, by the rules of Go's verifier.
 *
 * @param at when the certificates must be valid
 * @param host the host that the leaf must be for, or empty
 * @param usages the usages of which every certificate must allow one and the same; 0 is any
 */
record ChainVerifier(Instant at, String host, Set<Integer> usages) {
  /** Go's bound on the signatures that one verification checks. */
  private static final int MAX_SIGNATURE_CHECKS = 100;

  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

  /**
   * Returns the first chain that holds, from the leaf to the root, or {@code null}.
   *
   * @param certificates the root, intermediates in any order, and the leaf
   */
  @Nullable List<Certificate> verify(List<Certificate> certificates) {
    if (certificates.size() < 2) {
      return null;
    }
    Certificate leaf = certificates.get(certificates.size() - 1);
    if (!isValid(leaf, List.of()) || !(host.isEmpty() || isFor(leaf, host))) {
      return null;
    }
    Certificate root = certificates.get(0);
    if (Arrays.equals(root.encoded(), leaf.encoded())) {
      return usable(List.of(leaf)) ? List.of(leaf) : null;
    }
    List<Certificate> intermediates = certificates.subList(1, certificates.size() - 1);
    return new Search(leaf, root, intermediates).from(new ArrayList<>(List.of(leaf)));
  }

  private boolean isValid(Certificate certificate, List<Certificate> below) {
    boolean inTime =
        !at.isBefore(certificate.validity().from()) && !at.isAfter(certificate.validity().to());
    boolean shortEnough =
        below.isEmpty()
            || certificate.extensions().maxPathLength() < 0
            || below.size() - 1 <= certificate.extensions().maxPathLength();
    return inTime && shortEnough && !certificate.extensions().hasUnhandled();
  }

  private boolean usable(List<Certificate> chain) {
    return usages.contains(0)
        || usages.stream()
            .anyMatch(usage -> chain.stream().allMatch(c -> c.extensions().allowsUsage(usage)));
  }

  /** The search for a chain; the number of signatures that it checks is bounded. */
  private final class Search {
    private final Certificate leaf;
    private final Certificate root;
    private final List<Certificate> intermediates;
    private int checks;

    Search(Certificate leaf, Certificate root, List<Certificate> intermediates) {
      this.leaf = leaf;
      this.root = root;
      this.intermediates = intermediates;
    }

    @Nullable List<Certificate> from(List<Certificate> chain) {
      Certificate last = chain.get(chain.size() - 1);
      if (issued(root, last, chain) && isAcceptable(root, chain, true)) {
        chain.add(root);
        if (usable(chain)) {
          return chain;
        }
        chain.remove(chain.size() - 1);
      }
      for (Certificate candidate : intermediates) {
        boolean fresh =
            chain.stream()
                .noneMatch(
                    c ->
                        Arrays.equals(c.subject(), candidate.subject())
                            && Arrays.equals(
                                c.publicKey().encoded(), candidate.publicKey().encoded()));
        if (fresh && issued(candidate, last, chain) && isAcceptable(candidate, chain, false)) {
          chain.add(candidate);
          List<Certificate> complete = from(chain);
          if (complete != null) {
            return complete;
          }
          chain.remove(chain.size() - 1);
        }
      }
      return null;
    }

    private boolean isAcceptable(Certificate authority, List<Certificate> chain, boolean isRoot) {
      Extensions extensions = authority.extensions();
      boolean mayIssue = isRoot || (extensions.hasBasicConstraints() && extensions.isAuthority());
      return mayIssue
          && isValid(authority, chain)
          && extensions.constraints().allow(leaf.extensions().names());
    }

    private boolean issued(Certificate parent, Certificate child, List<Certificate> chain) {
      if (!Arrays.equals(parent.subject(), child.issuer()) || chain.contains(parent)) {
        return false;
      }
      Extensions extensions = parent.extensions();
      boolean authority =
          extensions.hasBasicConstraints() ? extensions.isAuthority() : parent.version() != 3;
      PublicKey key = parent.publicKey().key();
      return authority
          && extensions.maySignCertificates()
          && key != null
          && ++checks <= MAX_SIGNATURE_CHECKS
          && child.signatureKind().verifies(key, child.signedPart(), child.signature());
    }
  }

  private static boolean isFor(Certificate leaf, String host) {
    AlternativeNames names = leaf.extensions().names();
    String literal =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (IPV4.matcher(literal).matches() || literal.indexOf(':') >= 0) {
      return names.addresses().stream().map(IpText::of).anyMatch(literal::equalsIgnoreCase);
    }
    return names.dns().stream().anyMatch(pattern -> matches(pattern, host));
  }

  private static boolean matches(String pattern, String host) {
    String name = host.toLowerCase(Locale.ROOT);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    String lower = pattern.toLowerCase(Locale.ROOT);
    if (name.isEmpty() || lower.isEmpty()) {
      return false;
    }
    if (lower.startsWith("*.")) {
      int dot = name.indexOf('.');
      return dot > 0 && name.substring(dot).equals(lower.substring(1));
    }
    return lower.equals(name);
  }
}
