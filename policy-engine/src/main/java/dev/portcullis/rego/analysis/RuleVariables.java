package dev.portcullis.rego.analysis;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.rego.analysis.Scopes.Occurrence;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import dev.portcullis.rego.ast.TermWalker;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Renames the local variables of rules: arguments, declared variables, comprehensions in heads. */
final class RuleVariables {
  private final Names names;
  private final AnalysisOptions options;
  private final Problems problems;

  RuleVariables(Names names, AnalysisOptions options, Problems problems) {
    this.names = names;
    this.options = options;
    this.problems = problems;
  }

  Module module(Module module) {
    return Modules.mapRules(module, this::chain);
  }

  private Rule chain(Rule rule) {
    Scopes arguments = new Scopes();
    Set<String> unused = new LinkedHashSet<>();
    if (options.strict() && rule.head().arguments().isPresent()) {
      Variables variables = Variables.all();
      variables.terms(rule.head().arguments().get());
      unused.addAll(variables.names());
    }
    ArgumentNames argumentNames = new ArgumentNames(arguments);
    rule.head().arguments().ifPresent(argumentNames::terms);
    Rule renamed = Modules.mapChain(rule, next -> rule(next, arguments, unused));
    for (String argument : unused) {
      if (!argument.startsWith("$")) {
        problems.error(
            DiagnosticCode.REGO_COMPILE_ERROR,
            rule.head().span(),
            "unused argument " + argument + ". (hint: use _ (wildcard variable) instead)");
      }
    }
    return renamed;
  }

  private Rule rule(Rule rule, Scopes arguments, Set<String> unused) {
    Rule.Head head = new HeadClosures().head(rule.head());
    Set<String> used = usedByHead(head);
    if (head.value().isPresent() && !Terms.isScalar(head.value().get())) {
      unused.removeAll(Variables.allIn(head.value().get()));
    }
    Scopes scopes = arguments.copy();
    renameShadowsOfBuiltins(rule, scopes);
    LocalVariables locals = new LocalVariables(names, problems, options.strict(), scopes);
    Body body = locals.scopedBody(rule.body(), used);
    unused.removeIf(argument -> scopes.count(argument) > 1);
    return Modules.with(rule, new DeclaredNames(scopes).head(head), body);
  }

  private static Set<String> usedByHead(Rule.Head head) {
    Variables variables = Variables.all();
    variables.terms(head.ref().path());
    head.key().ifPresent(variables::term);
    head.value().ifPresent(variables::term);
    return variables.names();
  }

  /**
   * A variable of a body that has the name of a builtin is renamed like a declared one, so that
   * nothing takes it for the builtin.
   */
  private void renameShadowsOfBuiltins(Rule rule, Scopes scopes) {
    Variables variables = Variables.visible();
    variables.body(rule.body());
    Set<String> inWith = null;
    Set<String> declared = null;
    for (String name : variables.names()) {
      if (!options.builtins().containsKey(name) || scopes.knows(name)) {
        continue;
      }
      if (inWith == null || declared == null) {
        inWith = new WithVariables().of(rule);
        declared = References.declared(rule.body());
      }
      if (!inWith.contains(name) && !declared.contains(name)) {
        scopes.insert(name, names.renamed(name), Occurrence.SEEN);
      }
    }
  }

  private static final class WithVariables extends TermWalker {
    private final Set<String> names = new LinkedHashSet<>();

    Set<String> of(Rule rule) {
      rule(rule);
      return names;
    }

    @Override
    public void with(Expr.With with) {
      names.addAll(Variables.allIn(with.target()));
      names.addAll(Variables.allIn(with.value()));
      super.with(with);
    }
  }

  /** Names the arguments of a function. */
  private final class ArgumentNames extends TermWalker {
    private final Scopes scopes;

    ArgumentNames(Scopes scopes) {
      this.scopes = scopes;
    }

    @Override
    public void term(Term term) {
      if (term instanceof Term.Var v) {
        if (scopes.knows(v.name())) {
          scopes.use(v.name());
        } else {
          scopes.insert(v.name(), names.renamed(v.name()), Occurrence.ARGUMENT);
        }
      } else if (term instanceof Term.ObjectTerm object) {
        object.entries().forEach(entry -> term(entry.value()));
      } else if (term instanceof Term.Call call) {
        problems.error(
            DiagnosticCode.REGO_COMPILE_ERROR, call.span(), "rule arguments cannot contain calls");
      } else if (term instanceof Term.Ref || term instanceof Term.ArrayTerm) {
        super.term(term);
      }
    }
  }

  /** Renames what comprehensions and templates in a head declare: they see nothing of the body. */
  private final class HeadClosures extends TermRewriter {
    @Override
    public Term.Ref headRef(Term.Ref ref) {
      return ref;
    }

    @Override
    public Term term(Term term) {
      if (Variables.isComprehension(term) || term instanceof Term.TemplateString) {
        return new LocalVariables(names, problems, options.strict(), new Scopes()).term(term);
      }
      return super.term(term);
    }
  }

  /** Calls the variables of a head what the body calls them. */
  private static final class DeclaredNames extends TermRewriter {
    private final Scopes scopes;

    DeclaredNames(Scopes scopes) {
      this.scopes = scopes;
    }

    @Override
    public Term term(Term term) {
      if (term instanceof Term.Var v) {
        Optional<String> renamed = scopes.renamed(v.name());
        return renamed.isPresent() ? new Term.Var(v.span(), renamed.get()) : v;
      }
      return super.term(term);
    }
  }
}
