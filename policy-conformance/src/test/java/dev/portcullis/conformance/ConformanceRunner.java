package dev.portcullis.conformance;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.PolicyException;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.api.spi.BuiltinProvider;
import dev.portcullis.api.spi.HostServices;
import dev.portcullis.api.spi.NameResolver;
import dev.portcullis.api.value.ArrayValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.SetValue;
import dev.portcullis.api.value.StringValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.api.value.ValueText;
import dev.portcullis.builtins.CoreBuiltins;
import dev.portcullis.rego.ast.RegoVersion;
import dev.portcullis.rego.program.CompilerOptions;
import dev.portcullis.rego.program.CompilerOptions.Fallback;
import dev.portcullis.rego.program.Outcome;
import dev.portcullis.rego.program.PreparedQuery;
import dev.portcullis.rego.program.RegoCompiler;
import dev.portcullis.rego.program.RegoCompiler.ModuleSource;
import dev.portcullis.rego.program.RegoProgram;
import dev.portcullis.rego.runtime.Evaluation;
import dev.portcullis.rego.text.SourceText;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Runs one case on one executor. */
public final class ConformanceRunner {
  private final RegoVersion version;
  private final CompilerOptions options;

  /** Makes a runner for modules of {@code version}. */
  public ConformanceRunner(RegoVersion version, ExecutionMode mode) {
    Map<String, Builtin> builtins = new HashMap<>(CoreBuiltins.all());
    for (BuiltinProvider provider : ServiceLoader.load(BuiltinProvider.class)) {
      provider.builtins().forEach(b -> builtins.put(b.name(), b));
    }
    this.version = version;
    this.options = CompilerOptions.of(builtins).withMode(mode).withFallback(Fallback.FAIL);
  }

  /** Returns what is wrong, or nothing if the case passes. */
  public Optional<String> run(ConformanceCase c) {
    try {
      return check(c, evaluate(c));
    } catch (PolicyException e) {
      return rejection(c, e);
    } catch (RuntimeException | LinkageError e) {
      StackTraceElement at = e.getStackTrace().length > 0 ? e.getStackTrace()[0] : null;
      return Optional.of("crashes: " + e + " at " + at);
    }
  }

  private static Optional<String> rejection(ConformanceCase c, PolicyException e) {
    List<String> lines = e.diagnostics().stream().map(Diagnostic::oneLine).toList();
    boolean wanted =
        c.wantErrorCode()
            .map(w -> e.diagnostics().stream().anyMatch(d -> d.code().wireName().equals(w)))
            .orElse(!c.wantErrors().isEmpty());
    List<String> missing =
        c.wantErrors().stream()
            .filter(want -> lines.stream().noneMatch(line -> line.startsWith(want)))
            .toList();
    return wanted && missing.isEmpty()
        ? Optional.empty()
        : Optional.of("does not compile: " + e.getMessage() + "\n  wanted " + missing);
  }

  private Outcome<List<PreparedQuery.Answer>> evaluate(ConformanceCase c) {
    List<ModuleSource> modules = new ArrayList<>();
    for (int i = 0; i < c.modules().size(); i++) {
      modules.add(ModuleSource.of("test-" + i + ".rego", c.modules().get(i), version));
    }
    RegoProgram program = RegoCompiler.compile(modules, options).orElseThrow();
    PreparedQuery query = program.prepare(new SourceText("query", c.query()), List.of(), List.of());
    Value input = c.inputTerm().map(this::term).or(c::input).orElse(null);
    return query.evaluate(
        new Evaluation(
            input, c.data(), c.strictError(), Evaluation.Limits.DEFAULT, new SystemNames()));
  }

  /**
   * Lends the system's resolver, which the cases of {@code net.lookup_ip_addr} need for localhost.
   */
  private static final class SystemNames implements Evaluation.Environment {
    @Override
    public HostServices services() {
      NameResolver resolver = name -> List.of(InetAddress.getAllByName(name));
      return new HostServices() {
        @Override
        public <T> Optional<T> find(Class<T> service) {
          return service.isInstance(resolver)
              ? Optional.of(service.cast(resolver))
              : Optional.empty();
        }
      };
    }
  }

  private Value term(String text) {
    RegoProgram empty = RegoCompiler.compile(List.of(), options).orElseThrow();
    Outcome<List<PreparedQuery.Answer>> outcome =
        empty
            .prepare(new SourceText("input", "x = " + text), List.of(), List.of())
            .evaluate(Evaluation.of(null));
    return ((Outcome.Defined<List<PreparedQuery.Answer>>) outcome)
        .result()
        .get(0)
        .bindings()
        .get("x");
  }

  private static Optional<String> check(
      ConformanceCase c, Outcome<List<PreparedQuery.Answer>> outcome) {
    if (outcome instanceof Outcome.Failed<List<PreparedQuery.Answer>> failed) {
      return error(c, failed.error());
    }
    if (!c.wantErrors().isEmpty()) {
      return Optional.of("no error, wanted " + c.wantErrors());
    }
    if (c.wantError().isPresent() || c.wantErrorCode().isPresent()) {
      return Optional.of(
          "no error, wanted " + c.wantErrorCode().orElse("") + " " + c.wantError().orElse(""));
    }
    List<PreparedQuery.Answer> answers =
        ((Outcome.Defined<List<PreparedQuery.Answer>>) outcome).result();
    SetValue got = SetValue.of(answers.stream().map(a -> bindings(c, a)).toList());
    SetValue want = SetValue.of(c.wantResult().orElseThrow().asList());
    return got.equals(want) ? Optional.empty() : Optional.of("got " + got + "\n  wanted " + want);
  }

  private static Optional<String> error(ConformanceCase c, Diagnostic error) {
    if (!c.wantErrors().isEmpty() || c.wantError().isEmpty() && c.wantErrorCode().isEmpty()) {
      return Optional.of("fails: " + error.oneLine());
    }
    boolean code = c.wantErrorCode().map(w -> w.equals(error.code().wireName())).orElse(true);
    boolean text = c.wantError().map(w -> error.oneLine().contains(w)).orElse(true);
    return code && text
        ? Optional.empty()
        : Optional.of(
            "wrong error: "
                + error.oneLine()
                + "\n  wanted "
                + c.wantErrorCode().orElse("")
                + " "
                + c.wantError().orElse(""));
  }

  private static Value bindings(ConformanceCase c, PreparedQuery.Answer answer) {
    ObjectValue.Builder object = ObjectValue.builder();
    answer
        .bindings()
        .forEach(
            (name, value) -> {
              Value json = json(value);
              object.put(name, c.sortBindings() ? sorted((ArrayValue) json) : json);
            });
    return object.build();
  }

  private static ArrayValue sorted(ArrayValue array) {
    return ArrayValue.of(array.asList().stream().sorted().toList());
  }

  /** Returns {@code value} as JSON says it: sets as arrays, keys as strings. */
  private static Value json(Value value) {
    if (value instanceof SetValue set) {
      return json(set.sorted());
    }
    if (value instanceof ArrayValue array) {
      return ArrayValue.of(array.asList().stream().map(ConformanceRunner::json).toList());
    }
    if (value instanceof ObjectValue object) {
      ObjectValue.Builder result = ObjectValue.builder();
      object.forEach(
          (k, v) ->
              result.put(
                  k instanceof StringValue ? k : StringValue.of(ValueText.json(k)), json(v)));
      return result.build();
    }
    return value;
  }
}
