package dev.portcullis.api;

import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which Kubernetes object a document is.
 *
 * @param group the API group, empty for the core group
 * @param version the API version, such as {@code v1}
 * @param kind the kind, such as {@code Pod}
 * @param namespace {@code metadata.namespace}, if it is a non-empty string
 * @param name {@code metadata.name}, if it is a non-empty string
 */
public record ResourceIdentity(
    String group, String version, String kind, Optional<String> namespace, Optional<String> name) {

  /** Returns the identity of {@code value} if it has {@code apiVersion} and {@code kind}. */
  public static Optional<ResourceIdentity> of(Value value) {
    if (!(value instanceof ObjectValue object)) {
      return Optional.empty();
    }
    Optional<String> apiVersion = text(object.get("apiVersion"));
    Optional<String> kind = text(object.get("kind"));
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    int slash = apiVersion.get().indexOf('/');
    ObjectValue metadata =
        object.get("metadata") instanceof ObjectValue found ? found : ObjectValue.EMPTY;
    return Optional.of(
        new ResourceIdentity(
            slash < 0 ? "" : apiVersion.get().substring(0, slash),
            apiVersion.get().substring(slash + 1),
            kind.get(),
            text(metadata.get("namespace")),
            text(metadata.get("name"))));
  }

  private static Optional<String> text(@Nullable Value value) {
    return value instanceof StringValue string && !string.value().isEmpty()
        ? Optional.of(string.value())
        : Optional.empty();
  }

  /** Returns {@code group/version}, or the version alone for the core group. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Returns {@code kind namespace/name}, without what is missing. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(kind);
    name.ifPresent(n -> out.append(' ').append(namespace.map(s -> s + "/").orElse("")).append(n));
    return out.toString();
  }
}
