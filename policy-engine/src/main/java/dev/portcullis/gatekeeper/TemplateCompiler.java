package dev.portcullis.gatekeeper;

import static dev.portcullis.api.diagnostic.DiagnosticCode.TEMPLATE_ERROR;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.program.Entrypoint;
import dev.portcullis.rego.program.RegoProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles the Rego of templates as one program. A template with errors is left out and does not
 * disturb the others.
 */
public final class TemplateCompiler {
  private final ModuleCompiler compiler;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private TemplateCompiler(ModuleCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * What was compiled.
   *
   * @param policies the templates without errors, by their kind, in the order given
   * @param diagnostics what is wrong or odd, with places in the files of the templates
   */
  public record Result(Map<String, TemplatePolicy> policies, List<Diagnostic> diagnostics) {
    /** Copies the list. */
    public Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** A template whose modules are parsed, checked and moved to packages of their own. */
  private record Prepared(
      ConstraintTemplate template, List<Module> modules, boolean usesInventory) {}

  /** Compiles {@code templates}, whose kinds are different. */
  public static Result compile(List<ConstraintTemplate> templates, ModuleCompiler compiler) {
    TemplateCompiler run = new TemplateCompiler(compiler);
    return new Result(run.compile(templates), run.diagnostics);
  }

  private Map<String, TemplatePolicy> compile(List<ConstraintTemplate> templates) {
    List<Prepared> prepared = new ArrayList<>();
    for (ConstraintTemplate template : templates) {
      prepare(template).ifPresent(prepared::add);
    }
    ModuleCompiler.Made<RegoProgram> together = compileTogether(prepared);
    if (together.result().isEmpty()) {
      prepared.removeIf(one -> !compilesAlone(one));
      together = compileTogether(prepared);
    }
    report(together.diagnostics(), prepared);
    Map<String, TemplatePolicy> policies = new LinkedHashMap<>();
    if (together.result().isPresent()) {
      for (Prepared one : prepared) {
        policy(one, together.result().get())
            .ifPresent(policy -> policies.put(one.template().kind(), policy));
      }
    }
    return policies;
  }

  private ModuleCompiler.Made<RegoProgram> compileTogether(List<Prepared> prepared) {
    return compiler.compile(prepared.stream().flatMap(p -> p.modules().stream()).toList());
  }

  private boolean compilesAlone(Prepared one) {
    ModuleCompiler.Made<RegoProgram> alone = compiler.compile(one.modules());
    if (alone.result().isEmpty()) {
      report(alone.diagnostics(), List.of(one));
      return false;
    }
    return true;
  }

  private Optional<TemplatePolicy> policy(Prepared one, RegoProgram program) {
    ConstraintTemplate template = one.template();
    Optional<Entrypoint> entry = program.entrypoint(TemplateModules.entryPath(template.kind()));
    if (entry.isEmpty()) {
      Findings findings = new Findings(template.object());
      findings.error(TEMPLATE_ERROR, "/spec/targets/0", "the template has no rule violation");
      diagnostics.addAll(findings.toList());
    }
    return entry.map(e -> new TemplatePolicy(template, e, one.usesInventory()));
  }

  private Optional<Prepared> prepare(ConstraintTemplate template) {
    ConstraintTemplate.RegoCode code = template.rego();
    Optional<Module> policy = parse(code.policy(), template);
    List<Module> libraries = new ArrayList<>();
    boolean whole = policy.isPresent();
    for (EmbeddedSource library : code.libraries()) {
      Optional<Module> module = parse(library, template);
      whole &= module.isPresent();
      module.ifPresent(libraries::add);
    }
    if (!whole) {
      return Optional.empty();
    }
    TemplateRego.Findings findings = TemplateRego.check(policy.orElseThrow(), libraries);
    findings.diagnostics().forEach(d -> diagnostics.add(inFile(d, code)));
    if (findings.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return Optional.empty();
    }
    return Optional.of(
        new Prepared(
            template,
            TemplateModules.move(template.kind(), policy.orElseThrow(), libraries),
            findings.usesInventory()));
  }

  private Optional<Module> parse(EmbeddedSource source, ConstraintTemplate template) {
    ModuleCompiler.Made<Module> made = compiler.parse(source.source(), template.rego().version());
    made.diagnostics().forEach(d -> diagnostics.add(source.inFile(d)));
    return made.result();
  }

  private void report(List<Diagnostic> found, List<Prepared> prepared) {
    for (Diagnostic diagnostic : found) {
      Diagnostic placed = diagnostic;
      for (Prepared one : prepared) {
        if (belongsTo(diagnostic, one.template().rego())) {
          placed = inFile(diagnostic, one.template().rego());
          break;
        }
      }
      diagnostics.add(placed);
    }
  }

  private static boolean belongsTo(Diagnostic diagnostic, ConstraintTemplate.RegoCode code) {
    Optional<Location> at = diagnostic.location();
    return at.isPresent()
        && (code.policy().holds(at.get())
            || code.libraries().stream().anyMatch(library -> library.holds(at.get())));
  }

  private static Diagnostic inFile(Diagnostic diagnostic, ConstraintTemplate.RegoCode code) {
    Optional<Location> at = diagnostic.location();
    if (at.isEmpty()) {
      return diagnostic;
    }
    for (EmbeddedSource library : code.libraries()) {
      if (library.holds(at.get())) {
        return library.inFile(diagnostic);
      }
    }
    return code.policy().inFile(diagnostic);
  }
}
