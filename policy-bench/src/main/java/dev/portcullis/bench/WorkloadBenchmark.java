package dev.portcullis.bench;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.value.Value;
import dev.portcullis.rego.program.Outcome;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One evaluation of a workload below {@code -Dworkloads=DIR}, which {@code -p workload=NAME} names,
 * with parsed input and from bytes, on each executor.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WorkloadBenchmark {
  /** The workload's folder. */
  @Param("small-rules")
  public String workload = "small-rules";

  /** The executor. */
  @Param({"COMPILED", "INTERPRETED"})
  public ExecutionMode mode = ExecutionMode.COMPILED;

  private Workload loaded = Workload.NONE;

  /** Compiles the policy and parses the documents. */
  @Setup
  public void load() {
    Path folder = Path.of(System.getProperty("workloads", "policy-bench/workloads"));
    loaded = Workload.load(folder.resolve(workload), mode);
  }

  /** Evaluates with parsed input. */
  @Benchmark
  public Outcome<Value> parsed() {
    return loaded.evaluateParsed();
  }

  /** Parses the input and evaluates. */
  @Benchmark
  public Outcome<Value> fromBytes() {
    return loaded.evaluateBytes();
  }
}
