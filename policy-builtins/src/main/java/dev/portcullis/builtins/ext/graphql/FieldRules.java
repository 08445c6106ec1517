package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.builtins.ext.graphql.QueryDocument.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules about which fields a type has and what is selected of them. */
final class FieldRules {
  private FieldRules() {}

  static void fieldsOnCorrectType(Walker walker, Report report) {
    walker
        .events()
        .fields
        .add(
            use -> {
              Definition parent = use.parent();
              if (parent == null || use.definition() != null) {
                return;
              }
              String name = use.field().name();
              report.add(
                  use.field().place(),
                  "Cannot query field \""
                      + name
                      + "\" on type \""
                      + parent.name()
                      + "\"."
                      + proposal(walker.schema(), parent, name));
            });
  }

  private static String proposal(Schema schema, Definition parent, String name) {
    List<String> types = typesWith(schema, parent, name);
    if (!types.isEmpty()) {
      return " Did you mean to use an inline fragment on " + Suggestions.quotedOr(types) + "?";
    }
    if (!parent.is(Definition.OBJECT) && !parent.is(Definition.INTERFACE)) {
      return "";
    }
    return Suggestions.quoted(
        "Did you mean", name, parent.fields().stream().map(FieldDefinition::name).toList());
  }

  /** Returns the types below an abstract one that have the field, the most common ones first. */
  private static List<String> typesWith(Schema schema, Definition parent, String name) {
    if (!parent.isAbstract()) {
      return List.of();
    }
    List<String> objects = new ArrayList<>();
    Map<String, Integer> interfaces = new LinkedHashMap<>();
    for (Definition possible : schema.possibleTypes(parent.name())) {
      if (possible.field(name) == null) {
        continue;
      }
      objects.add(possible.name());
      for (String implemented : possible.interfaces()) {
        Definition type = schema.type(implemented);
        if (type != null && type.field(name) != null) {
          interfaces.merge(implemented, 1, Integer::sum);
        }
      }
    }
    List<String> types = new ArrayList<>(interfaces.keySet());
    types.addAll(objects);
    types.sort(
        Comparator.<String>comparingInt(type -> -interfaces.getOrDefault(type, 0))
            .thenComparing(Comparator.naturalOrder()));
    return types;
  }

  static void scalarLeafs(Walker walker, Report report) {
    walker
        .events()
        .fields
        .add(
            use -> {
              FieldDefinition definition = use.definition();
              Definition type = definition == null ? null : walker.schema().type(definition.type());
              if (definition != null && type != null) {
                checkLeaf(use.field(), definition, type, report);
              }
            });
  }

  private static void checkLeaf(
      Field field, FieldDefinition definition, Definition type, Report report) {
    String name = field.name();
    if (type.isLeaf() && !field.selections().isEmpty()) {
      report.add(
          field.place(),
          "Field \""
              + name
              + "\" must not have a selection since type \""
              + type.name()
              + "\" has no subfields.");
    }
    if (!type.isLeaf() && field.selections().isEmpty()) {
      report.add(
          field.place(),
          "Field \""
              + name
              + "\" of type \""
              + definition.type().text()
              + "\" must have a selection of subfields. Did you mean \""
              + name
              + " { ... }\"?");
    }
  }
}
