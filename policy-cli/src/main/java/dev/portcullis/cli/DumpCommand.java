package dev.portcullis.cli;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonWriter;
import dev.portcullis.rego.analysis.Analysis;
import dev.portcullis.rego.analysis.AnalysisOptions;
import dev.portcullis.rego.analysis.Analyzer;
import dev.portcullis.rego.analysis.ResolvedProgram;
import dev.portcullis.rego.ast.AstJson;
import dev.portcullis.rego.ast.AstText;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.plan.PlanPrinter;
import dev.portcullis.rego.plan.Planner;
import dev.portcullis.rego.text.SourceText;
import dev.portcullis.rego.token.Lexer;
import dev.portcullis.rego.token.Token;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy dump}: shows what a stage of the compiler makes of Rego files. */
@Command(
    name = "dump",
    description = "Show what a stage of the compiler makes of Rego files.",
    footer = {
      "",
      "The stages, in their order: tokens (of the lexer), ast (of the parser, as JSON), program",
      "(the rules after analysis, names resolved and bodies ordered), plan (of the planner).",
      "",
      "Examples:",
      "  policy dump --stage tokens policy.rego",
      "  policy dump --stage program policies/",
      "  policy dump --stage plan policy.rego",
      "",
      "Exit codes: 0 done, 2 a file could not be read or compiled."
    })
final class DumpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "tokens, ast, program or plan (default: plan).")
  private Stage stage = Stage.plan;

  @Option(names = "--v0-compatible", description = "Read modules as Rego v0.")
  private boolean v0Compatible;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rego files and folders of them.")
  private List<String> paths = new ArrayList<>();

  /** The stages of the compiler. */
  enum Stage {
    tokens,
    ast,
    program,
    plan
  }

  @Override
  public Integer call() {
    RegoFiles files = RegoFiles.read(paths, v0Compatible);
    List<Diagnostic> errors = new ArrayList<>(files.errors());
    switch (stage) {
      case tokens -> files.sources().forEach(this::tokens);
      case ast -> files.modules().forEach(m -> line(JsonWriter.PRETTY.text(AstJson.of(m))));
      case program, plan -> compiled(files.modules(), errors);
    }
    errors.forEach(spec.commandLine().getErr()::println);
    return errors.isEmpty() ? ExitCode.OK : ExitCode.ERROR;
  }

  private void line(String text) {
    spec.commandLine().getOut().println(text);
  }

  private void tokens(SourceText source) {
    for (Token token : Lexer.lex(source).tokens()) {
      line(source.location(token.start()) + " " + token.kind() + " " + token.text());
    }
  }

  private void compiled(List<Module> modules, List<Diagnostic> errors) {
    Map<String, Builtin> builtins = Builtins.all();
    Analysis analysis = Analyzer.analyze(modules, AnalysisOptions.of(builtins));
    analysis.diagnostics().stream().filter(Diagnostic::isError).forEach(errors::add);
    if (analysis.program().isEmpty()) {
      return;
    }
    ResolvedProgram program = analysis.program().get();
    if (stage == Stage.program) {
      program.modules().forEach(this::program);
      return;
    }
    List<Planner.Entry> entries =
        program.modules().stream()
            .map(module -> path(module.packagePath()))
            .distinct()
            .<Planner.Entry>map(Planner.Entry.Document::new)
            .toList();
    line(PlanPrinter.print(Planner.plan(program, entries, builtins)));
  }

  private void program(Module module) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("# " + module.source().name());
    for (Rule rule : module.rules()) {
      out.println(AstText.of(rule));
    }
    out.println();
  }

  private static List<Value> path(Term.Ref packagePath) {
    return packagePath.path().stream()
        .<Value>map(
            step ->
                step instanceof Term.Scalar scalar
                    ? scalar.value()
                    : StringValue.of(AstText.of(step)))
        .toList();
  }
}
