package dev.portcullis.bench;

import dev.portcullis.api.ExecutionMode;
import dev.portcullis.api.value.NumberValue;
import dev.portcullis.api.value.ObjectValue;
import dev.portcullis.api.value.Value;
import dev.portcullis.document.json.JsonReader;
import dev.portcullis.document.json.JsonWriter;
import dev.portcullis.rego.program.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Runs OPA and Portcullis alternately over the same workloads and prints a table of ratios: {@code
 * Compare PEER FOLDER ROUNDS [NAME…]}.
 */
public final class Compare {
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Path peer;
  private final Path folder;
  private final int rounds;
  private final PrintStream out;

  private Compare(Path peer, Path folder, int rounds, PrintStream out) {
    this.peer = peer;
    this.folder = folder;
    this.rounds = rounds;
    this.out = out;
  }

  /** Runs the comparison. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[1]);
    List<String> names =
        arguments.length > 3
            ? Arrays.asList(arguments).subList(3, arguments.length)
            : Workload.names(folder);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new Compare(Path.of(arguments[0]), folder, Integer.parseInt(arguments[2]), out).run(names);
  }

  private void run(List<String> names) throws IOException, InterruptedException {
    out.println(
        "| workload | OPA parsed µs | ours parsed µs | ratio (spread) | OPA bytes µs | ours bytes"
            + " µs | ratio (spread) | same |");
    out.println("|---|---|---|---|---|---|---|---|");
    List<Double> parsedRatios = new ArrayList<>();
    List<Double> bytesRatios = new ArrayList<>();
    for (String name : names) {
      Series parsed = new Series();
      Series bytes = new Series();
      Workload workload = Workload.load(folder.resolve(name), ExecutionMode.COMPILED);
      Outcome<Value> outcome = workload.evaluateParsed();
      warmUp(workload::evaluateParsed);
      warmUp(workload::evaluateBytes);
      boolean same = true;
      for (int round = 0; round < rounds; round++) {
        ObjectValue theirs = peer(name);
        parsed.add(number(theirs, "parsed_ns"), measure(workload::evaluateParsed));
        bytes.add(number(theirs, "bytes_ns"), measure(workload::evaluateBytes));
        same &= sameResult(theirs, outcome);
      }
      out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.3f | %s | %.1f | %.2f | %s | %s |%n",
          name,
          parsed.theirs() / 1000,
          parsed.ours() / 1000,
          parsed.ratio(),
          bytes.theirs() / 1000,
          bytes.ours() / 1000,
          bytes.ratio(),
          same ? "yes" : "NO");
      parsedRatios.add(parsed.medianRatio());
      bytesRatios.add(bytes.medianRatio());
    }
    out.printf(
        Locale.ROOT,
        "median ratio: parsed %.1f, from bytes %.1f; worst: parsed %.1f, from bytes %.1f%n",
        Series.median(parsedRatios),
        Series.median(bytesRatios),
        parsedRatios.stream().min(Double::compare).orElse(0.0),
        bytesRatios.stream().min(Double::compare).orElse(0.0));
  }

  private ObjectValue peer(String name) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(peer.toString(), "bench", folder.toString(), name)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] output = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IOException("the peer failed on " + name);
    }
    return (ObjectValue) JsonReader.STANDARD.read(output);
  }

  private static double number(ObjectValue object, String key) {
    return object.get(key) instanceof NumberValue n ? n.doubleValue() : Double.NaN;
  }

  private static boolean sameResult(ObjectValue theirs, Outcome<Value> ours) {
    Value wanted = theirs.get("result");
    return ours instanceof Outcome.Defined<Value> defined
        ? wanted != null
            && JsonReader.STANDARD.read(JsonWriter.PLAIN.text(defined.result())).equals(wanted)
        : wanted == null;
  }

  private static void warmUp(Supplier<?> call) {
    long end = System.nanoTime() + WARM_UP_NANOS;
    while (System.nanoTime() < end) {
      consume(call.get());
    }
  }

  private static volatile int sink;

  private static void consume(Object result) {
    sink = System.identityHashCode(result) & 1;
  }

  /** Returns the time of one call, in nanoseconds: the best of five. */
  private static double measure(Supplier<?> call) {
    long start = System.nanoTime();
    call.get();
    long once = Math.max(1, System.nanoTime() - start);
    int batch = (int) Math.max(1, Math.min(10_000_000, ROUND_NANOS / 5 / once));
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long begin = System.nanoTime();
      Object last = null;
      for (int n = 0; n < batch; n++) {
        last = call.get();
      }
      best = Math.min(best, (System.nanoTime() - begin) / (double) batch);
      if (last != null) {
        consume(last);
      }
    }
    return best;
  }

  /** Paired measurements. */
  private static final class Series {
    private final List<Double> theirs = new ArrayList<>();
    private final List<Double> ours = new ArrayList<>();

    void add(double their, double our) {
      theirs.add(their);
      ours.add(our);
    }

    double theirs() {
      return median(theirs);
    }

    double ours() {
      return median(ours);
    }

    private List<Double> ratios() {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < ours.size(); i++) {
        ratios.add(theirs.get(i) / ours.get(i));
      }
      return ratios;
    }

    double medianRatio() {
      return median(ratios());
    }

    String ratio() {
      List<Double> sorted = ratios().stream().sorted().toList();
      return String.format(
          Locale.ROOT,
          "%.1f (%.1f–%.1f)",
          medianRatio(),
          sorted.get(0),
          sorted.get(sorted.size() - 1));
    }

    static double median(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
  }
}
