package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.type.RegoType.AnyOf;
import dev.portcullis.api.type.RegoType.ObjectOf;
import dev.portcullis.api.type.RegoType.SetOf;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.analysis.Constants;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.ast.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Unifies terms with types and with each other, which gives types to variables without one. */
final class TermUnifier {
  private final TypeEnvironment environment;

  TermUnifier(TypeEnvironment environment) {
    this.environment = environment;
  }

  private static boolean isVariable(Term term) {
    return term instanceof Term.Var v && !Names.isRoot(v.name());
  }

  /** Returns whether two terms can be equal. */
  boolean equal(Term a, Term b) {
    return equal(a, environment.of(a), b, environment.of(b));
  }

  private boolean equal(Term a, RegoType typeA, Term b, RegoType typeB) {
    boolean unknownA = Types.hasUnknown(typeA);
    boolean unknownB = Types.hasUnknown(typeB);
    if (unknownA && !unknownB) {
      return fits(a, typeB, false);
    }
    if (unknownB && !unknownA) {
      return fits(b, typeA, false);
    }
    if (!unknownA) {
      return Unification.unifies(typeA, typeB);
    }
    if (a instanceof Term.ArrayTerm array) {
      return arrays(array, b);
    }
    if (a instanceof Term.ObjectTerm object) {
      return objects(object, b);
    }
    if (isVariable(a)) {
      if (isVariable(b)) {
        return fits(a, RegoType.ANY, false) && fits(b, environment.of(a), false);
      }
      if (b instanceof Term.ArrayTerm array) {
        return arrays(array, a);
      }
      if (b instanceof Term.ObjectTerm object) {
        return objects(object, a);
      }
    }
    if (isVariable(a) && typeA.equals(Types.UNKNOWN) && !typeB.equals(Types.UNKNOWN)) {
      return fits(a, typeB, false);
    }
    return isVariable(b)
        && typeB.equals(Types.UNKNOWN)
        && !typeA.equals(Types.UNKNOWN)
        && fits(b, typeA, false);
  }

  private boolean arrays(Term.ArrayTerm a, Term other) {
    if (other instanceof Term.ArrayTerm b) {
      if (a.items().size() != b.items().size()) {
        return false;
      }
      for (int i = 0; i < a.items().size(); i++) {
        if (!equal(a.items().get(i), b.items().get(i))) {
          return false;
        }
      }
      return true;
    }
    return isVariable(other)
        && fits(a, RegoType.ANY, false)
        && fits(other, environment.of(a), false);
  }

  private boolean objects(Term.ObjectTerm a, Term other) {
    if (other instanceof Term.ObjectTerm b) {
      Map<Term, Term> entries = new HashMap<>();
      b.entries().forEach(entry -> entries.put(entry.key(), entry.value()));
      if (a.entries().size() != b.entries().size()) {
        return false;
      }
      for (Term.Entry entry : a.entries()) {
        Term value = entries.get(entry.key());
        if (value == null || !equal(entry.value(), value)) {
          return false;
        }
      }
      return true;
    }
    return isVariable(other)
        && fits(a, RegoType.ANY, false)
        && fits(other, environment.of(a), false);
  }

  /**
   * Returns whether a term can be of a type.
   *
   * @param alternative whether the type is one of several, so that variables collect them
   */
  boolean fits(Term term, RegoType type, boolean alternative) {
    if (term instanceof Term.ArrayTerm array) {
      return array(array, type, alternative);
    }
    if (term instanceof Term.ObjectTerm object) {
      return object(object, type, alternative);
    }
    if (term instanceof Term.SetTerm set) {
      return set(set, type, alternative);
    }
    if (isVariable(term)) {
      return variable(((Term.Var) term).name(), type, alternative);
    }
    return Unification.unifies(environment.of(term), type);
  }

  private boolean variable(String name, RegoType type, boolean alternative) {
    RegoType known = environment.ofVariable(name);
    if (alternative) {
      environment.putVariable(name, Types.or(known, type));
    } else if (!known.equals(Types.UNKNOWN)) {
      return Unification.unifies(known, type);
    } else {
      environment.putVariable(name, type);
    }
    return true;
  }

  private boolean array(Term.ArrayTerm array, RegoType type, boolean alternative) {
    if (type instanceof RegoType.Array wanted) {
      if (array.items().size() != wanted.fixed().size() && wanted.rest().isEmpty()) {
        return false;
      }
      for (int i = 0; i < array.items().size(); i++) {
        if (!fits(array.items().get(i), Types.item(wanted, i), alternative)) {
          return false;
        }
      }
      return true;
    }
    return type instanceof AnyOf any && anyOf(array, array.items(), any);
  }

  /** Tries each alternative, so that variables collect what all of them say. */
  private boolean anyOf(Term term, List<Term> parts, AnyOf any) {
    if (any.alternatives().isEmpty()) {
      parts.forEach(part -> fits(part, RegoType.ANY, true));
      return true;
    }
    boolean fits = false;
    for (RegoType alternative : any.alternatives()) {
      fits = fits(term, alternative, true) || fits;
    }
    return fits;
  }

  private boolean object(Term.ObjectTerm object, RegoType type, boolean alternative) {
    if (type instanceof ObjectOf wanted) {
      if (object.entries().size() != wanted.fixed().size() && wanted.dynamic().isEmpty()) {
        return false;
      }
      for (Term.Entry entry : object.entries()) {
        Optional<Value> key = Constants.value(entry.key());
        RegoType value = key.map(k -> Types.select(wanted, k)).orElse(RegoType.ANY);
        boolean fits = !value.equals(Types.UNKNOWN) && fits(entry.value(), value, alternative);
        if (key.isPresent() && !fits) {
          return false;
        }
      }
      return true;
    }
    if (!(type instanceof AnyOf any)) {
      return false;
    }
    List<Term> parts = new java.util.ArrayList<>();
    for (Term.Entry entry : object.entries()) {
      parts.add(entry.key());
      parts.add(entry.value());
    }
    return anyOf(object, parts, any);
  }

  private boolean set(Term.SetTerm set, RegoType type, boolean alternative) {
    if (type instanceof SetOf wanted) {
      for (Term item : set.items()) {
        if (!fits(item, wanted.element(), alternative)) {
          return false;
        }
      }
      return true;
    }
    return type instanceof AnyOf any && anyOf(set, set.items(), any);
  }
}
