package dev.portcullis.rego.analysis.safety;

import dev.portcullis.rego.analysis.Flattener;
import dev.portcullis.rego.analysis.Functions;
import dev.portcullis.rego.analysis.Terms;
import dev.portcullis.rego.analysis.Variables;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Term;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The variables that a body sees of its expressions. Of an operator written without braces it sees
 * those that the operand does not settle by itself.
 */
final class VisibleVariables extends Variables {
  private static final Set<Skip> OUTPUTS =
      EnumSet.of(Skip.CLOSURES, Skip.SETS, Skip.OBJECT_KEYS, Skip.REF_HEADS);

  private final Functions functions;

  VisibleVariables(Functions functions) {
    super(EnumSet.of(Skip.CLOSURES, Skip.OPERATORS));
    this.functions = functions;
  }

  static Set<String> of(Expr expr, Functions functions) {
    VisibleVariables variables = new VisibleVariables(functions);
    variables.expr(expr);
    return variables.names();
  }

  @Override
  protected void unbraced(Body body) {
    Map<String, Integer> occurrences = new HashMap<>();
    for (Expr expr : body.exprs()) {
      Variables visible = Variables.visible();
      visible.expr(expr);
      visible.names().forEach(name -> occurrences.merge(name, 1, Integer::sum));
    }
    Set<String> bound = new HashSet<>();
    if (body.exprs().size() > 1) {
      body.exprs().forEach(expr -> bound.addAll(bindings(expr)));
    }
    occurrences.forEach(
        (name, count) -> {
          if (!bound.contains(name) || count == 1) {
            add(name, body.span());
          }
        });
  }

  private Set<String> bindings(Expr expr) {
    if (Flattener.namedCall(expr).isPresent()) {
      Term.Call definition = Terms.call(expr).orElseThrow();
      return Set.of(((Term.Var) definition.arguments().get(0)).name());
    }
    if (Terms.isEquality(expr)) {
      return new Outputs(functions).ofEquality(expr, new Known(java.util.Optional.empty()));
    }
    return Terms.call(expr).map(this::callBindings).orElse(Set.of());
  }

  private Set<String> callBindings(Term.Call call) {
    OptionalInt arity = functions.arity(call.operator());
    List<Term> arguments = call.arguments();
    if (arity.isEmpty() || arity.getAsInt() >= arguments.size()) {
      return Set.of();
    }
    Variables outputs = new Variables(OUTPUTS);
    outputs.terms(arguments.subList(arity.getAsInt(), arguments.size()));
    return outputs.names();
  }
}
