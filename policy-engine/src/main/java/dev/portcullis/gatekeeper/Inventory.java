package dev.portcullis.gatekeeper;

import dev.portcullis.api.Document;
import dev.portcullis.api.ResourceIdentity;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes {@code data.inventory}: {@code cluster[groupVersion][kind][name]} and {@code
 * namespace[namespace][groupVersion][kind][name]}.
 */
public final class Inventory {
  private final Map<String, Object> cluster = new TreeMap<>();
  private final Map<String, Object> namespaced = new TreeMap<>();

  private Inventory() {}

  /** Returns the base documents that hold the inventory of {@code documents}. */
  public static ObjectValue of(Iterable<Document> documents) {
    Inventory inventory = new Inventory();
    for (Document document : documents) {
      inventory.add(document);
    }
    ObjectValue.Builder result = ObjectValue.builder(2);
    if (!inventory.cluster.isEmpty()) {
      result.put("cluster", object(inventory.cluster));
    }
    if (!inventory.namespaced.isEmpty()) {
      result.put("namespace", object(inventory.namespaced));
    }
    return result.size() == 0
        ? ObjectValue.EMPTY
        : ObjectValue.of(StringValue.of(TemplateRego.INVENTORY), result.build());
  }

  private void add(Document document) {
    Optional<ResourceIdentity> identity = document.identity();
    if (identity.isEmpty() || identity.get().name().isEmpty()) {
      return;
    }
    ResourceIdentity id = identity.get();
    Map<String, Object> at =
        id.namespace().isPresent() ? below(namespaced, id.namespace().get()) : cluster;
    below(below(at, id.apiVersion()), id.kind()).put(id.name().orElseThrow(), document.value());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> below(Map<String, Object> map, String key) {
    return (Map<String, Object>) map.computeIfAbsent(key, k -> new TreeMap<String, Object>());
  }

  private static ObjectValue object(Map<?, ?> map) {
    ObjectValue.Builder result = ObjectValue.builder(map.size());
    map.forEach(
        (key, value) ->
            result.put(
                StringValue.of((String) key),
                value instanceof Value leaf ? leaf : object((Map<?, ?>) value)));
    return result.build();
  }
}
