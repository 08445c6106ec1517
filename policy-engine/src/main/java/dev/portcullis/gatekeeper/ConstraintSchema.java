package dev.portcullis.gatekeeper;

import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.gatekeeper.schema.Schema;
import dev.portcullis.gatekeeper.schema.SchemaReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schema that a cluster checks the constraints of a template against. */
final class ConstraintSchema {
  private static final String SPEC_WITHOUT_PARAMETERS =
      """
      {"type": "object", "properties": {
        "enforcementAction": {"type": "string"},
        "scopedEnforcementActions": {"type": "array", "items": {
          "type": "object", "properties": {
            "action": {"type": "string"},
            "enforcementPoints": {"type": "array", "items": {
              "type": "object", "properties": {"name": {"type": "string"}}}}}}},
        "match": {"type": "object", "properties": {
          "kinds": {"type": "array", "items": {
            "type": "object", "properties": {
              "apiGroups": {"type": "array", "items": {"type": "string"}},
              "kinds": {"type": "array", "items": {"type": "string"}}}}},
          "scope": {"type": "string"},
          "source": {"type": "string", "enum": ["All", "Generated", "Original"]},
          "name": {"type": "string", "pattern": "^\\\\*?[-:a-z0-9]*\\\\*?$"},
          "namespaces": {"type": "array", "items": {
            "type": "string", "pattern": "^\\\\*?[-:a-z0-9]*\\\\*?$"}},
          "excludedNamespaces": {"type": "array", "items": {
            "type": "string", "pattern": "^\\\\*?[-:a-z0-9]*\\\\*?$"}},
          "labelSelector": @selector,
          "namespaceSelector": @selector}}}}
      """;

  private static final String SELECTOR =
      """
      {"type": "object", "properties": {
        "matchLabels": {"type": "object", "additionalProperties": {"type": "string"}},
        "matchExpressions": {"type": "array", "items": {
          "type": "object", "required": ["key", "operator"], "properties": {
            "key": {"type": "string"},
            "operator": {"type": "string", "enum": ["In", "NotIn", "Exists", "DoesNotExist"]},
            "values": {"type": "array", "items": {"type": "string"}}}}}}}
      """;

  private static final Schema SPEC = parse(SPEC_WITHOUT_PARAMETERS.replace("@selector", SELECTOR));
  private static final Schema TEXT = parse("{\"type\": \"string\"}");
  private static final Schema METADATA =
      parse("{\"type\": \"object\", \"x-kubernetes-preserve-unknown-fields\": true}");

  private ConstraintSchema() {}

  private static Schema parse(String json) {
    Value value = JsonReader.STANDARD.read(json);
    SchemaReader.Result read = SchemaReader.read(value, false);
    if (!read.problems().isEmpty()) {
      throw new IllegalStateException(read.problems().toString());
    }
    return read.schema();
  }

  /**
   * Returns the schema of a constraint as a whole.
   *
   * @param parameters the schema of its parameters; empty if it may have none
   */
  static Schema of(Optional<Schema> parameters) {
    Map<String, Schema> spec = new LinkedHashMap<>(SPEC.properties());
    parameters.ifPresent(schema -> spec.put("parameters", schema));
    Map<String, Schema> root = new LinkedHashMap<>();
    root.put("apiVersion", TEXT);
    root.put("kind", TEXT);
    root.put("metadata", METADATA);
    root.put("spec", object(spec));
    root.put("status", METADATA);
    return object(root);
  }

  private static Schema object(Map<String, Schema> properties) {
    return new Schema(
        SPEC.type(),
        properties,
        SPEC.additional(),
        Optional.empty(),
        List.of(),
        SPEC.rules(),
        SPEC.combinations(),
        Optional.empty(),
        false,
        false,
        false,
        false);
  }
}
