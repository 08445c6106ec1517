package dev.portcullis.builtins.ext.graphql;

import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.BooleanValue;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the nodes that queries and schemas share from trees of the shape that policies see. */
class NodeReader {
  private final Map<Value, Token> places;
  private final String file;

  /**
   * @param places where the nodes stood
   * @param file the name of the text in which they stood
   */
  NodeReader(Map<Value, Token> places, String file) {
    this.places = places;
    this.file = file;
  }

  /** Makes a node from its tree. */
  @FunctionalInterface
  interface Rule<T> {
    T read(ObjectValue tree) throws GraphqlError;
  }

  final @Nullable Place place(Value tree) {
    Token token = places.get(tree);
    return token == null ? null : new Place(file, token.line(), token.column());
  }

  final String text(ObjectValue tree, String key) {
    return tree.get(key) instanceof StringValue text ? text.value() : "";
  }

  final boolean flag(ObjectValue tree, String key) {
    return tree.get(key) instanceof BooleanValue flag && flag.value();
  }

  final <T> List<T> list(ObjectValue tree, String key, Rule<T> rule) throws GraphqlError {
    List<T> nodes = new ArrayList<>();
    if (tree.get(key) instanceof ArrayValue elements) {
      for (Value element : elements) {
        if (element instanceof ObjectValue node) {
          nodes.add(rule.read(node));
        }
      }
    }
    return nodes;
  }

  /** Returns the strings of a list, each as the node it is. */
  final List<StringValue> names(ObjectValue tree, String key) {
    List<StringValue> names = new ArrayList<>();
    if (tree.get(key) instanceof ArrayValue elements) {
      for (Value element : elements) {
        if (element instanceof StringValue name) {
          names.add(name);
        }
      }
    }
    return names;
  }

  final List<DirectiveUse> directives(ObjectValue tree) throws GraphqlError {
    return list(
        tree,
        "Directives",
        node -> new DirectiveUse(text(node, "Name"), arguments(node), place(node)));
  }

  final List<Argument> arguments(ObjectValue tree) throws GraphqlError {
    return list(
        tree,
        "Arguments",
        node -> new Argument(text(node, "Name"), literal(node, "Value"), place(node)));
  }

  final TypeRef type(ObjectValue tree, String key) throws GraphqlError {
    if (!(tree.get(key) instanceof ObjectValue node)) {
      throw GraphqlError.of("a node of the tree has no " + key);
    }
    String named = text(node, "NamedType");
    TypeRef element = named.isEmpty() ? type(node, "Elem") : null;
    return new TypeRef(named, element, flag(node, "NonNull"), place(node));
  }

  final @Nullable Literal optionalLiteral(ObjectValue tree, String key) throws GraphqlError {
    return tree.get(key) instanceof ObjectValue ? literal(tree, key) : null;
  }

  final Literal literal(ObjectValue tree, String key) throws GraphqlError {
    if (!(tree.get(key) instanceof ObjectValue node)) {
      throw GraphqlError.of("a node of the tree has no " + key);
    }
    return new Literal(
        valueKind(node),
        text(node, "Raw"),
        list(
            node,
            "Children",
            child -> new Literal.Child(text(child, "Name"), literal(child, "Value"), place(child))),
        place(node));
  }

  private static ValueKind valueKind(ObjectValue node) throws GraphqlError {
    if (!(node.get("Kind") instanceof NumberValue number)) {
      return ValueKind.VARIABLE;
    }
    ValueKind[] kinds = ValueKind.values();
    if (!number.isLong() || number.longValue() < 0 || number.longValue() >= kinds.length) {
      throw GraphqlError.of("a value of the tree has the unknown kind " + number.text());
    }
    return kinds[(int) number.longValue()];
  }
}
