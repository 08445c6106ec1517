package dev.portcullis.builtins.ext.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The types, directives and root operations of a schema; complete once it is loaded. */
final class Schema {
  private final Map<String, Definition> types = new TreeMap<>();
  private final Map<String, DirectiveDefinition> directives = new TreeMap<>();
  private final Map<String, List<Definition>> possibleTypes = new HashMap<>();
  private final Map<String, Definition> roots = new HashMap<>();

  /** Returns the types by name, in the order of their names. */
  Map<String, Definition> types() {
    return types;
  }

  /** Returns the directives by name, in the order of their names. */
  Map<String, DirectiveDefinition> directives() {
    return directives;
  }

  @Nullable Definition type(String name) {
    return types.get(name);
  }

  @Nullable Definition type(TypeRef reference) {
    return types.get(reference.innermost());
  }

  @Nullable DirectiveDefinition directive(String name) {
    return directives.get(name);
  }

  /** Returns the type at the root of {@code operation}. */
  @Nullable Definition root(String operation) {
    return roots.get(operation);
  }

  /** Returns the types that an object of the type {@code name} may have. */
  List<Definition> possibleTypes(String name) {
    return possibleTypes.getOrDefault(name, List.of());
  }

  void setRoot(String operation, Definition type) {
    roots.put(operation, type);
  }

  void addPossibleType(String name, @Nullable Definition type) {
    if (type != null) {
      possibleTypes.computeIfAbsent(name, key -> new ArrayList<>()).add(type);
    }
  }
}
