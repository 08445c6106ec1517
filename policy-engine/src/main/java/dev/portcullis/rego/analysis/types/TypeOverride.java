package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.type.RegoType.Dynamic;
import dev.portcullis.api.type.RegoType.ObjectOf;
import dev.portcullis.api.type.RegoType.Property;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.analysis.Constants;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a schema says of a document.
 *
 * @param path the document
 * @param type its type
 */
public record TypeOverride(Term.Ref path, RegoType type) {

  /** Puts the type into an environment, within what is known of the documents around it. */
  void apply(TypeEnvironment environment) {
    if (!(path.head() instanceof Term.Var head)) {
      return;
    }
    List<Value> keys = new ArrayList<>();
    for (Term step : path.path()) {
      Constants.value(step).ifPresent(keys::add);
    }
    TypeTree tree = environment.tree(head.name());
    for (int length = 0; length < keys.size(); length++) {
      RegoType around =
          environment.ofReference(new Term.Ref(path.span(), head, path.path().subList(0, length)));
      if (!around.equals(Types.UNKNOWN)) {
        tree.put(
            keys.subList(0, length), override(around, keys.subList(length, keys.size()), type));
        return;
      }
    }
    tree.put(keys, type);
  }

  private static RegoType override(RegoType around, List<Value> path, RegoType type) {
    if (!(around instanceof ObjectOf object)) {
      return nested(path, type, Optional.of(new Dynamic(RegoType.ANY, RegoType.ANY)));
    }
    List<Property> properties = new ArrayList<>();
    boolean found = false;
    for (Property property : object.fixed()) {
      if (property.key().equals(path.get(0))) {
        found = true;
        RegoType inner =
            path.size() == 1 ? type : override(property.type(), path.subList(1, path.size()), type);
        properties.add(new Property(property.key(), inner));
      } else {
        properties.add(property);
      }
    }
    if (!found) {
      properties.addAll(nested(path, type, object.dynamic()).fixed());
    }
    return new ObjectOf(properties, object.dynamic());
  }

  private static ObjectOf nested(List<Value> path, RegoType type, Optional<Dynamic> dynamic) {
    RegoType inner = path.size() == 1 ? type : nested(path.subList(1, path.size()), type, dynamic);
    return new ObjectOf(List.of(new Property(path.get(0), inner)), dynamic);
  }
}
