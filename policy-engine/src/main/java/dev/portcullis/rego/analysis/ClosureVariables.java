package dev.portcullis.rego.analysis;

import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gives undeclared variables that only a closure sees names of their own: a name is the enclosing
 * body's variable where that body mentions it outside of closures, else the closure's.
 */
final class ClosureVariables extends TermRewriter {
  private final Names names;
  private final List<Level> levels = new ArrayList<>();

  private ClosureVariables(Names names) {
    this.names = names;
  }

  private record Level(Set<String> known, Map<String, String> renamed) {}

  static Module module(Module module, Names names) {
    return Modules.mapRules(module, rule -> Modules.mapChain(rule, next -> rule(next, names)));
  }

  private static Rule rule(Rule rule, Names names) {
    Variables visible = Variables.visible();
    visible.head(rule.head());
    visible.body(rule.body());
    ClosureVariables renamer = new ClosureVariables(names);
    renamer.levels.add(new Level(visible.names(), Map.of()));
    return Modules.with(rule, renamer.head(rule.head()), renamer.body(rule.body()));
  }

  /** Renames in a query. */
  static Body query(Body query, Names names) {
    Variables visible = Variables.visible();
    visible.body(query);
    ClosureVariables renamer = new ClosureVariables(names);
    renamer.levels.add(new Level(visible.names(), Map.of()));
    return renamer.body(query);
  }

  private <T> T within(Variables visible, Supplier<T> rewrite) {
    Map<String, String> renamed = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (String name : visible.names()) {
      if (!Names.isRoot(name) && !known(name)) {
        known.add(name);
        if (name.indexOf('#') < 0 && !name.startsWith("$")) {
          renamed.put(name, names.renamed(name));
        }
      }
    }
    levels.add(new Level(known, renamed));
    T result = rewrite.get();
    levels.remove(levels.size() - 1);
    return result;
  }

  private boolean known(String name) {
    for (Level level : levels) {
      if (level.known().contains(name)) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> renamed(String name) {
    for (int i = levels.size() - 1; i >= 0; i--) {
      if (levels.get(i).known().contains(name)) {
        return Optional.ofNullable(levels.get(i).renamed().get(name));
      }
    }
    return Optional.empty();
  }

  @Override
  public Term term(Term term) {
    if (term instanceof Term.Var v) {
      return renamed(v.name()).<Term>map(name -> new Term.Var(v.span(), name)).orElse(v);
    }
    Variables visible = Variables.visible();
    if (term instanceof Term.ArrayComprehension c) {
      visible.term(c.head());
      visible.body(c.body());
      return within(visible, () -> super.term(c));
    }
    if (term instanceof Term.SetComprehension c) {
      visible.term(c.head());
      visible.body(c.body());
      return within(visible, () -> super.term(c));
    }
    if (term instanceof Term.ObjectComprehension c) {
      visible.term(c.key());
      visible.term(c.value());
      visible.body(c.body());
      return within(visible, () -> super.term(c));
    }
    if (term instanceof Term.TemplateString template) {
      return template(template);
    }
    if (term instanceof Term.Call call) {
      return new Term.Call(
          call.span(),
          new Term.Ref(
              call.operator().span(), call.operator().head(), terms(call.operator().path())),
          terms(call.arguments()));
    }
    return super.term(term);
  }

  private Term template(Term.TemplateString template) {
    List<Term.TemplatePart> parts = new ArrayList<>();
    for (Term.TemplatePart part : template.parts()) {
      if (part instanceof Term.TemplatePart.Interpolation interpolation) {
        Variables visible = Variables.visible();
        visible.expr(interpolation.expr());
        parts.add(
            within(visible, () -> new Term.TemplatePart.Interpolation(expr(interpolation.expr()))));
      } else {
        parts.add(part);
      }
    }
    return new Term.TemplateString(template.span(), template.multiLine(), parts);
  }

  @Override
  public Expr.Statement statement(Expr.Statement statement) {
    if (statement instanceof Expr.Every every) {
      Term domain = term(every.domain());
      Variables visible = Variables.visible();
      every.key().ifPresent(visible::term);
      visible.term(every.value());
      visible.body(every.body());
      return within(
          visible,
          () ->
              new Expr.Every(
                  every.span(),
                  every.key().map(this::term),
                  term(every.value()),
                  domain,
                  body(every.body())));
    }
    if (statement instanceof Expr.NotBody not && not.braces()) {
      return new Expr.NotBody(not.span(), closure(not.body()), true);
    }
    if (statement instanceof Expr.Logical logical) {
      return new Expr.Logical(
          logical.span(), logical.operator(), operand(logical.left()), operand(logical.right()));
    }
    return super.statement(statement);
  }

  private Expr.Operand operand(Expr.Operand operand) {
    return operand.braces()
        ? new Expr.Operand(closure(operand.body()), true)
        : new Expr.Operand(body(operand.body()), false);
  }

  private Body closure(Body body) {
    Variables visible = Variables.visible();
    visible.body(body);
    return within(visible, () -> body(body));
  }
}
