package dev.portcullis.stdlib;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.api.spi.PackDescriptor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code index.json} says: resources of a jar cannot be listed, so it names every file.
 *
 * @param packs the packs, in the index's order
 * @param policies the policies by id, in the index's order
 */
record PackIndex(List<PackDescriptor> packs, Map<String, Policy> policies) {

  /**
   * One policy's row.
   *
   * @param id the policy's id, which is the name of its folder
   * @param packs the names of the packs that it is in
   * @param samples the file names of its samples
   */
  record Policy(String id, List<String> packs, List<String> samples) {}

  PackIndex {
    packs = List.copyOf(packs);
    policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
  }

  static PackIndex parse(String json) {
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      Map<String, Policy> policies = new LinkedHashMap<>();
      for (JsonNode row : root.path("policies")) {
        Policy policy =
            new Policy(
                row.path("id").asText(), texts(row.path("packs")), texts(row.path("samples")));
        policies.put(policy.id(), policy);
      }
      List<PackDescriptor> packs = new ArrayList<>();
      for (JsonNode row : root.path("packs")) {
        packs.add(pack(row, policies));
      }
      return new PackIndex(packs, policies);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the index of the packs is not JSON", e);
    }
  }

  /** A pack's row: a pack that has {@code everything} holds all policies there are. */
  private static PackDescriptor pack(JsonNode row, Map<String, Policy> policies) {
    String name = row.path("id").asText();
    boolean everything = row.path("everything").asBoolean();
    List<String> ids =
        policies.values().stream()
            .filter(policy -> everything || policy.packs().contains(name))
            .map(Policy::id)
            .toList();
    return new PackDescriptor(
        name, row.path("title").asText(), row.path("description").asText(), ids);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }
}
