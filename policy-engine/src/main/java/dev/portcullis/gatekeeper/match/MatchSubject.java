package dev.portcullis.gatekeeper.match;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What criteria look at: one object, with what they need of it taken out once. Safe for use by
 * several threads.
 */
public final class MatchSubject {
  private final String group;
  private final String kind;
  private final String name;
  private final String generateName;
  private final String namespace;
  private final Map<String, String> labels;
  private final Optional<ReviewNamespace> reviewNamespace;
  private final Optional<Origin> origin;

  /**
   * The Namespace that an object is reviewed in.
   *
   * @param name its name
   * @param labels its labels
   */
  public record ReviewNamespace(String name, Map<String, String> labels) {
    /** The Namespace without a name and labels. */
    public static final ReviewNamespace EMPTY = new ReviewNamespace("", Map.of());

    /** Copies the map. */
    public ReviewNamespace {
      labels = Map.copyOf(labels);
    }

    /** Returns what criteria need of a Namespace object. */
    public static ReviewNamespace of(ObjectValue object) {
      return new ReviewNamespace(metadata(object, "name"), LabelSelector.labels(object));
    }
  }

  /**
   * Creates a subject.
   *
   * @param object the object
   * @param group its API group
   * @param kind its kind
   * @param requestNamespace the namespace that the request names, or nothing; it counts where the
   *     object names none
   * @param reviewNamespace the Namespace that it is reviewed in, if that is known
   * @param origin where the object comes from, if that is known
   */
  public MatchSubject(
      ObjectValue object,
      String group,
      String kind,
      String requestNamespace,
      Optional<ReviewNamespace> reviewNamespace,
      Optional<Origin> origin) {
    this.group = group;
    this.kind = kind;
    this.name = metadata(object, "name");
    this.generateName = metadata(object, "generateName");
    String own = metadata(object, "namespace");
    this.namespace = own.isEmpty() ? requestNamespace : own;
    this.labels = LabelSelector.labels(object);
    this.reviewNamespace = reviewNamespace;
    this.origin = origin;
  }

  private static String metadata(ObjectValue object, String field) {
    return object.get("metadata") instanceof ObjectValue metadata ? text(metadata.get(field)) : "";
  }

  private static String text(@Nullable Value value) {
    return value instanceof StringValue string ? string.value() : "";
  }

  /** Returns the API group, empty for the core group. */
  public String group() {
    return group;
  }

  /** Returns the kind, empty if there is none. */
  public String kind() {
    return kind;
  }

  /** Returns {@code metadata.name}, or nothing. */
  public String name() {
    return name;
  }

  /** Returns {@code metadata.generateName}, or nothing. */
  public String generateName() {
    return generateName;
  }

  /** Returns {@code metadata.namespace}, else that of the request, or nothing. */
  public String namespace() {
    return namespace;
  }

  /** Returns the labels. */
  public Map<String, String> labels() {
    return labels;
  }

  /** Returns the Namespace that the object is reviewed in, if that is known. */
  public Optional<ReviewNamespace> reviewNamespace() {
    return reviewNamespace;
  }

  /** Returns where the object comes from, if that is known. */
  public Optional<Origin> origin() {
    return origin;
  }

  /** Returns whether the object is a Namespace. */
  public boolean isNamespace() {
    return kind.equals("Namespace") && group.isEmpty();
  }

  /** Returns whether the object is in a namespace, by its own word or by that of the review. */
  public boolean hasNamespace() {
    return !namespace.isEmpty() || reviewNamespace.isPresent();
  }

  /**
   * Returns the namespace that lists of namespaces are about: a Namespace's own name, else that of
   * the review, else the one that the object names; empty for other objects.
   */
  public Optional<String> namespaceName() {
    if (isNamespace()) {
      return Optional.of(name);
    } else if (reviewNamespace.isPresent()) {
      return Optional.of(reviewNamespace.get().name());
    }
    return namespace.isEmpty() ? Optional.empty() : Optional.of(namespace);
  }
}
