package dev.portcullis.cli;

import dev.portcullis.api.diagnostic.Diagnostic;
import dev.portcullis.api.diagnostic.Location;
import dev.portcullis.testing.RegoTestResult;
import dev.portcullis.testing.RegoTestResult.Case;
import dev.portcullis.testing.RegoTestResult.Outcome;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the results of tests as they arrive, in OPA's shapes. */
abstract class TestReport {
  /** The shapes. */
  enum Format {
    pretty,
    json
  }

  static TestReport of(Format format, boolean verbose, PrintWriter out) {
    return switch (format) {
      case pretty -> new Pretty(verbose, out);
      case json -> new Json(out);
    };
  }

  abstract void add(RegoTestResult result);

  abstract void finish();

  /** A line for each test that is not passed, or for each test, and a summary. */
  private static final class Pretty extends TestReport {
    private static final String RULE = "-".repeat(80);

    private final boolean verbose;
    private final PrintWriter out;
    private String lastFile = "";
    private boolean dirty;
    private int passed;
    private int failed;
    private int skipped;
    private int errors;

    Pretty(boolean verbose, PrintWriter out) {
      this.verbose = verbose;
      this.out = out;
    }

    @Override
    void add(RegoTestResult result) {
      passed += result.passed();
      failed += result.failed();
      skipped += result.outcome() == Outcome.SKIPPED ? 1 : 0;
      errors += result.outcome() == Outcome.ERROR ? 1 : 0;
      if (verbose || result.outcome() != Outcome.PASS) {
        show(result);
      }
    }

    private void show(RegoTestResult result) {
      dirty = true;
      Location place = result.test().location();
      if (!lastFile.isEmpty() && !lastFile.equals(place.file())) {
        out.println();
      }
      lastFile = place.file();
      out.println(place.file() + ":" + place.row() + ":");
      String line = result.test().fullName() + ": " + result.outcome();
      out.println(
          result.outcome() == Outcome.SKIPPED
              ? line
              : line + " (" + Duration.text(result.nanos()) + ")");
      cases(result.cases(), "  ");
      if (!result.output().isEmpty()) {
        out.println();
        Terminal.harmless(result.output().strip()).lines().forEach(l -> out.println("  " + l));
        out.println();
      }
      result.error().ifPresent(error -> out.println("  " + error.oneLine()));
      out.flush();
    }

    private void cases(List<Case> cases, String indent) {
      for (Case each : cases) {
        if (verbose || each.failed()) {
          out.println(indent + each.name() + ": " + (each.failed() ? "FAIL" : "PASS"));
        }
        cases(each.cases(), indent + "  ");
      }
    }

    @Override
    void finish() {
      if (dirty) {
        out.println(RULE);
      }
      int total = passed + failed + skipped + errors;
      count("PASS", passed, total);
      count("FAIL", failed, total);
      count("SKIPPED", skipped, total);
      count("ERROR", errors, total);
      out.flush();
    }

    private void count(String what, int count, int total) {
      if (count > 0) {
        out.println(what + ": " + count + "/" + total);
      }
    }
  }

  /** An array of objects. */
  private static final class Json extends TestReport {
    private final PrintWriter out;
    private final List<Object> results = new ArrayList<>();

    Json(PrintWriter out) {
      this.out = out;
    }

    @Override
    void add(RegoTestResult result) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("location", place(result.test().location()));
      row.put("package", result.test().packageName());
      row.put("name", result.test().name());
      if (result.outcome() == Outcome.FAIL) {
        row.put("fail", true);
      }
      result.error().ifPresent(error -> row.put("error", error(error)));
      if (result.outcome() == Outcome.SKIPPED) {
        row.put("skip", true);
      }
      row.put("duration", result.nanos());
      if (!result.output().isEmpty()) {
        byte[] output = result.output().getBytes(StandardCharsets.UTF_8);
        row.put("output", Base64.getEncoder().encodeToString(output));
      }
      if (!result.cases().isEmpty()) {
        row.put("sub_results", cases(result.cases()));
      }
      results.add(row);
    }

    private static Map<String, Object> cases(List<Case> cases) {
      Map<String, Object> rows = new LinkedHashMap<>();
      for (Case each : cases) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", each.name());
        if (each.failed()) {
          row.put("fail", true);
        }
        if (!each.cases().isEmpty()) {
          row.put("sub_results", cases(each.cases()));
        }
        rows.put(each.name(), row);
      }
      return rows;
    }

    private static Map<String, Object> error(Diagnostic diagnostic) {
      Map<String, Object> error = new LinkedHashMap<>();
      error.put("code", diagnostic.code().wireName());
      error.put("message", diagnostic.message());
      diagnostic.location().ifPresent(at -> error.put("location", place(at)));
      return error;
    }

    private static Map<String, Object> place(Location location) {
      Map<String, Object> place = new LinkedHashMap<>();
      place.put("file", location.file());
      place.put("row", location.row());
      place.put("col", location.column());
      return place;
    }

    @Override
    void finish() {
      out.println(OrderedJson.pretty(results));
      out.flush();
    }
  }
}
