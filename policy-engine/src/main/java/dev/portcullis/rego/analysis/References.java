package dev.portcullis.rego.analysis;

import dev.portcullis.api.diagnostic.DiagnosticCode;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Refs;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.ast.TermRewriter;
import dev.portcullis.rego.ast.TermWalker;
import dev.portcullis.rego.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves names: what an import or a rule of the package is called becomes its path from {@code
 * data} or {@code input}, in rule heads too. Variables that are declared where the name stands win.
 */
final class References {
  private final Problems problems;
  private final Map<List<Term>, Set<String>> ruleNames = new HashMap<>();

  References(List<Module> modules, Problems problems) {
    this.problems = problems;
    for (Module module : modules) {
      Set<String> names =
          ruleNames.computeIfAbsent(module.packagePath().path(), p -> new LinkedHashSet<>());
      for (Rule rule : module.rules()) {
        ruleName(rule).ifPresent(names::add);
      }
    }
  }

  /** Returns the modules with all names resolved. The imports stay, for the passes that ask. */
  static List<Module> resolve(List<Module> modules, AnalysisOptions options, Problems problems) {
    References references = new References(modules, problems);
    List<Module> resolved = new ArrayList<>();
    for (Module module : modules) {
      resolved.add(references.module(module, options.strict()));
    }
    return resolved;
  }

  private static Optional<String> ruleName(Rule rule) {
    return rule.head().ref().head() instanceof Term.Var v
        ? Optional.of(v.name())
        : Optional.empty();
  }

  private Module module(Module module, boolean strict) {
    Globals globals = globals(module.packagePath(), module.imports());
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : module.rules()) {
      rules.add(chain(rule, globals, module.packagePath()));
    }
    if (strict) {
      reportUnusedImports(module.imports(), globals);
    }
    return Modules.withRules(module, rules);
  }

  private Globals globals(Term.Ref packagePath, List<Module.Import> imports) {
    Globals globals = new Globals();
    for (String name : ruleNames.getOrDefault(packagePath.path(), Set.of())) {
      globals.put(name, Imports.append(packagePath, name));
    }
    for (Module.Import imported : imports) {
      if (!Imports.isLanguage(imported)) {
        globals.put(Imports.name(imported), imported.path());
      }
    }
    return globals;
  }

  private void reportUnusedImports(List<Module.Import> imports, Globals globals) {
    for (Module.Import imported : imports) {
      if (!Imports.isLanguage(imported) && !globals.used.contains(Imports.name(imported))) {
        problems.error(
            DiagnosticCode.REGO_COMPILE_ERROR, imported.span(), Imports.text(imported) + " unused");
      }
    }
  }

  /** Resolves a query that stands in a package with imports. */
  static Body query(Body query, QueryContext context, List<Module> modules, Problems problems) {
    Term.Ref packagePath = packagePath(context.packagePath());
    Globals globals = new References(modules, problems).globals(packagePath, context.imports());
    Resolver resolver = new Resolver(globals);
    resolver.hide(declared(query));
    return resolver.body(query);
  }

  private Rule chain(Rule rule, Globals globals, Term.Ref packagePath) {
    return Modules.mapChain(rule, next -> rule(next, globals, packagePath));
  }

  private Rule rule(Rule rule, Globals globals, Term.Ref packagePath) {
    Rule.Head head = rule.head();
    ArgumentVariables arguments = new ArgumentVariables();
    head.arguments().ifPresent(arguments::terms);
    Resolver resolver = new Resolver(globals);
    resolver.hide(arguments.names);
    if (arguments.shadowed.isPresent()) {
      problems.error(
          DiagnosticCode.REGO_COMPILE_ERROR,
          rule.span(),
          "args must not shadow "
              + TermText.of(arguments.shadowed.get())
              + " (use a different variable name)");
    }
    resolver.hide(declared(rule.body()));
    Rule.Head resolved =
        new Rule.Head(
            head.span(),
            head.kind(),
            headRef(head.ref(), resolver, packagePath),
            head.arguments(),
            head.key().map(resolver::term),
            head.value().map(resolver::term),
            head.valueWritten(),
            head.assigned());
    Body body = resolver.body(rule.body());
    return Modules.with(rule, resolved, body);
  }

  private static Term.Ref headRef(Term.Ref ref, Resolver resolver, Term.Ref packagePath) {
    List<Term> path = new ArrayList<>(packagePath.path());
    if (ref.head() instanceof Term.Var name) {
      path.add(new Term.Scalar(name.span(), StringValue.of(name.name())));
    }
    path.addAll(resolver.terms(ref.path()));
    return new Term.Ref(ref.span(), new Term.Var(ref.span(), "data"), path);
  }

  /** Returns the variables that {@code body} declares, outside of comprehensions. */
  static Set<String> declared(Body body) {
    Declarations declarations = new Declarations();
    declarations.body(body);
    return declarations.names;
  }

  /** Returns the variables that {@code expr} declares, outside of comprehensions. */
  static Set<String> declared(Expr expr) {
    Declarations declarations = new Declarations();
    declarations.expr(expr);
    return declarations.names;
  }

  /** What names stand for, and which of them were asked for. */
  private static final class Globals {
    private final Map<String, Term.Ref> paths = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    void put(String name, Term.Ref path) {
      paths.put(name, path);
    }
  }

  private static final class Declarations extends TermWalker {
    private final Set<String> names = new HashSet<>();

    @Override
    public void statement(Expr.Statement statement) {
      if (statement instanceof Expr.TermStatement s
          && s.term() instanceof Term.Call call
          && Terms.isCallOf(call, "assign")
          && call.arguments().size() == 2) {
        names.addAll(Variables.allIn(call.arguments().get(0)));
      } else if (statement instanceof Expr.SomeDecl decl) {
        decl.variables().forEach(v -> names.add(v.name()));
      } else if (statement instanceof Expr.SomeIn in) {
        in.key().ifPresent(key -> names.addAll(Variables.allIn(key)));
        names.addAll(Variables.allIn(in.value()));
      }
      super.statement(statement);
    }

    @Override
    public void term(Term term) {
      if (!Variables.isComprehension(term)) {
        super.term(term);
      }
    }
  }

  /** The variables of a function's arguments, which hide names of documents. */
  private static final class ArgumentVariables extends TermWalker {
    private final Set<String> names = new HashSet<>();
    private Optional<Term> shadowed = Optional.empty();

    @Override
    public void term(Term term) {
      if (shadowed.isPresent()) {
        return;
      }
      if (Terms.isRootDocument(term)) {
        shadowed = Optional.of(term);
      } else if (term instanceof Term.Var v) {
        names.add(v.name());
      } else if (term instanceof Term.Ref ref) {
        reference(ref);
      } else if (term instanceof Term.ObjectTerm object) {
        object.entries().forEach(entry -> term(entry.value()));
      } else if (!(term instanceof Term.SetTerm
          || term instanceof Term.Call
          || Variables.isComprehension(term))) {
        super.term(term);
      }
    }

    private void reference(Term.Ref ref) {
      if (ref.head() instanceof Term.Var v) {
        names.add(v.name());
      } else {
        term(ref.head());
      }
      terms(ref.path());
    }
  }

  private static final class Resolver extends TermRewriter {
    private final Globals globals;
    private final Deque<Set<String>> hidden = new ArrayDeque<>();

    Resolver(Globals globals) {
      this.globals = globals;
    }

    void hide(Set<String> names) {
      hidden.push(names);
    }

    private Optional<Term.Ref> path(Term.Var v) {
      Term.Ref path = globals.paths.get(v.name());
      if (path == null) {
        return Optional.empty();
      }
      for (Set<String> names : hidden) {
        if (names.contains(v.name())) {
          return Optional.empty();
        }
      }
      globals.used.add(v.name());
      return Optional.of(Imports.at(path, v.span()));
    }

    @Override
    public Term term(Term term) {
      if (term instanceof Term.Var v) {
        return path(v).<Term>map(Imports::simplify).orElse(v);
      }
      if (term instanceof Term.Ref ref) {
        return reference(ref);
      }
      if (term instanceof Term.ArrayComprehension c) {
        return within(c.body(), () -> super.term(c));
      }
      if (term instanceof Term.SetComprehension c) {
        return within(c.body(), () -> super.term(c));
      }
      if (term instanceof Term.ObjectComprehension c) {
        return within(c.body(), () -> super.term(c));
      }
      return super.term(term);
    }

    private Term within(Body body, java.util.function.Supplier<Term> rewrite) {
      hidden.push(declared(body));
      Term result = rewrite.get();
      hidden.pop();
      return result;
    }

    private Term.Ref reference(Term.Ref ref) {
      List<Term> path = terms(ref.path());
      if (ref.head() instanceof Term.Var v) {
        Optional<Term.Ref> global = path(v);
        if (global.isPresent()) {
          List<Term> whole = new ArrayList<>(global.get().path());
          whole.addAll(path);
          return new Term.Ref(ref.span(), global.get().head(), whole);
        }
        return path == ref.path() ? ref : new Term.Ref(ref.span(), v, path);
      }
      Term head = term(ref.head());
      return head == ref.head() && path == ref.path() ? ref : new Term.Ref(ref.span(), head, path);
    }

    @Override
    public Expr.Statement statement(Expr.Statement statement) {
      if (!(statement instanceof Expr.Every every)) {
        return super.statement(statement);
      }
      Set<String> locals = new HashSet<>(Variables.allIn(every.value()));
      every.key().ifPresent(key -> locals.addAll(Variables.allIn(key)));
      hidden.push(locals);
      Expr.Every resolved =
          new Expr.Every(
              every.span(), every.key(), every.value(), term(every.domain()), body(every.body()));
      hidden.pop();
      return resolved;
    }
  }

  /** Returns {@code data.a.b} for a package path written without {@code data}. */
  private static Term.Ref packagePath(List<String> path) {
    List<String> names = new ArrayList<>(List.of("data"));
    names.addAll(path);
    return Refs.of(Span.NONE, names.toArray(String[]::new));
  }
}
