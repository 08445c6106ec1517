package dev.portcullis.rego.analysis.types;

import dev.portcullis.api.type.RegoType;
import dev.portcullis.api.type.RegoType.AnyOf;
import dev.portcullis.api.type.RegoType.ObjectOf;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.analysis.Flattener;
import dev.portcullis.rego.analysis.Names;
import dev.portcullis.rego.analysis.TermText;
import dev.portcullis.rego.analysis.Variables;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that references can lead somewhere, and finds the types of the variables in them. */
final class ReferenceChecker extends TermWalker {
  private final TypeEnvironment environment;
  private final List<TypeError> errors = new ArrayList<>();

  ReferenceChecker(TypeEnvironment environment) {
    this.environment = environment;
  }

  List<TypeError> errors() {
    return errors;
  }

  @Override
  public void expr(Expr expr) {
    Optional<Term.Call> named = Flattener.namedCall(expr);
    if (named.isPresent()) {
      terms(named.get().arguments());
    } else if (expr.statement() instanceof Expr.TermStatement s) {
      if (s.term() instanceof Term.Call call) {
        terms(call.arguments());
      } else {
        term(s.term());
      }
    } else {
      super.expr(expr);
    }
  }

  @Override
  public void term(Term term) {
    if (Variables.isComprehension(term)) {
      return;
    }
    if (term instanceof Term.Ref ref && ref.head() instanceof Term.Var head) {
      if (environment.ofReference(ref) instanceof RegoType.Function function) {
        errors.add(usedAsReference(ref, ref.path().size() - 1, function));
        return;
      }
      reference(ref, head).ifPresent(errors::add);
    }
    super.term(term);
  }

  private Optional<TypeError> reference(Term.Ref ref, Term.Var head) {
    RegoType local = environment.ofVariable(head.name());
    if (!local.equals(Types.UNKNOWN)) {
      return within(local, ref, 0);
    }
    Optional<TypeEnvironment> at = Optional.of(environment);
    while (at.isPresent()) {
      Optional<TypeTree> root = at.get().root(head.name());
      if (root.isPresent()) {
        Step step = below(root.get(), ref, 0, at.get().outer().isEmpty());
        if (step.decided) {
          return step.error;
        }
      }
      at = at.get().outer();
    }
    if (!Names.isRoot(head.name())) {
      environment.putVariable(head.name(), RegoType.ANY);
    }
    return within(RegoType.ANY, ref, 0);
  }

  /** What a tree says of a reference: nothing, that it is right, or what is wrong. */
  private record Step(boolean decided, Optional<TypeError> error) {
    static final Step UNDECIDED = new Step(false, Optional.empty());
    static final Step RIGHT = new Step(true, Optional.empty());
  }

  private Step below(TypeTree tree, Term.Ref ref, int from, boolean outermost) {
    TypeTree node = tree;
    for (int i = from; i < ref.path().size(); i++) {
      if (node.type().isPresent()) {
        return new Step(true, within(node.type().get(), ref, i));
      }
      Term step = ref.path().get(i);
      if (i < 2 && !(step instanceof Term.Var) && !isString(step)) {
        return new Step(
            true,
            Optional.of(
                invalid(ref, i, environment.of(step), RegoType.STRING, node.children().keySet())));
      }
      if (step instanceof Term.Var v && !Names.isRoot(v.name())) {
        Optional<TypeError> error = variable(v, Types.keys(node.extent()), ref, i, node);
        if (error.isPresent()) {
          return new Step(true, error);
        }
      }
      Optional<TypeTree> child =
          step instanceof Term.Scalar scalar ? node.child(scalar.value()) : Optional.empty();
      if (child.isEmpty()) {
        if (!outermost) {
          return Step.UNDECIDED;
        }
        for (TypeTree any : node.children().values()) {
          below(any, ref, i + 1, true);
        }
        return Step.RIGHT;
      }
      node = child.get();
    }
    return Step.RIGHT;
  }

  private Optional<TypeError> variable(
      Term.Var v, RegoType keys, Term.Ref ref, int at, TypeTree node) {
    RegoType known = environment.ofVariable(v.name());
    if (known.equals(Types.UNKNOWN)) {
      environment.putVariable(v.name(), keys);
    } else if (!Unification.unifies(keys, known)) {
      return Optional.of(invalid(ref, at, known, keys, node.children().keySet()));
    }
    return Optional.empty();
  }

  private static boolean isString(Term term) {
    return term instanceof Term.Scalar scalar && scalar.value() instanceof StringValue;
  }

  /** Follows the path from {@code from} on into a value of a type. */
  private Optional<TypeError> within(RegoType start, Term.Ref ref, int from) {
    RegoType type = start;
    for (int i = from; i < ref.path().size(); i++) {
      RegoType keys = Types.keys(type);
      if (keys.equals(Types.UNKNOWN)) {
        return Optional.of(unsupported(ref, i - 1, type));
      }
      Term step = ref.path().get(i);
      if (step instanceof Term.Scalar scalar) {
        RegoType child = Types.select(type, scalar.value());
        if (child.equals(Types.UNKNOWN)) {
          return Optional.of(invalid(ref, i, Types.UNKNOWN, keys, keysOf(type)));
        }
        type = child;
        continue;
      }
      if (!keyFits(step, keys)) {
        boolean composite = !(step instanceof Term.Var || step instanceof Term.Ref);
        return Optional.of(
            invalid(ref, i, environment.of(step), keys, composite ? List.of() : keysOf(type)));
      }
      type = Types.values(type);
    }
    return Optional.empty();
  }

  private boolean keyFits(Term step, RegoType keys) {
    if (step instanceof Term.Var v && !Names.isRoot(v.name())) {
      RegoType known = environment.ofVariable(v.name());
      if (known.equals(Types.UNKNOWN)) {
        environment.putVariable(v.name(), keys);
        return true;
      }
      return Unification.unifies(known, keys);
    }
    if (step instanceof Term.Ref || step instanceof Term.Var || Variables.isComprehension(step)) {
      RegoType known = environment.of(step);
      return known.equals(Types.UNKNOWN) || Unification.unifies(known, keys);
    }
    return new TermUnifier(environment).fits(step, keys, false);
  }

  private static Collection<Value> keysOf(RegoType type) {
    TreeSet<Value> keys = new TreeSet<>();
    if (type instanceof ObjectOf object) {
      object.fixed().forEach(p -> keys.add(p.key()));
    } else if (type instanceof AnyOf any) {
      any.alternatives().forEach(t -> keys.addAll(keysOf(t)));
    }
    return keys;
  }

  private static TypeError usedAsReference(Term.Ref ref, int at, RegoType.Function function) {
    int end = ref.path().size();
    if (end > 0 && ref.path().get(end - 1) instanceof Term.Var v && Names.isGenerated(v.name())) {
      end--;
    }
    Term.Ref name = new Term.Ref(ref.span(), ref.head(), ref.path().subList(0, end));
    return new TypeError(
        ref.head().span(),
        "function " + TermText.of(name) + " used as reference, not called",
        carets(ref, at) + "\nhave: " + TypeText.of(function),
        false);
  }

  private static TypeError unsupported(Term.Ref ref, int at, RegoType have) {
    if (have instanceof RegoType.Function function) {
      return usedAsReference(ref, at, function);
    }
    return new TypeError(
        ref.head().span(),
        "undefined ref: " + TermText.of(ref),
        carets(ref, at) + "\nhave: " + TypeText.of(have),
        false);
  }

  private static String prefix(Term.Ref ref, int length) {
    return TermText.of(new Term.Ref(ref.span(), ref.head(), ref.path().subList(0, length)));
  }

  private static String carets(Term.Ref ref, int at) {
    return TermText.of(ref) + "\n" + "^".repeat(prefix(ref, at + 1).length());
  }

  private static TypeError invalid(
      Term.Ref ref, int at, RegoType have, RegoType want, Collection<Value> oneOf) {
    String indent = " ".repeat(prefix(ref, at).length() + 1);
    String found =
        have.equals(Types.UNKNOWN)
            ? "have: " + TermText.of(ref.path().get(at))
            : "have (type): " + TypeText.of(have);
    String wanted =
        oneOf.isEmpty()
            ? "want (type): " + TypeText.of(want)
            : "want (one of): "
                + oneOf.stream().map(Value::toString).collect(Collectors.joining(" ", "[", "]"));
    return new TypeError(
        ref.head().span(),
        "undefined ref: " + TermText.of(ref),
        TermText.of(ref) + "\n" + indent + "^\n" + indent + found + "\n" + indent + wanted,
        false);
  }
}
