package dev.portcullis.rego.analysis;

import dev.portcullis.rego.analysis.check.BuiltinCheck;
import dev.portcullis.rego.analysis.check.HeadSafetyCheck;
import dev.portcullis.rego.analysis.check.ImportCheck;
import dev.portcullis.rego.analysis.check.RecursionCheck;
import dev.portcullis.rego.analysis.check.RootDocumentCheck;
import dev.portcullis.rego.analysis.check.RuleConflictCheck;
import dev.portcullis.rego.analysis.check.UndefinedFunctionCheck;
import dev.portcullis.rego.analysis.check.VoidCallCheck;
import dev.portcullis.rego.analysis.check.WithCheck;
import dev.portcullis.rego.analysis.safety.BodyOrder;
import dev.portcullis.rego.analysis.safety.DeclarationCheck;
import dev.portcullis.rego.analysis.types.TypeChecker;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.ast.Rule;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Checks and rewrites modules: from syntax trees to what the planner reads. The passes run in the
 * order of {@link #passes}, all of them; a rule in which a pass has found an error is left alone by
 * those after it.
 */
public final class Analyzer {
  private final AnalysisOptions options;
  private final Problems problems = new Problems();
  private final Names names = new Names();

  private Analyzer(AnalysisOptions options) {
    this.options = options;
  }

  /** Analyses modules together. */
  public static Analysis analyze(List<Module> modules, AnalysisOptions options) {
    return new Analyzer(options).analyze(modules);
  }

  /** Analyses a query against a program. */
  public static QueryAnalysis analyzeQuery(
      ResolvedProgram program,
      QueryContext context,
      dev.portcullis.rego.ast.Body query,
      AnalysisOptions options) {
    return QueryAnalyzer.analyze(program, context, query, options);
  }

  /** The modules between two passes, and the functions that they may call. */
  private record State(List<Module> modules, Functions functions) {
    State with(List<Module> newModules) {
      return new State(newModules, functions);
    }
  }

  private record Pass(String name, UnaryOperator<State> run) {}

  private List<Pass> passes() {
    return List.of(
        checkModules("imports", (state, module) -> imports(module)),
        rewrite("references", s -> References.resolve(s.modules(), options, problems)),
        rewrite("rule heads", s -> each(s, new HeadReferences(names)::module)),
        rewrite(
            "local variables", s -> each(s, new RuleVariables(names, options, problems)::module)),
        new Pass("functions", this::functions),
        checkRules("void calls", (s, r) -> new VoidCallCheck(s.functions(), problems).rule(r)),
        checkRules("print and templates", this::declarations),
        rewrite("metadata", this::metadata),
        rewrite("closure variables", s -> each(s, m -> ClosureVariables.module(m, names))),
        rewrite("flat bodies", s -> each(s, new Flattener(names, s.functions())::module)),
        check(
            "rule conflicts",
            s -> RuleConflictCheck.check(s.modules(), s.functions().rules(), problems)),
        checkRules("modifiers", (s, r) -> new WithCheck(s.functions(), options, problems).rule(r)),
        checkRules(
            "undefined functions",
            (s, r) -> new UndefinedFunctionCheck(s.functions(), problems).rule(r)),
        checkRules("safety of heads", (s, r) -> heads(r)),
        rewrite("safety of bodies", this::ordered),
        rewrite("assignments", s -> eachRule(s, new Assignments()::rule)),
        check("recursion and types", this::types),
        checkModules("builtins", this::builtins),
        rewrite("negations", s -> eachRule(s, new NegationOperands(names, true)::rule)),
        rewrite("nested calls", s -> each(s, Folding::module)),
        rewrite("no imports", s -> each(s, Modules::withoutImports)));
  }

  private Analysis analyze(List<Module> parsed) {
    List<Module> sorted =
        parsed.stream().sorted(Comparator.comparing(m -> m.source().name())).toList();
    State state = new State(sorted, new Functions(options.builtins(), new RuleTree(List.of())));
    for (Pass pass : passes()) {
      state = pass.run().apply(state);
    }
    return new Analysis(
        problems.isEmpty() ? Optional.of(new ResolvedProgram(state.modules())) : Optional.empty(),
        problems.sorted());
  }

  private static Pass rewrite(
      String name, java.util.function.Function<State, List<Module>> newModules) {
    return new Pass(name, state -> state.with(newModules.apply(state)));
  }

  private static Pass check(String name, Consumer<State> check) {
    return new Pass(
        name,
        state -> {
          check.accept(state);
          return state;
        });
  }

  private static Pass checkModules(String name, BiConsumer<State, Module> check) {
    return check(name, state -> state.modules().forEach(module -> check.accept(state, module)));
  }

  /** Returns a pass over the rules without errors, each with its {@code else}. */
  private Pass checkRules(String name, BiConsumer<State, Rule> check) {
    return checkModules(
        name,
        (state, module) -> {
          for (Rule rule : module.rules()) {
            if (!problems.within(rule.span())) {
              check.accept(state, rule);
            }
          }
        });
  }

  private static List<Module> each(State state, UnaryOperator<Module> pass) {
    return state.modules().stream().map(pass).toList();
  }

  private static List<Module> eachRule(State state, UnaryOperator<Rule> pass) {
    return each(state, module -> Modules.mapRules(module, pass));
  }

  private State functions(State state) {
    return new State(
        state.modules(), new Functions(options.builtins(), new RuleTree(state.modules())));
  }

  private boolean obeysV1(Module module) {
    return options.strict() || module.version() != RegoVersion.V0;
  }

  private void imports(Module module) {
    if (obeysV1(module)) {
      ImportCheck.check(module, problems);
      RootDocumentCheck.check(module, problems);
    }
  }

  private List<Module> metadata(State state) {
    AnnotationSet annotations = new AnnotationSet(state.modules(), problems);
    return MetadataCalls.rewrite(state.modules(), annotations, options.builtins().keySet());
  }

  private void declarations(State state, Rule rule) {
    DeclarationCheck check = new DeclarationCheck(state.functions(), problems);
    Modules.chain(rule).forEach(check::rule);
  }

  private void heads(Rule rule) {
    Modules.chain(rule).forEach(next -> HeadSafetyCheck.check(next, problems));
  }

  private List<Module> ordered(State state) {
    BodyOrder order = new BodyOrder(state.functions(), names);
    return eachRule(
        state,
        rule -> problems.within(rule.span()) ? rule : Modules.mapChain(rule, r -> order(r, order)));
  }

  private Rule order(Rule rule, BodyOrder order) {
    Variables arguments = Variables.all();
    rule.head().arguments().ifPresent(arguments::terms);
    Set<String> given = new HashSet<>(arguments.names());
    return Modules.with(rule, rule.head(), order.order(rule.body(), given, problems));
  }

  private void types(State state) {
    RuleGraph graph = new RuleGraph(state.modules(), new RuleTree(state.modules()));
    Set<Rule> recursive = RecursionCheck.check(graph, problems);
    TypeChecker checker = new TypeChecker(state.functions(), options, problems);
    for (Rule rule : graph.sorted()) {
      if (recursive.contains(rule) || problems.within(rule.span())) {
        checker.skip(rule);
      } else {
        checker.check(rule, List.of());
      }
    }
  }

  private void builtins(State state, Module module) {
    BuiltinCheck check = new BuiltinCheck(state.functions(), options, obeysV1(module), problems);
    module.rules().forEach(check::rule);
  }
}
