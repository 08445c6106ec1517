package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves only scalars and variables in the references of rule heads: {@code p[input.x]} becomes
 * {@code p[v]} with {@code v = input.x} in the body.
 */
final class HeadReferences {
  private final Names names;

  HeadReferences(Names names) {
    this.names = names;
  }

  Module module(Module module) {
    return Modules.mapRules(module, rule -> Modules.mapChain(rule, this::rule));
  }

  private Rule rule(Rule rule) {
    Rule.Head head = rule.head();
    List<Term> path = new ArrayList<>();
    List<Expr> more = new ArrayList<>();
    for (Term step : head.ref().path()) {
      if (step instanceof Term.Var v && !Names.isRoot(v.name()) || Terms.isScalar(step)) {
        path.add(step);
      } else {
        Term.Var v = names.generated(step.span());
        path.add(v);
        more.add(Terms.equalityExpr(step.span(), v, step, List.of()));
      }
    }
    if (more.isEmpty()) {
      return rule;
    }
    Term.Ref ref = new Term.Ref(head.ref().span(), head.ref().head(), path);
    return Modules.with(rule, Modules.withRef(head, ref), Terms.append(rule.body(), more));
  }
}
