package dev.portcullis.engine;

import dev.portcullis.api.EnforcementAction;
import dev.portcullis.api.PolicySeverity;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.gatekeeper.ModuleCompiler;
import dev.portcullis.rego.ast.Annotations;
import dev.portcullis.rego.ast.Module;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.ast.Rule;
import dev.portcullis.rego.ast.Term;
import dev.portcullis.rego.program.Entrypoint;
import dev.portcullis.rego.program.RegoProgram;
import dev.portcullis.rego.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compiles plain modules as one program. A module with errors is left out, and so is one that
 * cannot be compiled without it; the others are not disturbed.
 */
final class PlainCompiler {
  private static final Pattern MESSAGE_RULE =
      Pattern.compile("(deny|violation|warn)(_[A-Za-z0-9_]+)?");
  private static final String EXCEPTION = "exception";

  private final ModuleCompiler compiler;
  private final boolean v0First;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PlainCompiler(ModuleCompiler compiler, boolean v0First) {
    this.compiler = compiler;
    this.v0First = v0First;
  }

  /**
   * What was compiled.
   *
   * @param program the program; empty only if not even no modules can be compiled
   * @param policies the rules that give messages
   * @param diagnostics what is wrong or odd
   */
  record Result(
      Optional<RegoProgram> program, PlainPolicies policies, List<Diagnostic> diagnostics) {
    Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  static Result compile(List<SourceText> sources, ModuleCompiler compiler, boolean v0First) {
    PlainCompiler run = new PlainCompiler(compiler, v0First);
    List<Module> modules = new ArrayList<>();
    sources.forEach(source -> run.parse(source).ifPresent(modules::add));
    Optional<RegoProgram> program = run.compileUsable(modules);
    PlainPolicies policies =
        new PlainPolicies(program.map(p -> rules(modules, p)).orElse(List.of()));
    return new Result(program, policies, run.diagnostics);
  }

  /** Tries the host's version of the language first, and the other where only that one fits. */
  private Optional<Module> parse(SourceText source) {
    RegoVersion first = v0First ? RegoVersion.V0 : RegoVersion.V1;
    RegoVersion second = v0First ? RegoVersion.V1 : RegoVersion.V0;
    ModuleCompiler.Made<Module> made = compiler.parse(source, first);
    if (made.result().isEmpty()) {
      ModuleCompiler.Made<Module> other = compiler.parse(source, second);
      if (other.result().isPresent()) {
        made = other;
      }
    }
    diagnostics.addAll(made.diagnostics());
    return made.result();
  }

  /** Removes from {@code modules} those that cannot be compiled. */
  private Optional<RegoProgram> compileUsable(List<Module> modules) {
    while (true) {
      ModuleCompiler.Made<RegoProgram> made = compiler.compile(modules);
      diagnostics.addAll(made.diagnostics());
      if (made.result().isPresent() || modules.isEmpty()) {
        return made.result();
      }
      Set<String> bad = new HashSet<>();
      for (Diagnostic diagnostic : made.diagnostics()) {
        if (diagnostic.isError()) {
          diagnostic.location().map(Location::file).ifPresent(bad::add);
        }
      }
      if (!modules.removeIf(module -> bad.contains(module.source().name()))) {
        modules.clear();
      }
    }
  }

  private static List<PlainRule> rules(List<Module> modules, RegoProgram program) {
    Map<String, PlainRule> rules = new TreeMap<>();
    for (Module module : modules) {
      Optional<List<String>> packagePath = names(module.packagePath().path());
      for (int i = 0; packagePath.isPresent() && i < module.rules().size(); i++) {
        String name = entryName(module.rules().get(i));
        if (name != null) {
          List<String> path = new ArrayList<>(packagePath.get());
          path.add(name);
          String id = String.join(".", path);
          PlainRule.Description description = description(module, i);
          PlainRule known = rules.get(id);
          if (known == null) {
            rule(module, i, path, description, program).ifPresent(r -> rules.put(id, r));
          } else if (known.description().equals(PlainRule.Description.NONE)) {
            rules.put(id, described(known, description));
          }
        }
      }
    }
    return List.copyOf(rules.values());
  }

  private static PlainRule described(PlainRule rule, PlainRule.Description description) {
    return new PlainRule(
        rule.id(),
        rule.name(),
        rule.action(),
        rule.messages(),
        rule.exceptions(),
        description,
        rule.location());
  }

  private static Optional<PlainRule> rule(
      Module module,
      int index,
      List<String> path,
      PlainRule.Description description,
      RegoProgram program) {
    String name = path.get(path.size() - 1);
    List<String> exception = new ArrayList<>(path);
    exception.set(exception.size() - 1, EXCEPTION);
    Optional<Entrypoint> exceptions = program.entrypoint(exception);
    return program
        .entrypoint(path)
        .map(
            entry ->
                new PlainRule(
                    String.join(".", path),
                    name,
                    name.startsWith("warn") ? EnforcementAction.WARN : EnforcementAction.DENY,
                    entry,
                    exceptions,
                    description,
                    module.rules().get(index).span().location()));
  }

  private static @Nullable String entryName(Rule rule) {
    return !rule.head().isFunction()
            && rule.head().ref().head() instanceof Term.Var name
            && rule.head().ref().path().isEmpty()
            && MESSAGE_RULE.matcher(name.name()).matches()
        ? name.name()
        : null;
  }

  private static Optional<List<String>> names(List<Term> path) {
    List<String> names = new ArrayList<>();
    for (Term step : path) {
      if (step instanceof Term.Scalar scalar && scalar.value() instanceof StringValue text) {
        names.add(text.value());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }

  private static PlainRule.Description description(Module module, int rule) {
    for (Annotations annotations : module.annotations()) {
      if (annotations.target().isPresent() && annotations.target().get() == rule) {
        return description(annotations.fields());
      }
    }
    return PlainRule.Description.NONE;
  }

  private static PlainRule.Description description(ObjectValue fields) {
    ObjectValue custom =
        fields.get("custom") instanceof ObjectValue object ? object : ObjectValue.EMPTY;
    return new PlainRule.Description(
        text(fields.get("title")).orElse(""),
        text(fields.get("description")).orElse(""),
        text(custom.get("severity")).flatMap(PolicySeverity::parse),
        text(custom.get("remediation")),
        custom);
  }

  private static Optional<String> text(@Nullable Value value) {
    return value instanceof StringValue string ? Optional.of(string.value()) : Optional.empty();
  }
}
