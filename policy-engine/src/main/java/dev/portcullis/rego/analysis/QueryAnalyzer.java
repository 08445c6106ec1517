package dev.portcullis.rego.analysis;

import dev.portcullis.rego.analysis.check.BuiltinCheck;
import dev.portcullis.rego.analysis.check.RootDocumentCheck;
import dev.portcullis.rego.analysis.check.UndefinedFunctionCheck;
import dev.portcullis.rego.analysis.check.VoidCallCheck;
import dev.portcullis.rego.analysis.check.WithCheck;
import dev.portcullis.rego.analysis.safety.BodyOrder;
import dev.portcullis.rego.analysis.safety.DeclarationCheck;
import dev.portcullis.rego.analysis.types.TypeChecker;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks and rewrites a query against an analysed program: the passes of modules, on one body. */
final class QueryAnalyzer {
  private final ResolvedProgram program;
  private final AnalysisOptions options;
  private final Functions functions;
  private final Problems problems = new Problems();
  private final Names names = new Names("q");

  private QueryAnalyzer(ResolvedProgram program, AnalysisOptions options) {
    this.program = program;
    this.options = options;
    this.functions = new Functions(options.builtins(), new RuleTree(program.modules()));
  }

  static QueryAnalysis analyze(
      ResolvedProgram program, QueryContext context, Body query, AnalysisOptions options) {
    return new QueryAnalyzer(program, options).analyze(context, query);
  }

  private QueryAnalysis analyze(QueryContext context, Body query) {
    if (options.strict()) {
      RootDocumentCheck.check(query, problems);
    }
    Body body = References.query(query, context, program.modules(), problems);
    Scopes scopes = new Scopes();
    body = new LocalVariables(names, problems, options.strict(), scopes).scopedBody(body, Set.of());
    Map<String, String> variables = variables(body);
    new VoidCallCheck(functions, problems).body(body);
    new DeclarationCheck(functions, problems).query(body);
    body = ClosureVariables.query(body, names);
    body = new Flattener(names, functions).body(body);
    new WithCheck(functions, options, problems).body(body);
    new UndefinedFunctionCheck(functions, problems).body(body);
    if (problems.isEmpty()) {
      body = new BodyOrder(functions, names).order(body, Set.of(), problems);
    }
    body = new Assignments().body(body);
    if (problems.isEmpty()) {
      typesOfRulesReadBy(body).check(body);
    }
    new BuiltinCheck(functions, options, options.strict(), problems).body(body);
    body = new NegationOperands(names, false).body(body);
    body = Folding.query(body);
    return new QueryAnalysis(
        problems.isEmpty() ? Optional.of(body) : Optional.empty(), variables, problems.sorted());
  }

  /** Infers the types of the rules that the query reads, which are known to be right. */
  private TypeChecker typesOfRulesReadBy(Body body) {
    TypeChecker checker = new TypeChecker(functions, options, problems);
    Flattener flattener = new Flattener(names, functions);
    for (Rule rule : RuleGraph.readBy(body, functions.rules()).sorted()) {
      checker.infer(flattener.rule(rule));
    }
    return checker;
  }

  private static Map<String, String> variables(Body body) {
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
}
