package dev.portcullis.rego.analysis;

import dev.portcullis.rego.analysis.safety.BodyOrder;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.text.Span;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Checks and rewrites modules and queries: from syntax trees to what the planner reads. */
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
      ResolvedProgram program, QueryContext context, Body query, AnalysisOptions options) {
    return new Analyzer(options).query(program, context, query);
  }

  private Analysis analyze(List<Module> parsed) {
    List<Module> modules = References.resolve(parsed, options, problems);
    modules = each(modules, new HeadReferences(names)::module);
    modules = each(modules, new RuleVariables(names, options, problems)::module);
    modules = each(modules, module -> ClosureVariables.module(module, names));
    Functions functions = new Functions(options.builtins(), new RuleTree(modules));
    modules = each(modules, new Flattener(names, functions)::module);
    BodyOrder order = new BodyOrder(functions, names);
    modules = eachRule(modules, rule -> ordered(rule, order));
    modules = eachRule(modules, new Assignments()::rule);
    modules = eachRule(modules, new NegationOperands(names, true)::rule);
    modules = each(modules, Folding::module);
    modules = each(modules, Modules::withoutImports);
    return new Analysis(
        problems.isEmpty() ? Optional.of(new ResolvedProgram(modules)) : Optional.empty(),
        problems.sorted());
  }

  private QueryAnalysis query(ResolvedProgram program, QueryContext context, Body query) {
    Body body =
        References.query(
            query,
            References.packagePath(Span.NONE, context.packagePath()),
            context.imports(),
            program.modules(),
            problems);
    Scopes scopes = new Scopes();
    body = new LocalVariables(names, problems, options.strict(), scopes).scopedBody(body, Set.of());
    body = ClosureVariables.query(body, names);
    Map<String, String> variables = queryVariables(body);
    Functions functions = new Functions(options.builtins(), new RuleTree(program.modules()));
    body = new Flattener(names, functions).body(body);
    body = new BodyOrder(functions, names).order(body, Set.of(), problems);
    body = new Assignments().body(body);
    body = new NegationOperands(names, false).body(body);
    body = Folding.query(body);
    return new QueryAnalysis(
        problems.isEmpty() ? Optional.of(body) : Optional.empty(), variables, problems.sorted());
  }

  private static Map<String, String> queryVariables(Body body) {
    Variables visible = Variables.visible();
    visible.body(body);
    Map<String, String> variables = new LinkedHashMap<>();
    for (String name : visible.names()) {
      if (!Names.isRoot(name) && !Names.isGenerated(name) && !name.startsWith("$")) {
        variables.put(Names.original(name), name);
      }
    }
    return variables;
  }

  private Rule ordered(Rule rule, BodyOrder order) {
    return Modules.mapChain(
        rule,
        next -> {
          if (problems.within(next.span())) {
            return next;
          }
          Variables arguments = Variables.all();
          next.head().arguments().ifPresent(arguments::terms);
          Set<String> given = new HashSet<>(arguments.names());
          return Modules.with(next, next.head(), order.order(next.body(), given, problems));
        });
  }

  private static List<Module> each(List<Module> modules, UnaryOperator<Module> pass) {
    return modules.stream().map(pass).toList();
  }

  private static List<Module> eachRule(List<Module> modules, UnaryOperator<Rule> pass) {
    return each(modules, module -> Modules.mapRules(module, pass));
  }
}
