package dev.portcullis.rego.program;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.spi.Builtin;
import dev.portcullis.rego.analysis.AnalysisOptions;
import dev.portcullis.rego.optimize.Optimization;
import dev.portcullis.rego.optimize.Optimizer;
import dev.portcullis.rego.parser.ParserOptions;
import java.util.Map;
import java.util.Set;

/**
 * How modules are compiled.
 *
 * @param analysis what the analysis passes are told
 * @param mode how the program is executed
 * @param fallback what happens where bytecode is asked for and cannot be made
 * @param optimizations the passes that run over the plan
 */
public record CompilerOptions(
    AnalysisOptions analysis,
    ExecutionMode mode,
    Fallback fallback,
    Set<Optimization> optimizations) {

  /** What happens where bytecode cannot be made. */
  public enum Fallback {
    /** The interpreter runs instead. */
    INTERPRET,
    /** Compiling fails with an exception: for tests. */
    FAIL
  }

  /** Returns the default options with {@code builtins}. */
  public static CompilerOptions of(Map<String, Builtin> builtins) {
    return new CompilerOptions(
        AnalysisOptions.of(builtins), ExecutionMode.AUTO, Fallback.INTERPRET, Optimizer.ALL);
  }

  /** Returns these options with another execution mode. */
  public CompilerOptions withMode(ExecutionMode newMode) {
    return new CompilerOptions(analysis, newMode, fallback, optimizations);
  }

  /** Returns these options with another fallback. */
  public CompilerOptions withFallback(Fallback newFallback) {
    return new CompilerOptions(analysis, mode, newFallback, optimizations);
  }

  /** Returns these options with other analysis options. */
  public CompilerOptions withAnalysis(AnalysisOptions newAnalysis) {
    return new CompilerOptions(newAnalysis, mode, fallback, optimizations);
  }

  /** Returns these options with other passes over the plan. */
  public CompilerOptions withOptimizations(Set<Optimization> newOptimizations) {
    return new CompilerOptions(analysis, mode, fallback, Set.copyOf(newOptimizations));
  }

  ParserOptions parser(dev.portcullis.rego.ast.RegoVersion version) {
    ParserOptions options = ParserOptions.of(version);
    Set<String> features = analysis.features();
    for (String feature : features) {
      options = options.withFeature(feature);
    }
    return options;
  }
}
