package dev.portcullis.rego.program;

import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.analysis.Analyzer;
import dev.portcullis.rego.analysis.QueryAnalysis;
import dev.portcullis.rego.analysis.QueryContext;
import dev.portcullis.rego.analysis.ResolvedProgram;
import dev.portcullis.rego.ast.Body;
import dev.portcullis.rego.ast.Expr;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.optimize.Optimizer;
import dev.portcullis.rego.parser.ParserOptions;
import dev.portcullis.rego.parser.RegoParser;
import dev.portcullis.rego.plan.Plan;
import dev.portcullis.rego.plan.Planner;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A resolved program, from which entry points and queries are planned when they are asked for. */
final class CompiledProgram implements RegoProgram {
  private final ResolvedProgram resolved;
  private final CompilerOptions options;
  private final Map<List<String>, Optional<Entrypoint>> entrypoints = new ConcurrentHashMap<>();

  CompiledProgram(ResolvedProgram resolved, CompilerOptions options) {
    this.resolved = resolved;
    this.options = options;
  }

  @Override
  public Optional<Entrypoint> entrypoint(List<String> path) {
    return entrypoints.computeIfAbsent(List.copyOf(path), p -> entrypoints(List.of(p)).get(0));
  }

  @Override
  public List<Optional<Entrypoint>> entrypoints(List<List<String>> paths) {
    List<Planner.Entry> entries = new ArrayList<>();
    for (List<String> path : paths) {
      entries.add(new Planner.Entry.Document(path.stream().map(CompiledProgram::key).toList()));
    }
    Executable code = executable(Planner.plan(resolved, entries, options.analysis().builtins()));
    List<Optional<Entrypoint>> result = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      int entry = i;
      result.add(
          isDefined(paths.get(i))
              ? Optional.of(evaluation -> code.evaluate(entry, evaluation))
              : Optional.empty());
    }
    return result;
  }

  private static Value key(String name) {
    return StringValue.of(name);
  }

  private boolean isDefined(List<String> path) {
    return resolved.modules().stream()
        .flatMap(module -> Paths.of(module).stream())
        .anyMatch(rule -> Paths.leadsTo(rule, path));
  }

  private Executable executable(Plan plan) {
    return new Executable(
        Optimizer.optimize(plan, options.optimizations()), options.mode(), options.fallback());
  }

  @Override
  public PreparedQuery prepare(SourceText query, List<String> imports, List<String> packagePath) {
    ParserOptions parser = options.parser(RegoVersion.V1);
    List<Module.Import> parsedImports = new ArrayList<>();
    for (String text : imports) {
      parsedImports.add(
          RegoParser.parseImport(new SourceText(query.name(), text), parser).orElseThrow());
    }
    Body body = RegoParser.parseBody(query, parser).orElseThrow();
    QueryAnalysis analysis =
        Analyzer.analyzeQuery(
            resolved, new QueryContext(parsedImports, packagePath), body, options.analysis());
    Body resolvedBody =
        analysis
            .body()
            .orElseThrow(
                () ->
                    new PolicyException(
                        analysis.diagnostics().stream()
                            .map(new Snippets(List.of(query))::show)
                            .toList()));
    List<String> names = new ArrayList<>(analysis.variables().keySet());
    List<String> renamed = new ArrayList<>(analysis.variables().values());
    Plan plan =
        Planner.plan(
            resolved,
            List.of(new Planner.Entry.Query(resolvedBody, renamed)),
            options.analysis().builtins());
    return new Query(executable(plan), names, resolvedBody);
  }

  private record Query(Executable code, List<String> names, Body body) implements PreparedQuery {
    @Override
    public Outcome<List<Answer>> evaluate(Evaluation evaluation) {
      Outcome<Value> outcome = code.evaluate(0, evaluation);
      if (outcome instanceof Outcome.Failed<Value> failed) {
        return new Outcome.Failed<>(failed.error());
      }
      List<Answer> answers = new ArrayList<>();
      if (outcome instanceof Outcome.Defined<Value> defined) {
        ((ArrayValue) defined.result()).forEach(answer -> answers.add(answer((ArrayValue) answer)));
      }
      return new Outcome.Defined<>(List.copyOf(answers));
    }

    private Answer answer(ArrayValue values) {
      Map<String, Value> bindings = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        bindings.put(names.get(i), values.at(i));
      }
      List<Expression> expressions = new ArrayList<>();
      for (int i = names.size(); i < values.size(); i++) {
        Expr expr = body.exprs().get(i - names.size());
        expressions.add(
            new Expression(
                values.at(i), expr.span().text(), expr.span().row(), expr.span().column()));
      }
      return new Answer(bindings, List.copyOf(expressions));
    }
  }
}
