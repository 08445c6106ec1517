package dev.portcullis.rego.analysis.safety;

import dev.portcullis.rego.analysis.Flattener;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.analysis.Variables;
import dev.portcullis.rego.analysis.Variables.Skip;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermWalker;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Which variables a flat expression gives values to, when certain others have theirs. */
final class Outputs {
  private static final Set<Skip> OPERANDS =
      EnumSet.of(Skip.CLOSURES, Skip.SETS, Skip.OBJECT_KEYS, Skip.REF_HEADS);

  private final Functions functions;

  Outputs(Functions functions) {
    this.functions = functions;
  }

  Set<String> of(Expr expr, Known safe) {
    if (expr.negated()) {
      return Set.of();
    }
    for (Expr.With with : expr.with()) {
      Variables visible = Variables.visible();
      visible.with(with);
      if (!safe.containsAll(visible.names())) {
        return Set.of();
      }
    }
    Expr.Statement statement = expr.statement();
    if (statement instanceof Expr.Every every) {
      return ofReferences(every.domain(), safe);
    }
    if (statement instanceof Expr.NotBody || statement instanceof Expr.Logical) {
      return Set.of();
    }
    Optional<Term.Call> named = Flattener.namedCall(expr);
    if (named.isPresent()) {
      List<Term> arguments = new ArrayList<>(named.get().arguments());
      arguments.add(Terms.call(expr).orElseThrow().arguments().get(0));
      return ofCall(expr, named.get().operator(), arguments, safe);
    }
    Optional<Term.Call> call = Terms.call(expr);
    if (call.isEmpty()) {
      return ofReferences(expr, safe);
    }
    if (Terms.isEquality(expr) || Terms.isAssignment(expr)) {
      return ofEquality(expr, safe);
    }
    return ofCall(expr, call.get().operator(), call.get().arguments(), safe);
  }

  Set<String> ofEquality(Expr expr, Known safe) {
    Term.Call call = Terms.call(expr).orElseThrow();
    if (call.arguments().size() != 2) {
      return Set.of();
    }
    Term left = call.arguments().get(0);
    Term right = call.arguments().get(1);
    Set<String> found = new HashSet<>(ofReferences(expr, safe));
    // What := declares gets its value from the right, never the other way round.
    Set<String> declared = Terms.isAssignment(expr) ? Variables.allIn(left) : Set.of();
    found.removeAll(declared);
    Predicate<String> basis =
        name -> !declared.contains(name) && (found.contains(name) || safe.contains(name));
    Set<String> outputs = new Unifier(basis).unify(left, right);
    outputs.addAll(found);
    outputs.removeIf(safe::contains);
    return outputs;
  }

  private Set<String> ofCall(Expr expr, Term.Ref operator, List<Term> arguments, Known safe) {
    OptionalInt arity = functions.arity(operator);
    if (arity.isEmpty()) {
      return Set.of();
    }
    Set<String> outputs = new HashSet<>(ofReferences(expr, safe));
    if (arity.getAsInt() >= arguments.size()) {
      return outputs;
    }
    Variables inputs = new Variables(OPERANDS);
    inputs.terms(operator.path());
    inputs.terms(arguments.subList(0, arity.getAsInt()));
    for (String name : inputs.names()) {
      if (!outputs.contains(name) && !safe.contains(name)) {
        return Set.of();
      }
    }
    Variables results = new Variables(OPERANDS);
    results.terms(arguments.subList(arity.getAsInt(), arguments.size()));
    outputs.addAll(results.names());
    return outputs;
  }

  private Set<String> ofReferences(Expr expr, Known safe) {
    ReferenceOutputs references = new ReferenceOutputs(safe);
    references.expr(expr);
    return references.outputs;
  }

  private Set<String> ofReferences(Term term, Known safe) {
    ReferenceOutputs references = new ReferenceOutputs(safe);
    references.term(term);
    return references.outputs;
  }

  /** Returns whether the head of a reference, or the arguments of a call, have their values. */
  static boolean isSafe(Term term, Predicate<String> safe) {
    Term head = term instanceof Term.Ref ref ? ref.head() : term;
    return Variables.visibleIn(head).stream().allMatch(safe);
  }

  /** Iterating over a reference gives values to the variables of its path. */
  private static final class ReferenceOutputs extends TermWalker {
    private final Known safe;
    private final Set<String> outputs = new HashSet<>();

    ReferenceOutputs(Known safe) {
      this.safe = safe;
    }

    @Override
    public void term(Term term) {
      if (Variables.isComprehension(term) || term instanceof Term.TemplateString) {
        return;
      }
      if (term instanceof Term.Ref ref) {
        if (!isSafe(ref, safe::contains)) {
          return;
        }
        Variables path = new Variables(EnumSet.of(Skip.REF_HEADS));
        path.terms(ref.path());
        outputs.addAll(path.names());
      }
      super.term(term);
    }
  }
}
