package dev.portcullis.gatekeeper;

import dev.portcullis.gatekeeper.match.MatchCriteria;
import dev.portcullis.gatekeeper.match.MatchCriteria.KindRow;
import dev.portcullis.gatekeeper.match.MatchSubject;
import dev.portcullis.gatekeeper.match.Wildcard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the constraints that can match an object by its group, kind and namespace, so that the
 * others cost nothing. What it finds may still not match, what it leaves out cannot. Immutable.
 */
final class ConstraintIndex {
  private static final String ANY = "*";

  private final Map<KindKey, Bucket> buckets = new HashMap<>();

  /** The constraints are told apart by their positions in {@code criteria}. */
  ConstraintIndex(List<MatchCriteria> criteria) {
    for (int i = 0; i < criteria.size(); i++) {
      for (KindKey key : keys(criteria.get(i))) {
        buckets.computeIfAbsent(key, k -> new Bucket()).add(i, criteria.get(i));
      }
    }
  }

  private record KindKey(String group, String kind) {}

  private static Set<KindKey> keys(MatchCriteria criteria) {
    Set<KindKey> keys = new LinkedHashSet<>();
    for (KindRow row : criteria.kinds()) {
      for (String group : row.anyGroup() ? Set.of(ANY) : row.groups()) {
        for (String kind : row.anyKind() ? Set.of(ANY) : row.kinds()) {
          keys.add(new KindKey(group, kind));
        }
      }
    }
    return keys.isEmpty() ? Set.of(new KindKey(ANY, ANY)) : keys;
  }

  /** Constraints of one group and kind, by namespace. */
  private static final class Bucket {
    private final List<Integer> anyNamespace = new ArrayList<>();
    private final List<Integer> listed = new ArrayList<>();
    private final Map<String, List<Integer>> byNamespace = new HashMap<>();

    void add(int constraint, MatchCriteria criteria) {
      List<Wildcard> names = criteria.namespaces();
      if (names.isEmpty() || names.stream().anyMatch(n -> n.pattern().contains(ANY))) {
        anyNamespace.add(constraint);
        return;
      }
      listed.add(constraint);
      for (Wildcard name : names) {
        byNamespace.computeIfAbsent(name.pattern(), n -> new ArrayList<>()).add(constraint);
      }
    }

    void find(Optional<String> namespace, Set<Integer> into) {
      into.addAll(anyNamespace);
      into.addAll(
          namespace.isPresent() ? byNamespace.getOrDefault(namespace.get(), List.of()) : listed);
    }
  }

  /** Returns the positions of the constraints that can match one of {@code subjects}, in order. */
  Set<Integer> candidates(List<MatchSubject> subjects) {
    Set<Integer> found = new TreeSet<>();
    for (MatchSubject subject : subjects) {
      Optional<String> namespace = subject.namespaceName();
      for (String group : new String[] {subject.group(), ANY}) {
        for (String kind : new String[] {subject.kind(), ANY}) {
          Bucket bucket = buckets.get(new KindKey(group, kind));
          if (bucket != null) {
            bucket.find(namespace, found);
          }
        }
      }
    }
    return found;
  }
}
