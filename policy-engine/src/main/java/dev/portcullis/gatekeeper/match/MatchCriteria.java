package dev.portcullis.gatekeeper.match;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.match.MatchOutcome.Criterion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of a constraint. All must hold; one that is absent holds for everything.
 *
 * @param kinds the groups and kinds: one row must hold
 * @param scope {@code Cluster}, {@code Namespaced}, or any other word for both
 * @param namespaces the namespaces that are meant
 * @param excludedNamespaces the namespaces that are not meant
 * @param labelSelector the labels of the object
 * @param namespaceSelector the labels of the object's Namespace
 * @param name the name of the object; empty for any
 * @param source {@code Original}, {@code Generated}, or {@code All}
 */
public record MatchCriteria(
    List<KindRow> kinds,
    String scope,
    List<Wildcard> namespaces,
    List<Wildcard> excludedNamespaces,
    Optional<LabelSelector> labelSelector,
    Optional<LabelSelector> namespaceSelector,
    Optional<Wildcard> name,
    String source) {

  private static final String ANY = "*";
  private static final String ALL_SOURCES = "All";

  /** The criteria that hold for everything. */
  public static final MatchCriteria EVERYTHING =
      new MatchCriteria(
          List.of(),
          ANY,
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ALL_SOURCES);

  /** Copies the lists. */
  public MatchCriteria {
    kinds = List.copyOf(kinds);
    namespaces = List.copyOf(namespaces);
    excludedNamespaces = List.copyOf(excludedNamespaces);
  }

  /**
   * Groups and kinds that are meant together.
   *
   * @param groups the API groups; {@code *} or none for all
   * @param kinds the kinds; {@code *} or none for all
   */
  public record KindRow(Set<String> groups, Set<String> kinds) {
    /** Copies the sets. */
    public KindRow {
      groups = Set.copyOf(groups);
      kinds = Set.copyOf(kinds);
    }

    /** Returns whether the row is about every group. */
    public boolean anyGroup() {
      return groups.isEmpty() || groups.contains(ANY);
    }

    /** Returns whether the row is about every kind. */
    public boolean anyKind() {
      return kinds.isEmpty() || kinds.contains(ANY);
    }

    boolean matches(String group, String kind) {
      return (anyKind() || kinds.contains(kind)) && (anyGroup() || groups.contains(group));
    }
  }

  /**
   * Reads criteria.
   *
   * @param match {@code spec.match}, of the shape that the schema of constraints asks for
   * @param problems takes what is wrong with it beside
   */
  public static MatchCriteria read(ObjectValue match, List<String> problems) {
    List<KindRow> kinds = new ArrayList<>();
    if (match.get("kinds") instanceof ArrayValue rows) {
      for (Value row : rows) {
        if (row instanceof ObjectValue object) {
          kinds.add(new KindRow(strings(object, "apiGroups"), strings(object, "kinds")));
        }
      }
    }
    String source = text(match.get("source"));
    if (!source.isEmpty() && !source.equals(ALL_SOURCES) && Origin.parse(source).isEmpty()) {
      problems.add("source must be All, Original or Generated, is \"" + source + "\"");
    }
    String name = text(match.get("name"));
    return new MatchCriteria(
        kinds,
        text(match.get("scope")),
        wildcards(match, "namespaces"),
        wildcards(match, "excludedNamespaces"),
        selector(match, "labelSelector", problems),
        selector(match, "namespaceSelector", problems),
        name.isEmpty() ? Optional.empty() : Optional.of(new Wildcard(name)),
        source.isEmpty() ? ALL_SOURCES : source);
  }

  private static List<Wildcard> wildcards(ObjectValue match, String field) {
    return strings(match, field).stream().map(Wildcard::new).toList();
  }

  private static Optional<LabelSelector> selector(
      ObjectValue match, String field, List<String> problems) {
    if (!(match.get(field) instanceof ObjectValue selector)) {
      return Optional.empty();
    }
    List<String> found = new ArrayList<>();
    LabelSelector result = LabelSelector.read(selector, found);
    found.forEach(problem -> problems.add(field + ": " + problem));
    return Optional.of(result);
  }

  private static Set<String> strings(ObjectValue object, String field) {
    Set<String> result = new LinkedHashSet<>();
    if (object.get(field) instanceof ArrayValue array) {
      array.forEach(value -> result.add(text(value)));
    }
    return result;
  }

  private static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.value() : "";
  }

  /** Returns whether the criteria hold for {@code subject}. */
  public MatchOutcome matches(MatchSubject subject) {
    if (!kindMatches(subject)) {
      return new MatchOutcome.NotMatched(Criterion.KINDS);
    }
    if (!scopeMatches(subject)) {
      return new MatchOutcome.NotMatched(Criterion.SCOPE);
    }
    if (!namespaces.isEmpty() && !namespaceIsIn(namespaces, subject, true)) {
      return new MatchOutcome.NotMatched(Criterion.NAMESPACES);
    }
    if (!excludedNamespaces.isEmpty() && namespaceIsIn(excludedNamespaces, subject, false)) {
      return new MatchOutcome.NotMatched(Criterion.EXCLUDED_NAMESPACES);
    }
    if (labelSelector.isPresent() && !labelSelector.get().matches(subject.labels())) {
      return new MatchOutcome.NotMatched(Criterion.LABEL_SELECTOR);
    }
    MatchOutcome byNamespace = namespaceSelectorOutcome(subject);
    if (byNamespace != MatchOutcome.Matched.INSTANCE) {
      return byNamespace;
    }
    if (!nameMatches(subject)) {
      return new MatchOutcome.NotMatched(Criterion.NAME);
    }
    return sourceOutcome(subject);
  }

  private boolean kindMatches(MatchSubject subject) {
    for (KindRow row : kinds) {
      if (row.matches(subject.group(), subject.kind())) {
        return true;
      }
    }
    return kinds.isEmpty();
  }

  private boolean scopeMatches(MatchSubject subject) {
    boolean inNamespace = !subject.isNamespace() && subject.hasNamespace();
    return switch (scope) {
      case "Cluster" -> !inNamespace;
      case "Namespaced" -> inNamespace;
      default -> true;
    };
  }

  /** Objects that are in no namespace are in every list and excluded by none. */
  private static boolean namespaceIsIn(
      List<Wildcard> list, MatchSubject subject, boolean withoutNamespace) {
    Optional<String> namespace = subject.namespaceName();
    if (namespace.isEmpty()) {
      return withoutNamespace;
    }
    for (Wildcard wildcard : list) {
      if (wildcard.matches(namespace.get())
          || (subject.isNamespace() && wildcard.matchesGenerated(subject.generateName()))) {
        return true;
      }
    }
    return false;
  }

  private MatchOutcome namespaceSelectorOutcome(MatchSubject subject) {
    if (namespaceSelector.isEmpty()) {
      return MatchOutcome.Matched.INSTANCE;
    }
    boolean holds;
    if (subject.isNamespace()) {
      holds = namespaceSelector.get().matches(subject.labels());
    } else if (subject.reviewNamespace().isPresent()) {
      holds = namespaceSelector.get().matches(subject.reviewNamespace().get().labels());
    } else if (subject.namespace().isEmpty()) {
      holds = true;
    } else {
      return new MatchOutcome.Undecided(
          Criterion.NAMESPACE_SELECTOR,
          "the constraint has a namespaceSelector, and the Namespace "
              + subject.namespace()
              + " is not known");
    }
    return holds
        ? MatchOutcome.Matched.INSTANCE
        : new MatchOutcome.NotMatched(Criterion.NAMESPACE_SELECTOR);
  }

  private boolean nameMatches(MatchSubject subject) {
    return name.isEmpty()
        || name.get().matches(subject.name())
        || name.get().matchesGenerated(subject.generateName());
  }

  private MatchOutcome sourceOutcome(MatchSubject subject) {
    if (source.equals(ALL_SOURCES)) {
      return MatchOutcome.Matched.INSTANCE;
    }
    if (subject.origin().isEmpty()) {
      return new MatchOutcome.Undecided(
          Criterion.SOURCE, "the constraint has a source, and that of the object is not known");
    }
    return subject.origin().get().wireName().equals(source)
        ? MatchOutcome.Matched.INSTANCE
        : new MatchOutcome.NotMatched(Criterion.SOURCE);
  }
}
