package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.type.RegoType.Dynamic;
import dev.portcullis.api.type.RegoType.ObjectOf;
import dev.portcullis.api.type.RegoType.Property;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.analysis.Constants;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.Variables;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What the types of variables and documents are at some place. */
final class TypeEnvironment {
  private final Optional<TypeEnvironment> outer;
  private final BiFunction<Term, TypeEnvironment, RegoType> comprehensions;
  private final Map<String, TypeTree> roots = new HashMap<>();
  private final Map<String, RegoType> variables = new HashMap<>();

  /**
   * Creates an environment within another.
   *
   * @param comprehensions tells the types of comprehensions
   */
  TypeEnvironment(
      Optional<TypeEnvironment> outer, BiFunction<Term, TypeEnvironment, RegoType> comprehensions) {
    this.outer = outer;
    this.comprehensions = comprehensions;
  }

  TypeEnvironment inner() {
    return new TypeEnvironment(Optional.of(this), comprehensions);
  }

  Optional<TypeEnvironment> outer() {
    return outer;
  }

  Optional<TypeTree> root(String name) {
    return Optional.ofNullable(roots.get(name));
  }

  /** Returns the tree of a root or a function's first name, made if need be. */
  TypeTree tree(String name) {
    return roots.computeIfAbsent(name, n -> new TypeTree());
  }

  void putVariable(String name, RegoType type) {
    if (!type.equals(Types.UNKNOWN)) {
      variables.put(name, type);
    }
  }

  RegoType ofVariable(String name) {
    for (Optional<TypeEnvironment> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
      RegoType type = at.get().variables.get(name);
      if (type != null) {
        return type;
      }
    }
    return Types.UNKNOWN;
  }

  RegoType of(Term term) {
    if (term instanceof Term.Scalar scalar) {
      return Types.ofScalar(scalar.value());
    }
    if (term instanceof Term.Var v) {
      return Names.isRoot(v.name())
          ? ofReference(new Term.Ref(v.span(), v, List.of()))
          : ofVariable(v.name());
    }
    if (term instanceof Term.Ref ref) {
      return ofReference(ref);
    }
    if (term instanceof Term.ArrayTerm array) {
      List<RegoType> items = new ArrayList<>();
      array.items().forEach(item -> items.add(of(item)));
      return items.isEmpty()
          ? RegoType.arrayOf(RegoType.ANY)
          : new RegoType.Array(items, Optional.empty());
    }
    if (term instanceof Term.SetTerm set) {
      RegoType element = Types.UNKNOWN;
      for (Term item : set.items()) {
        element = Types.or(element, of(item));
      }
      return RegoType.setOf(element.equals(Types.UNKNOWN) ? RegoType.ANY : element);
    }
    if (term instanceof Term.ObjectTerm object) {
      return ofObject(object);
    }
    return Variables.isComprehension(term) ? comprehensions.apply(term, this) : Types.UNKNOWN;
  }

  private RegoType ofObject(Term.ObjectTerm object) {
    Map<Value, RegoType> fixed = new HashMap<>();
    Optional<Dynamic> dynamic = Optional.empty();
    for (Term.Entry entry : object.entries()) {
      Optional<Value> key = Constants.value(entry.key());
      if (key.isPresent()) {
        fixed.put(key.get(), of(entry.value()));
      } else {
        dynamic = Optional.of(new Dynamic(of(entry.key()), of(entry.value())));
      }
    }
    if (fixed.isEmpty() && dynamic.isEmpty()) {
      return RegoType.objectOf(RegoType.ANY, RegoType.ANY);
    }
    List<Property> properties = new ArrayList<>();
    fixed.forEach((key, type) -> properties.add(new Property(key, type)));
    return new ObjectOf(properties, dynamic);
  }

  RegoType ofReference(Term.Ref ref) {
    if (!(ref.head() instanceof Term.Var head)) {
      return Types.UNKNOWN;
    }
    RegoType local = ofVariable(head.name());
    if (!local.equals(Types.UNKNOWN)) {
      return select(local, ref.path());
    }
    for (Optional<TypeEnvironment> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
      TypeTree tree = at.get().roots.get(head.name());
      if (tree != null) {
        Optional<RegoType> found = lookUp(tree, ref.path());
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return Names.isRoot(head.name()) ? RegoType.ANY : Types.UNKNOWN;
  }

  /** Returns the type at a path; empty where an outer environment is to be asked. */
  private static Optional<RegoType> lookUp(TypeTree root, List<Term> path) {
    TypeTree node = root;
    for (int i = 0; i < path.size(); i++) {
      Optional<Value> key = Constants.value(path.get(i));
      Optional<TypeTree> child = key.isPresent() ? node.child(key.get()) : Optional.empty();
      if (child.isPresent()) {
        node = child.get();
      } else if (node.type().isPresent()) {
        return Optional.of(select(node.type().get(), path.subList(i, path.size())));
      } else if (key.isEmpty()) {
        return Optional.of(select(node.extent(), path.subList(i, path.size())));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(node.extent());
  }

  /** Returns the type of what a path leads to within a value. */
  static RegoType select(RegoType type, List<Term> path) {
    RegoType at = type;
    for (Term step : path) {
      if (at.equals(Types.UNKNOWN)) {
        return at;
      }
      at = step instanceof Term.Scalar scalar ? Types.select(at, scalar.value()) : Types.values(at);
    }
    return at;
  }
}
