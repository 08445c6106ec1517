package dev.portcullis.gatekeeper;

import dev.portcullis.api.Document;
import dev.portcullis.api.ResourceIdentity;
import dev.portcullis.api.value.ObjectValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The Namespace objects that are known. Immutable. */
public final class Namespaces {
  /** No Namespaces. */
  public static final Namespaces NONE = new Namespaces(Map.of());

  private final Map<String, ObjectValue> byName;

  private Namespaces(Map<String, ObjectValue> byName) {
    this.byName = byName;
  }

  /** Returns the Namespaces among {@code documents}; of several with a name the last counts. */
  public static Namespaces among(Iterable<Document> documents) {
    Map<String, ObjectValue> byName = new HashMap<>();
    for (Document document : documents) {
      Optional<ResourceIdentity> identity = document.identity();
      if (identity.isPresent()
          && identity.get().kind().equals("Namespace")
          && identity.get().group().isEmpty()
          && identity.get().name().isPresent()
          && document.value() instanceof ObjectValue object) {
        byName.put(identity.get().name().get(), object);
      }
    }
    return byName.isEmpty() ? NONE : new Namespaces(byName);
  }

  /** Returns the Namespace called {@code name}. */
  public Optional<ObjectValue> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
